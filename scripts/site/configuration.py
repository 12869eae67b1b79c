"""The configuration that MkDocs is called with: `mkdocs.yml` plus the navigation."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import Language
from scripts.site.navigation import navigation

GENERATED = Path(".cache") / "mkdocs.yml"


def write_mkdocs_configuration(kb: KnowledgeBase, site_dir: Path | None = None) -> Path:
    """Writes `.cache/mkdocs.yml`, which inherits from `mkdocs.yml`.

    Args:
        kb: the knowledge base, whose root holds `mkdocs.yml`.
        site_dir: where the site is built; `site/` when not given.

    Returns:
        The path of the written file. It is left untouched when nothing changed, so that a server
        that watches it does not rebuild for nothing.
    """
    with (kb.root / "mkdocs.yml").open(encoding="utf-8") as file:
        base = yaml_load(file)
    languages: list[dict[str, Any]] = []
    for entry in base["plugins"]["i18n"]["languages"]:
        language: Language = entry["locale"]
        languages.append({**entry, "nav": navigation(kb, language)})
    generated = {
        "INHERIT": str(kb.root / "mkdocs.yml"),
        "docs_dir": str(kb.root / "docs"),
        "site_dir": str(site_dir or kb.root / "site"),
        "theme": {"custom_dir": str(kb.root / "overrides")},
        "plugins": {"i18n": {"languages": languages}},
    }
    target = kb.root / GENERATED
    text = yaml.safe_dump(generated, allow_unicode=True, sort_keys=False)
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        target.parent.mkdir(exist_ok=True)
        # Whole or not at all: another process may be reading it.
        written = target.with_suffix(f".{os.getpid()}.yml")
        written.write_text(text, encoding="utf-8")
        written.replace(target)
    return target
