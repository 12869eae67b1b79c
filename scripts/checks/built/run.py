"""Applies the rules to a built site."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from scripts.checks.built.site import BuiltSite
from scripts.checks.finding import Finding
from scripts.checks.registry import rules_named
from scripts.checks.rule import BuiltRule


def check_site(root: Path, folder: Path, only: Collection[str] | None = None) -> list[Finding]:
    """Looks at every HTML file and at the sitemap.

    Args:
        root: repository root, for the paths of the findings.
        folder: the built site.
        only: rules, as for `run_checks`.

    Returns:
        The findings, sorted.

    Raises:
        ValueError: the folder holds no built site.
    """
    if not (folder / "index.html").exists():
        raise ValueError(f"{folder} holds no built site; run `python -m scripts build` first")
    inside = folder.is_relative_to(root)
    shown = folder.relative_to(root).as_posix() if inside else folder.as_posix()
    site = BuiltSite(folder, shown)
    found: list[Finding] = []
    for rule in rules_named(only):
        if isinstance(rule, BuiltRule):
            found += rule.check(site)
    return sorted(set(found))
