"""Takes comments and spare white space out of the site's own scripts and styles."""

from __future__ import annotations

from pathlib import Path

from rcssmin import cssmin  # type: ignore[import-untyped]
from rjsmin import jsmin  # type: ignore[import-untyped]


def minify_assets(site_dir: Path) -> None:
    """Rewrites the scripts and stylesheets of `assets/`; what comes minified is left alone.

    Args:
        site_dir: folder of the built site.
    """
    for pattern, smaller in (("*.js", jsmin), ("*.css", cssmin)):
        for file in (site_dir / "assets").rglob(pattern):
            if not file.name.endswith(f".min{file.suffix}") and "vendor" not in file.parts:
                text = file.read_text(encoding="utf-8")
                file.write_text(str(smaller(text)), encoding="utf-8")
