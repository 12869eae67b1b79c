"""The weekly report, in a form that can be posted as an issue."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.checks.external.answer import Answer
from scripts.checks.external.rules import RULES


def issue_report(
    answers: Mapping[str, Answer], places: Mapping[str, list[tuple[str, int, int, int]]]
) -> str:
    """Writes the report.

    Args:
        answers: by address.
        places: (path, line, column, length) of each address.

    Returns:
        Markdown: a summary, then a list for each kind of fault, with a box to tick for each
        address and the places where it stands.
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
            to = f" → <{answer.moved_to}>" if answer.moved_to else ""
            status = f" ({answer.status})" if answer.status else ""
            parts.append(f"- [ ] <{address}>{to}{status}: {answer.detail}")
            parts += [f"  - `{path}:{line}`" for path, line, _, _ in sorted(places[address])]
        parts.append("")
    return "\n".join(parts)
