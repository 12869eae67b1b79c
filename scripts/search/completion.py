"""Wordings of the glossary that a half-typed query may become."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from scripts.search.analyser import Unit
from scripts.search.phrases import PhraseTable, Span

_LONGEST = 8  # units looked at from the end
_MOST = 4


class Completion(NamedTuple):
    """A term that the end of a query may become.

    Attributes:
        token: the term's token.
        start: first unit of the query that it stands for.
        share: how much of the wording has been typed, from 0 to 1.
    """

    token: str
    start: int
    share: float


def completions(
    units: Sequence[Unit],
    concepts: Sequence[Span],
    table: PhraseTable,
    mute: Callable[[Unit], bool],
) -> list[Completion]:
    """Finds the terms whose wording begins with the end of the query.

    Args:
        units: the query.
        concepts: wordings that it holds already.
        table: all wordings.
        mute: tells the words that wordings are compared without.

    Returns:
        The terms of the longest beginning only, and none where more than four begin so.
    """
    size = max((place for place, unit in enumerate(units, 1) if not mute(unit)), default=0)
    for start in range(max(0, size - _LONGEST), size):
        if any(unit.broken for unit in units[start + 1 : size]) or mute(units[start]):
            continue
        if any(span.start <= start and span.end == size for span in concepts):
            return []
        typed = [unit for unit in units[start:size] if not mute(unit)]
        if not _says_enough(typed):
            return []
        head = tuple(unit.text for unit in typed[:-1])
        last = typed[-1]
        found: dict[str, float] = {}
        for phrase in table.phrases:
            if phrase.units[: len(head)] != head or len(phrase.units) < len(head) + 1:
                continue
            here = phrase.units[len(head)]
            longer = len(phrase.units) > len(head) + 1 or here != last.text
            if here.startswith(last.word) and longer:
                share = len("".join((*head, last.word))) / len("".join(phrase.units))
                token = f"#{phrase.id}"
                found[token] = max(found.get(token, 0.0), share)
        if found:
            offers = [Completion(token, start, share) for token, share in found.items()]
            return offers if len(found) <= _MOST else []
    return []


def _says_enough(units: Sequence[Unit]) -> bool:
    if units[0].han:
        return len(units) >= 2
    return len(units) >= 2 or len(units[0].word) >= 3
