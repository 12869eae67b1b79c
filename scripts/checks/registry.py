"""Every rule, in order of its id."""

from __future__ import annotations

from collections.abc import Collection

from scripts.checks.built.rules import RULES as BUILT_RULES
from scripts.checks.external.rules import RULES as EXTERNAL_RULES
from scripts.checks.rule import Rule
from scripts.checks.rules.figures import copied, dates, programmes, prose, records, references
from scripts.checks.rules.form import advice, headings, loading, page, views, waived
from scripts.checks.rules.freshness import age, statements
from scripts.checks.rules.languages import content, numbers, structure
from scripts.checks.rules.links import assets, internal, moved, reach
from scripts.checks.rules.links import form as link_form
from scripts.checks.rules.safety import files as safety_files
from scripts.checks.rules.safety import html
from scripts.checks.rules.safety import links as safety_links
from scripts.checks.rules.style import characters, markdown, punctuation, sentences, spacing, words
from scripts.checks.rules.terms import glossary, wording
from scripts.checks.rules.terms import references as term_references

FAMILIES = {
    "form": "KB0", "links": "KB1", "terms": "KB2", "languages": "KB3", "figures": "KB4",
    "style": "KB5", "safety": "KB6", "freshness": "KB7", "external": "KB8", "built": "KB9",
}  # fmt: skip
_MODULES: tuple[tuple[Rule, ...], ...] = (
    BUILT_RULES,
    EXTERNAL_RULES,
    loading.RULES,
    headings.RULES,
    views.RULES,
    page.RULES,
    advice.RULES,
    waived.RULES,
    internal.RULES,
    link_form.RULES,
    reach.RULES,
    moved.RULES,
    assets.RULES,
    term_references.RULES,
    structure.RULES,
    content.RULES,
    numbers.RULES,
    references.RULES,
    prose.RULES,
    dates.RULES,
    age.RULES,
    statements.RULES,
    html.RULES,
    safety_links.RULES,
    safety_files.RULES,
    records.RULES,
    programmes.RULES,
    copied.RULES,
    glossary.RULES,
    wording.RULES,
    punctuation.RULES,
    spacing.RULES,
    characters.RULES,
    words.RULES,
    sentences.RULES,
    markdown.RULES,
)
RULES: tuple[Rule, ...] = tuple(
    sorted((rule for rules in _MODULES for rule in rules), key=lambda rule: rule.id)
)


def rules_named(names: Collection[str] | None) -> list[Rule]:
    """Returns the rules that ids, beginnings of ids or family names choose; all for None.

    Raises:
        ValueError: a name chooses nothing.
    """
    if names is None:
        return list(RULES)
    chosen: list[Rule] = []
    for name in names:
        prefix = FAMILIES.get(name.lower(), name.upper())
        matching = [rule for rule in RULES if rule.id.startswith(prefix)]
        if not matching or not prefix.startswith("KB"):
            raise ValueError(
                f"no rule `{name}`; give an id (KB101), its beginning (KB1) or a family "
                f"({', '.join(FAMILIES)})"
            )
        chosen += [rule for rule in matching if rule not in chosen]
    return sorted(chosen, key=lambda rule: rule.id)


def rule_with_id(identifier: str) -> Rule | None:
    """Returns one rule, or None."""
    return next((rule for rule in RULES if rule.id == identifier.upper()), None)
