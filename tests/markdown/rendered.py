"""Renders Markdown as the site does: the extensions of mkdocs.yml on a small knowledge base."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = Path(__file__).resolve().parent / "fixtures"
_NEED_NO_PAGE = ("scripts.markdown.key_points", "scripts.markdown.chinese_lines")


class _MkdocsLoader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose `!ENV` tags do not matter here."""


_MkdocsLoader.add_constructor("!ENV", lambda loader, node: None)


def site_extensions() -> dict[str, dict[str, Any]]:
    """Returns the Markdown extensions of mkdocs.yml with their options, in order."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _MkdocsLoader)
    extensions: dict[str, dict[str, Any]] = {}
    for entry in config["markdown_extensions"]:
        extensions |= entry if isinstance(entry, dict) else {entry: {}}
    return extensions


def markdown_for(page: str, *more: str, root: Path = FIXTURES) -> Markdown:
    """Returns a Markdown instance that renders a page, such as `en/effects/x.md`.

    Args:
        page: language and file of the page.
        more: names of extensions besides those of the site.
        root: repository root of the knowledge base.
    """
    extensions = site_extensions()
    for name in extensions:
        if name.startswith("scripts.markdown.") and name not in _NEED_NO_PAGE:
            extensions[name] = {"page": page, "root": str(root)}
    return Markdown(extensions=[*extensions, *more], extension_configs=extensions)


def render(text: str, page: str, *more: str, root: Path = FIXTURES) -> str:
    """Renders the body of a page."""
    return markdown_for(page, *more, root=root).convert(text)
