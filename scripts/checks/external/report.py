"""The weekly report, in a form that can be posted as an issue."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.checks.external.answer import Answer
from scripts.checks.external.rules import RULES

LONGEST = 60_000  # characters; the body of an issue holds 65,536


def issue_report(
    answers: Mapping[str, Answer], places: Mapping[str, list[tuple[str, int, int, int]]]
) -> str:
    """Writes the report.

    Args:
        answers: by address.
        places: (path, line, column, length) of each address.

    Returns:
        Markdown: a summary, then a list for each kind of fault, with a box to tick for each
        address and the places where it stands; cut where GitHub would refuse it as too long.
    """
    good = sum(answer.outcome == "ok" for answer in answers.values())
    parts = [f"{len(answers)} addresses asked, {good} are well.", ""]
    for rule in RULES:
        hit = sorted(a for a, answer in answers.items() if answer.outcome == rule.outcome)
        if not hit:
            continue
        parts += [f"## {rule.id} {rule.name} ({len(hit)})", "", rule.reason, ""]
        for address in hit:
            answer = answers[address]
            to = f" → {_quoted(answer.moved_to)}" if answer.moved_to else ""
            status = f" ({answer.status})" if answer.status else ""
            parts.append(f"- [ ] <{address}>{to}{status}: {_quoted(answer.detail)}")
            parts += [f"  - `{path}:{line}`" for path, line, _, _ in sorted(places[address])]
        parts.append("")
    return _cut("\n".join(parts))


def _quoted(text: str) -> str:
    """Quotes what a stranger's server said, so that it links to nothing and calls nobody."""
    return "`" + " ".join(text.replace("`", "'").split()) + "`"


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    end = text.rfind("\n", 0, LONGEST)
    return f"{text[:end]}\n\nThe report is cut here; `check --external` shows the rest.\n"
