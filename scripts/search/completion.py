"""Wordings of the glossary that a half-typed query may become."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.search.analyser import Unit
from scripts.search.phrases import PhraseTable, Span

_LONGEST = 8  # units looked at from the end
_MOST = 4


def completions(
    units: Sequence[Unit], concepts: Sequence[Span], table: PhraseTable
) -> list[tuple[str, int]]:
    """Finds the terms whose wording begins with the end of the query.

    Args:
        units: the query.
        concepts: wordings that it holds already.
        table: all wordings.

    Returns:
        Concept tokens with the unit at which each begins; those of the longest beginning only,
        and none where more than four terms begin so.
    """
    size = len(units)
    for start in range(max(0, size - _LONGEST), size):
        if any(unit.broken for unit in units[start + 1 :]):
            continue
        if any(span.start <= start and span.end == size for span in concepts):
            return []
        if not _says_enough(units[start:]):
            return []
        head = tuple(unit.text for unit in units[start : size - 1])
        last = units[-1]
        found: dict[str, None] = {}
        for phrase in table.phrases:
            if phrase.units[: len(head)] != head or len(phrase.units) < len(head) + 1:
                continue
            here = phrase.units[len(head)]
            begun = here.startswith((last.word, last.text)) and (
                len(phrase.units) > len(head) + 1 or here != last.text
            )
            if begun:
                found.setdefault(f"#{phrase.id}")
        if found:
            return [(token, start) for token in found] if len(found) <= _MOST else []
    return []


def _says_enough(units: Sequence[Unit]) -> bool:
    if units[0].han:
        return len(units) >= 2
    return len(units) >= 2 or len(units[0].word) >= 3
