"""Mends slips in a query with the glossary and the words of the index.

`docs/assets/javascripts/search/spelling.js` does the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from scripts.search.analyser import Analyser, Unit
from scripts.search.phrases import Phrase, PhraseTable, Span
from scripts.search.slips import SAME_SOUND, distance, han_slip


class Vocabulary(Protocol):
    """The words of the index."""

    def rarity(self, token: str) -> float | None:
        """Returns how rare a token is, or None where no text has it."""

    def surface(self, token: str) -> str:
        """Returns the commonest word behind a stem."""

    def beginning_with(self, start: str) -> Iterable[tuple[str, float]]:
        """Returns the tokens that begin so, with their rarity, in the order of code points."""


@dataclass(frozen=True)
class Correction:
    """A stretch of the query that was mended.

    Attributes:
        start: first unit, in the query as typed.
        end: unit after the last.
        right: what it should be, as units.
        shown: the same as a reader writes it, or empty where that is not known.
    """

    start: int
    end: int
    right: tuple[str, ...]
    shown: str = ""


@dataclass(frozen=True)
class _Candidate:
    cost: float
    rank: tuple[float, ...]
    correction: Correction


class Speller:
    """Mends queries in the light of one index."""

    def __init__(
        self,
        analyser: Analyser,
        vocabulary: Vocabulary,
        sounds: dict[str, frozenset[str]],
        questions: PhraseTable,
        words: Sequence[str],
    ) -> None:
        """Takes what it compares with.

        Args:
            analyser: knows the glossary.
            vocabulary: the words of the index.
            sounds: the sounds of each Han character.
            questions: words that need no mending though no text may have them.
            words: the Latin words of the glossary, not stemmed, in order.
        """
        self._analyser = analyser
        self._vocabulary = vocabulary
        self._sounds = sounds
        self._questions = questions
        asking = (unit for phrase in questions.phrases for unit in phrase.units)
        self._known = analyser.silent.union(asking)
        self._words = words
        self._longest = 0
        phrases = [*analyser.concepts.phrases, *analyser.everyday.phrases]
        self._by_first: dict[str, list[Phrase]] = {}
        self._by_last: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            if len(phrase.units) > 1 and all(len(unit) == 1 for unit in phrase.units):
                self._by_first.setdefault(phrase.units[0], []).append(phrase)
                self._by_last.setdefault(phrase.units[-1], []).append(phrase)
                self._longest = max(self._longest, len(phrase.units))

    def corrections(self, units: Sequence[Unit]) -> list[Correction]:
        """Returns what to mend, from left to right, without overlaps."""
        concepts, everyday = self._analyser.spans(units)
        asking = self._questions.find([u.text for u in units], [u.broken for u in units])
        spans = [*concepts, *everyday, *(span for span in asking if span.end - span.start > 1)]
        found = [
            correction
            for index, unit in enumerate(units)
            if not unit.han and not _inside(spans, index)
            for correction in self._mend_word(index, unit)
        ]
        found += self._mend_han(units, spans)
        return sorted(found, key=lambda correction: correction.start)

    def _mend_word(self, index: int, unit: Unit) -> list[Correction]:
        word = unit.word
        if len(word) < 4 or not word.isascii() or not word.isalpha():
            return []
        if unit.text in self._known or self._vocabulary.rarity(unit.text) is not None:
            return []
        if any(True for _ in self._vocabulary.beginning_with(word)):
            return []
        limit = 1 if len(word) < 6 else 2
        best: tuple[float, int, float, str] | None = None
        for right in self._words:
            if right.startswith(word):
                return []
            slips = distance(word, right, limit)
            if slips <= limit and (slips == 1 or right[0] == word[0]):
                best = min(best or (99, 0, 0, ""), (slips, 0, 0, right))
        for token, rarity in self._vocabulary.beginning_with(word[:2]):
            right = self._vocabulary.surface(token)
            slips = distance(word, right, limit)
            if slips <= limit and len(right) > 3:
                best = min(best or (99, 0, 0, ""), (slips, 1, rarity, right))
        if best is None:
            return []
        return [Correction(index, index + 1, self._analyser.phrase_units(best[3]), best[3])]

    def _mend_han(self, units: Sequence[Unit], spans: Sequence[Span]) -> list[Correction]:
        strange = self._strange_pairs(units, spans)
        candidates = [
            candidate
            for pair in strange
            for candidate in (
                *self._wordings_at(units, pair, strange),
                *self._pairs_at(units, pair, strange),
            )
        ]
        chosen: list[Correction] = []
        for candidate in sorted(candidates, key=lambda c: (c.cost, c.rank, c.correction.right)):
            correction = candidate.correction
            if all(correction.end <= c.start or c.end <= correction.start for c in chosen):
                chosen.append(correction)
        return chosen

    def _strange_pairs(self, units: Sequence[Unit], spans: Sequence[Span]) -> list[int]:
        """Returns the first unit of each pair of characters that no text has."""
        return [
            index
            for index in range(len(units) - 1)
            if units[index + 1].joined
            and not (_inside(spans, index) and _inside(spans, index + 1))
            and not {units[index].text, units[index + 1].text} & self._analyser.silent
            and self._vocabulary.rarity(units[index].text + units[index + 1].text) is None
        ]

    def _wordings_at(
        self, units: Sequence[Unit], pair: int, strange: Sequence[int]
    ) -> Iterator[_Candidate]:
        """Looks for wordings that begin or end as a stretch around the pair does."""
        for start in range(max(0, pair + 1 - self._longest), pair + 1):
            for phrase in self._by_first.get(units[start].text, ()):
                for more in (0, 1, -1):
                    end = start + len(phrase.units) + more
                    yield from self._wording_at(units, start, end, pair, strange, phrase)
        for last in range(pair + 1, min(len(units), pair + 2 + self._longest)):
            for phrase in self._by_last.get(units[last].text, ()):
                for more in (0, 1, -1):
                    start = last + 1 - len(phrase.units) - more
                    yield from self._wording_at(units, start, last + 1, pair, strange, phrase)

    def _wording_at(
        self,
        units: Sequence[Unit],
        start: int,
        end: int,
        pair: int,
        strange: Sequence[int],
        phrase: Phrase,
    ) -> Iterator[_Candidate]:
        if start < 0 or start > pair or end < pair + 2 or end > len(units):
            return
        if not all(unit.joined for unit in units[start + 1 : end]):
            return
        slip = han_slip([u.text for u in units[start:end]], phrase.units, self._same_sound)
        if slip is None:
            return
        cost, place = slip
        near = start + place in strange or start + place - 1 in strange
        # The first sign of a stretch may belong to the word before it.
        bold = len(phrase.units) > 2 and place > 0
        if near and (bold or self._alone(units, start + place, strange)):
            correction = Correction(start, end, phrase.units, phrase.wording)
            yield _Candidate(cost, (-len(phrase.units), start), correction)

    def _pairs_at(
        self, units: Sequence[Unit], pair: int, strange: Sequence[int]
    ) -> Iterable[_Candidate]:
        """Mends the second of two characters, where what follows is strange as well."""
        if not self._alone(units, pair + 1, strange):
            return
        first, second = units[pair].text, units[pair + 1].text
        if {first, second} & self._known:
            return
        after = units[pair + 2].text if self._joins(units, pair + 2) else ""
        for token, rarity in self._vocabulary.beginning_with(first):
            if len(token) != 2 or not self._same_sound(token[1], second):
                continue
            if after and self._vocabulary.rarity(token[1] + after) is None:
                continue
            correction = Correction(pair, pair + 2, (first, token[1]))
            yield _Candidate(SAME_SOUND + 0.2, (rarity, pair), correction)

    def _alone(self, units: Sequence[Unit], index: int, strange: Sequence[int]) -> bool:
        """Whether no pair that a character belongs to stands in any text."""
        before = index - 1 in strange or not units[index].joined
        return before and (index in strange or not self._joins(units, index + 1))

    def _joins(self, units: Sequence[Unit], index: int) -> bool:
        return index < len(units) and units[index].joined

    def _same_sound(self, one: str, other: str) -> bool:
        nothing: frozenset[str] = frozenset()
        return not self._sounds.get(one, nothing).isdisjoint(self._sounds.get(other, nothing))


def _inside(spans: Sequence[Span], index: int) -> bool:
    return any(span.start <= index < span.end for span in spans)
