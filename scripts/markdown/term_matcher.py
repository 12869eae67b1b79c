"""Finds the wordings of the glossary in running text, longest first, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import Language
from scripts.content.records import Term

_LATIN = re.compile(r"[A-Za-z0-9]")
_NOT_AFTER_LATIN = r"(?<![A-Za-z0-9])"
_NOT_BEFORE_LATIN = r"(?![A-Za-z0-9])"


@dataclass(frozen=True)
class TermMatch:
    """A wording met in text; `end` is the offset after its last character."""

    term: Term
    start: int
    end: int


@dataclass
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    is_end: bool = False


class TermMatcher:
    """The wordings of all terms in one language, compiled into one expression.

    Wordings of terms with `link: false` are found too: they keep a shorter wording inside them
    from being taken for another term.
    """

    def __init__(self, terms: list[Term], language: Language) -> None:
        self._terms: dict[str, Term] = {}
        for term in terms:
            for wording in term.wordings(language):
                for form in _forms(wording, language):
                    self._terms.setdefault(form, term)
        self._pattern = _compile(list(self._terms))

    def find(self, text: str) -> Iterator[TermMatch]:
        """Yields the wordings in `text` in order, without overlaps."""
        for match in self._pattern.finditer(text):
            wording = match[0].replace("\n", " ")
            yield TermMatch(self._terms[wording], match.start(), match.end())


def term_matcher(kb: KnowledgeBase, language: Language) -> TermMatcher:
    """Compiles the matcher of one language; meant for `LoadedKnowledge.derived`."""
    return TermMatcher(list(kb.terms.values()), language)


def _forms(wording: str, language: Language) -> Iterator[str]:
    """Yields a wording as it may stand in a sentence: capitalised and, in English, plural.

    A wording that is written with a capital is a name (the Fed) and keeps it.
    """
    plurals = [""]
    if language == "en" and _LATIN.match(wording[-1]):
        plurals += ["s", "es"]
    for start in dict.fromkeys((wording[0], wording[0].upper())):
        for ending in plurals:
            yield start + wording[1:] + ending
        if len(plurals) > 1 and wording.endswith("y"):
            yield start + wording[1:-1] + "ies"


def _compile(forms: list[str]) -> re.Pattern[str]:
    if not forms:
        return re.compile(r"(?!)")
    latin, other = _Node(), _Node()
    for form in forms:
        node = latin if _LATIN.match(form[0]) else other
        for character in form:
            node = node.children.setdefault(character, _Node())
        node.is_end = True
    branches = []
    if other.children:
        branches.append(_expression(other, ""))
    if latin.children:
        branches.append(_NOT_AFTER_LATIN + _expression(latin, ""))
    return re.compile("|".join(branches))


def _expression(node: _Node, last: str) -> str:
    """Writes a tree of characters as an expression that tries longer wordings first."""
    branches = [
        # A line break may stand where the wording has a space.
        ("[ \n]" if character == " " else re.escape(character)) + _expression(child, character)
        for character, child in sorted(node.children.items())
    ]
    if node.is_end:
        branches.append(_NOT_BEFORE_LATIN if _LATIN.match(last) else "")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
