"""A rule explained, for `--explain` and for the list on the contributing page."""

from __future__ import annotations

from scripts.checks.registry import FAMILIES, RULES
from scripts.checks.rule import Example, Rule

_TITLES = {
    "form": "Form of files, front matter and headings",
    "links": "Links",
    "terms": "Terms and wording",
    "languages": "Both languages",
    "figures": "Figures and sources",
    "style": "Style",
    "safety": "Safety",
    "freshness": "Freshness",
    "external": "External links (`check --external`)",
    "built": "The built site (`check --site`)",
}


def explain(rule: Rule) -> str:
    """Returns what a rule wants, why, and examples."""
    fix = "can be mended by --fix" if rule.fixes else "has to be mended by hand"
    parts = [f"{rule.id}  {rule.name}  ({rule.severity}, {fix})", "", rule.reason]
    for title, examples in (("Wrong:", rule.bad), ("Right:", rule.good)):
        shown = [text for example in examples if (text := show(example))]
        if shown:
            parts += ["", title, *(f"  {line}" for text in shown for line in text.split("\n"))]
    parts += ["", f"To allow it once: <!-- kb-waive {rule.id}: the reason -->"]
    return "\n".join(parts)


def show(example: Example) -> str:
    """Returns what an example writes, without marks; empty for changes to whole files."""
    parts = [text for _, text in (*example.body, *example.front, *example.data)]
    return "\n".join(parts).replace("⟦", "").replace("⟧", "").rstrip()


def rules_page() -> str:
    """Returns the list of all rules as Markdown tables, one a family."""
    parts: list[str] = []
    for family, prefix in FAMILIES.items():
        rules = [rule for rule in RULES if rule.id.startswith(prefix)]
        if not rules:
            continue
        parts += [f"### {_TITLES[family]} {{#rules-{family}}}", ""]
        parts += ["| Rule | Finds | Because | `--fix` |", "| --- | --- | --- | --- |"]
        for rule in rules:
            warning = " (warning)" if rule.severity == "warning" else ""
            name = f"{rule.name}{warning}".replace("|", "\\|")
            reason = rule.reason.replace("|", "\\|")
            parts.append(f"| {rule.id} | {name} | {reason} | {'yes' if rule.fixes else ''} |")
        parts.append("")
    return "\n".join(parts)
