"""Phrases as sequences of units, found in a text longest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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


class PhraseTable:
    """Phrases by their first unit; of two that begin alike the longer is tried first."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        first_wins: dict[tuple[str, ...], Phrase] = {}
        for phrase in phrases:
            if phrase.units:
                kept = first_wins.setdefault(phrase.units, phrase)
                if kept.loose and not phrase.loose:
                    first_wins[phrase.units] = phrase
        self.phrases: tuple[Phrase, ...] = tuple(first_wins.values())
        self._by_first: dict[str, list[tuple[list[str], Phrase]]] = {}
        for phrase in sorted(self.phrases, key=lambda phrase: -len(phrase.units)):
            self._by_first.setdefault(phrase.units[0], []).append((list(phrase.units), phrase))

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
        by_first = self._by_first
        for index, unit in enumerate(units):
            if index < end or unit not in by_first:
                continue
            for wording, phrase in by_first[unit]:
                after = index + len(wording)
                if units[index:after] == wording and not any(breaks[index + 1 : after]):
                    found.append(Span(index, after, phrase))
                    end = after
                    break
        return found
