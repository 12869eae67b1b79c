"""Phrases as sequences of units, found in a text longest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True)
class Phrase:
    """A wording, ready to be compared.

    Attributes:
        units: folded Han characters and stemmed words.
        id: what the wording stands for.
        wording: the same as a reader writes it.
        loose: the wording is an everyday alias, which says less than the term's own names.
    """

    units: tuple[str, ...]
    id: str
    wording: str
    loose: bool = False


class Span(NamedTuple):
    """A phrase met in a text: units `start` to `end`, the last not included."""

    start: int
    end: int
    phrase: Phrase


@dataclass
class _Beginning:
    """Phrases that begin with the same unit.

    Attributes:
        alone: the phrase that is nothing more.
        longer: the others by their second unit, the longest first.
    """

    alone: Phrase | None = None
    longer: dict[str, list[tuple[list[str], Phrase]]] = field(default_factory=dict)


class PhraseTable:
    """Phrases by their first two units; of two that begin alike the longer is tried first."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        first_wins: dict[tuple[str, ...], Phrase] = {}
        for phrase in phrases:
            if phrase.units:
                kept = first_wins.setdefault(phrase.units, phrase)
                if kept.loose and not phrase.loose:
                    first_wins[phrase.units] = phrase
        self.phrases: tuple[Phrase, ...] = tuple(first_wins.values())
        self._by_first: dict[str, _Beginning] = {}
        for phrase in sorted(self.phrases, key=lambda phrase: -len(phrase.units)):
            beginning = self._by_first.setdefault(phrase.units[0], _Beginning())
            if len(phrase.units) == 1:
                beginning.alone = phrase
            else:
                longer = beginning.longer.setdefault(phrase.units[1], [])
                longer.append((list(phrase.units), phrase))

    def find(self, units: list[str], breaks: list[bool]) -> list[Span]:
        """Finds phrases without overlaps, from left to right, the longest at each place.

        Args:
            units: the text.
            breaks: whether punctuation stands before each unit; no phrase goes across.

        Returns:
            The spans in order.
        """
        found: list[Span] = []
        end = 0
        last = len(units) - 1
        by_first = self._by_first
        for index in [place for place, unit in enumerate(units) if unit in by_first]:
            if index < end:
                continue
            beginning = by_first[units[index]]
            match = beginning.alone
            if index < last and not breaks[index + 1]:
                for wording, phrase in beginning.longer.get(units[index + 1], ()):
                    after = index + len(wording)
                    if units[index:after] == wording and True not in breaks[index + 2 : after]:
                        match = phrase
                        break
            if match is not None:
                end = index + len(match.units)
                found.append(Span(index, end, match))
        return found
