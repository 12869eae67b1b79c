"""Cuts a text into what is compared: folded Han characters, stemmed words, and their tokens.

The specification, which `docs/assets/javascripts/search/analyser.js` follows as well
(`tests/search/vectors.json` holds the two together):

1. Each character for itself: NFKD, marks and format characters dropped, lower case, Traditional
   folded to Simplified. Letters and digits stay, `. , ' &` stay, spaces, hyphens and slashes
   become a space, everything else a break (`|`). Character by character, so that a place in the
   result is a place in the text.
2. Units: each Han character is one; so is a word, a run of other letters and digits. Digits keep
   together over `.` and `,` (7.75), single letters over `.` and `&` (H.4.1, S&P), both without the
   sign; a possessive 's goes; words are stemmed.
3. Tokens: pairs of neighbouring Han characters, single ones that have no neighbour, and words;
   `#id` for each wording of a glossary term, `~id` for each everyday word of a group. Silent words
   between the others do not part a wording: its in "shrinks its balance sheet".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from scripts.search.phrases import PhraseTable, Span
from scripts.search.stemming import stem

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff々〇"
_WORD_SIGN = rf"[^{HAN} |.,'&]"
_UNIT = re.compile(
    rf"[{HAN}]+"
    rf"|[0-9]+(?:[.,][0-9]+)+{_WORD_SIGN}*"
    rf"|{_WORD_SIGN}(?:[.&]{_WORD_SIGN})+(?!{_WORD_SIGN})"
    rf"|{_WORD_SIGN}+(?:'{_WORD_SIGN}+)*"
    r"|[|.,]"
)
_JOINTS = re.compile("[.,'&]")
_HAN = re.compile(f"[{HAN}]")
_SPACE_LIKE = "-‐‑‒–—/／·・_"
_SPACES = "\t\n\v\f\r"
_APOSTROPHES = "'’‘"
_FULL_WIDTH_COMMA = "，"  # parts clauses, also between digits
_BREAK = "|"
_BREAKS = frozenset("|.,")


class Unit(NamedTuple):
    """A Han character or a word.

    Attributes:
        text: folded or stemmed.
        word: the word before stemming; the same as `text` for a Han character.
        han: whether it is a Han character.
        joined: whether it directly follows another Han character.
        broken: whether punctuation stands before it.
        start: place of its first character in the text.
        end: place after its last character.
    """

    text: str
    word: str
    han: bool
    joined: bool
    broken: bool
    start: int
    end: int


class Token(NamedTuple):
    """A token and the units that it was made from, the last not included."""

    text: str
    start: int
    end: int


class Analyser:
    """Cuts texts; made of a folding table and the phrases of the glossary."""

    def __init__(
        self,
        folding: Mapping[str, str],
        concepts: PhraseTable,
        everyday: PhraseTable,
        silent: frozenset[str],
    ) -> None:
        """Takes the tables.

        Args:
            folding: folded character by character.
            concepts: wordings of the glossary.
            everyday: groups of everyday words.
            silent: words and Han characters that make no token (the, 的).
        """
        self._signs = _Signs(folding)
        self.concepts = concepts
        self.everyday = everyday
        self.silent = silent
        self._silent_gaps = {ord(sign): " " for sign in silent if len(sign) == 1}

    def units(self, text: str) -> list[Unit]:
        """Cuts a text into units."""
        folded, starts, ends = self._fold(text)
        units: list[Unit] = []
        broken = False
        for match in _UNIT.finditer(folded):
            piece = match[0]
            if piece in _BREAKS:
                broken = True
                continue
            if _HAN.match(piece):
                for offset, sign in enumerate(piece, match.start()):
                    joined = offset > match.start()
                    begin, end = starts[offset], ends[offset]
                    units.append(Unit(sign, sign, True, joined, broken, begin, end))
                    broken = False
                continue
            word = _word(piece)
            begin, end = starts[match.start()], ends[match.end() - 1]
            units.append(Unit(_stem(word), word, False, False, broken, begin, end))
            broken = False
        return units

    def tokens(self, units: Sequence[Unit]) -> list[Token]:
        """Returns the pairs, single characters and words of a text, in order."""
        tokens: list[Token] = []
        silent = self.silent
        last = len(units) - 1
        for index, unit in enumerate(units):
            if unit.text in silent:
                continue
            if not unit.han:
                tokens.append(Token(unit.text, index, index + 1))
            elif index < last and units[index + 1].joined:
                after = units[index + 1].text
                if after not in silent:
                    tokens.append(Token(unit.text + after, index, index + 2))
            elif not unit.joined:
                tokens.append(Token(unit.text, index, index + 1))
        return tokens

    def spans(self, units: Sequence[Unit]) -> tuple[list[Span], list[Span]]:
        """Finds the wordings of the glossary in a text, and the everyday words.

        An everyday word that is only a part of a wording (the mortgage in mortgage-backed
        securities) is left out.
        """
        places, texts, breaks = self._telling(units)
        concepts, everyday = self._wordings(texts, breaks)
        return _placed(concepts, places), _placed(everyday, places)

    def index_tokens(self, text: str) -> list[str]:
        """Returns everything by which a text can be found, with repeats.

        The same as `tokens` and `spans` of its `units`, in half the time: nothing is asked about
        places.
        """
        tokens: list[str] = []
        texts: list[str] = []
        breaks: list[bool] = []
        silent = self.silent
        broken = False
        for piece in _UNIT.findall(text.translate(self._signs)):
            if piece in _BREAKS:
                broken = True
                continue
            if _HAN.match(piece):
                texts += piece
                breaks.append(broken)
                breaks += [False] * (len(piece) - 1)
                if len(piece) == 1:
                    tokens += () if piece in silent else piece
                else:  # No pair holds a silent character.
                    for part in piece.translate(self._silent_gaps).split():
                        tokens += [part[at : at + 2] for at in range(len(part) - 1)]
            else:
                word = _stem(_word(piece))
                if word in silent:
                    continue
                texts.append(word)
                breaks.append(broken)
                tokens.append(word)
            broken = False
        concepts, everyday = self._wordings(texts, breaks)
        tokens += [f"#{span.phrase.id}" for span in concepts]
        tokens += [f"~{span.phrase.id}" for span in everyday]
        return tokens

    def phrase_units(self, wording: str) -> tuple[str, ...]:
        """Cuts a wording for a table of phrases; silent words are left out, as in a text."""
        units = self.units(wording)
        return tuple(unit.text for unit in units if not self.mute(unit)) or tuple(
            unit.text for unit in units
        )

    def mute(self, unit: Unit) -> bool:
        """Whether a unit is a silent word that may stand within a wording; no Han character is."""
        return not unit.han and unit.text in self.silent

    def _wordings(self, texts: list[str], breaks: list[bool]) -> tuple[list[Span], list[Span]]:
        concepts = self.concepts.find(texts, breaks)
        everyday = self.everyday.find(texts, breaks)
        if concepts and everyday:
            parts = {
                index
                for span in concepts
                for index in range(span.start, span.end)
                if span.end - span.start > 1
            }
            wholes = {(span.start, span.end) for span in concepts}
            everyday = [
                span
                for span in everyday
                if (span.start, span.end) in wholes
                or not parts.issuperset(range(span.start, span.end))
            ]
        return concepts, everyday

    def _telling(self, units: Sequence[Unit]) -> tuple[list[int], list[str], list[bool]]:
        """Returns places, texts and breaks of the units that are not mute."""
        places: list[int] = []
        texts: list[str] = []
        breaks: list[bool] = []
        broken = False
        silent = self.silent
        for place, unit in enumerate(units):
            broken = broken or unit.broken
            if unit.han or unit.text not in silent:
                places.append(place)
                texts.append(unit.text)
                breaks.append(broken)
                broken = False
        return places, texts, breaks

    def _fold(self, text: str) -> tuple[str, Sequence[int], Sequence[int]]:
        """Returns the folded text, and where the origin of each of its signs starts and ends."""
        folded = text.translate(self._signs)
        size = len(text)
        if len(folded) == size:
            return folded, range(size), range(1, size + 1)
        starts: list[int] = []
        for place, sign in enumerate(text):
            starts += [place] * len(self._signs[ord(sign)])
        return folded, starts, [start + 1 for start in starts]


class _Signs(dict[int, str]):
    """What becomes of each character (step 1), worked out when first met."""

    def __init__(self, folding: Mapping[str, str]) -> None:
        super().__init__()
        self._folding = folding

    def __missing__(self, code: int) -> str:
        parts = (
            _BREAK if chr(code) == _FULL_WIDTH_COMMA else unicodedata.normalize("NFKD", chr(code))
        )
        self[code] = result = "".join(self._one(part) for part in parts)
        return result

    def _one(self, sign: str) -> str:
        category = unicodedata.category(sign)
        if category[0] == "M" or category == "Cf":
            return ""
        if sign in _APOSTROPHES:
            return "'"
        if sign in ".,&":
            return sign
        if category[0] in "LN":
            low = sign.lower()
            return self._folding.get(low, low)
        return " " if category[0] == "Z" or sign in _SPACE_LIKE or sign in _SPACES else "|"


def _word(piece: str) -> str:
    """Returns a word without the signs that join its parts, and without a possessive 's."""
    return piece if piece.isalnum() else _JOINTS.sub("", piece.removesuffix("'s"))


def _placed(spans: list[Span], places: Sequence[int]) -> list[Span]:
    """Gives spans over some of the units their places among all."""
    return [Span(places[span.start], places[span.end - 1] + 1, span.phrase) for span in spans]


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    return stem(word)
