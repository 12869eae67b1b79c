"""How the words that the search knows lie in the manifest: as lines, with bars between the words.

A list of lists in JSON would be a tenth longer, and every reader fetches it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scripts.content.records import Term
from scripts.search.analyser import Analyser
from scripts.search.language_tables import wordings


class TermWords(NamedTuple):
    """A term with its names and its loose aliases."""

    id: str
    names: list[str]
    aliases: list[str]


def pack_term(term: Term, analyser: Analyser) -> str:
    """Returns the line of a term: its id, its names, nothing, its aliases."""
    loose = {wording for wording, is_loose in wordings(term) if is_loose}
    apart = _told_apart([wording for wording, _ in wordings(term)], analyser)
    names = [wording for wording in apart if wording not in loose]
    return pack([term.id, *names, "", *(wording for wording in apart if wording in loose)])


def unpack_terms(lines: str) -> list[TermWords]:
    """Reads what `pack_term` wrote."""
    terms: list[TermWords] = []
    for line in lines.splitlines():
        head, _, tail = line.partition("||")
        identifier, *names = head.split("|")
        terms.append(TermWords(identifier, names, tail.split("|") if tail else []))
    return terms


def pack_group(identifier: str, words: Sequence[str], analyser: Analyser) -> str:
    """Returns the line of a group of everyday words: its id and its words."""
    return pack([identifier, *_told_apart(words, analyser)])


def pack(words: Iterable[str]) -> str:
    """Returns words as one line."""
    return "|".join(words)


def _told_apart(words: Iterable[str], analyser: Analyser) -> list[str]:
    """Leaves out what is cut into the same units as a word before: other characters or endings."""
    first: dict[tuple[str, ...], str] = {}
    for word in words:
        first.setdefault(analyser.phrase_units(word), word)
    return list(first.values())
