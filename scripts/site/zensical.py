"""The configuration for Zensical, by which the site can be built without MkDocs.

Zensical reads mkdocs.yml but ignores the i18n plugin, so each language is a build of its own. It
wants `docs_dir` and `site_dir` below the folder of the configuration file. Nothing else of the
project depends on it; `tests/site/test_portability.py` keeps the two builds equal.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import SOURCE_LANGUAGE, Language
from scripts.site.navigation import navigation

# Settings of mkdocs.yml that mean the same to Zensical. The overrides are templates of Material's
# own engine and stay behind: they dress the article, and do not change it.
_SHARED = ("repo_url", "validation", "markdown_extensions")


def write_zensical_configuration(kb: KnowledgeBase, language: Language, folder: Path) -> Path:
    """Writes `zensical.<language>.yml`.

    Args:
        kb: the knowledge base, whose root holds `mkdocs.yml`.
        language: the language to build.
        folder: project folder, which holds `docs/`; the repository root, or a copy of it. The
            site is built into its `site/`, English into `site/en/`.

    Returns:
        The path of the written file, for `python -m zensical build -f`, which is run from the
        repository root so that the extensions are found.
    """
    with (kb.root / "mkdocs.yml").open(encoding="utf-8") as file:
        base: dict[str, Any] = yaml_load(file)
    own = next(e for e in base["plugins"]["i18n"]["languages"] if e["locale"] == language)
    prefix = "" if language == SOURCE_LANGUAGE else f"{language}/"
    generated = {
        **{key: base[key] for key in _SHARED},
        "site_name": own.get("site_name", base["site_name"]),
        "site_description": own.get("site_description", base["site_description"]),
        "copyright": own.get("copyright", base["copyright"]),
        "site_url": f"{base['site_url'].rstrip('/')}/{prefix}",
        "docs_dir": f"docs/{language}",
        "site_dir": f"site/{prefix}".rstrip("/"),
        "theme": {"language": language, "font": False, "features": base["theme"]["features"]},
        "nav": navigation(kb, language),
        # Zensical keeps rendered pages; a changed record must make it render them again.
        "watch": ["docs/data"],
    }
    target = folder / f"zensical.{language}.yml"
    target.write_text(yaml.safe_dump(generated, allow_unicode=True, sort_keys=False), "utf-8")
    return target
