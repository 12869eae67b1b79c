"""Word lists of the rules, from `docs/data/checks.yml`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from pydantic import Field

from scripts.content.localised import Language, Record
from scripts.content.problems import ContentError, Problem, read_text
from scripts.content.validation import validate
from scripts.content.yaml_source import parse_yaml

LISTS = Path("docs") / "data" / "checks.yml"


class Wording(Record):
    """A wording not to write.

    Attributes:
        avoid: the wording.
        write: what to write instead; several where the sense decides.
        why: one line for the contributor.
        unless: longer wordings that hold it and are right; `~` stands for the wording itself, so
            that `動~` means “after 動”.
        pages: parts of page paths on which it is right.
        near: words in the same paragraph that make it right.
        language: the language it is wrong in.
    """

    avoid: str = Field(min_length=1)
    write: tuple[str, ...] = ()
    why: str
    unless: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    language: Language = "zh-TW"


class Pattern(Record):
    """A slip that only a pattern can tell, and its cure."""

    pattern: str
    write: str
    why: str
    language: Language = "zh-TW"
    examples: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


class IgnoredAddress(Record):
    """An address that the weekly job does not ask, and why."""

    address: str
    reason: str = Field(min_length=8)


class StaleSeries(Record):
    """A series known to have ended or to come late, why, and until when that is accepted."""

    series: str
    until: datetime.date
    reason: str = Field(min_length=8)


class CheckLists(Record):
    """All lists; see the comments in the file."""

    wordings: tuple[Wording, ...] = ()
    typos: tuple[Wording, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    simplified: tuple[Wording, ...] = ()
    variants: tuple[tuple[str, ...], ...] = ()
    abbreviations: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    html: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    ignore: tuple[IgnoredAddress, ...] = ()
    stale: tuple[StaleSeries, ...] = ()
    spelling: tuple[Wording, ...] = ()
    tight: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @cached_property
    def compiled(self) -> list[tuple[Pattern, re.Pattern[str]]]:
        """The patterns, compiled."""
        return [(entry, re.compile(entry.pattern)) for entry in self.patterns]


class WordMatcher:
    """Finds many wordings, longest first, outside their right contexts.

    Most texts hold none of the wordings, and asking for each (`in`) is many times faster than one
    pattern of all of them.
    """

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._wordings = {entry.avoid: entry for entry in wordings}
        self._contexts = {word: _contexts(entry) for word, entry in self._wordings.items()}

    def find(self, text: str) -> list[tuple[int, int, Wording]]:
        """Returns (start, end, wording) of each slip in a text."""
        present = [word for word in self._wordings if word in text]
        if not present:
            return []
        pattern = "|".join(_bordered(word) for word in sorted(present, key=len, reverse=True))
        return [
            (match.start(), match.end(), self._wordings[match[0]])
            for match in re.finditer(pattern, text)
            if not self._is_right(text, match.start(), match[0])
        ]

    def _is_right(self, text: str, start: int, word: str) -> bool:
        return any(
            start >= shift and text.startswith(context, start - shift)
            for context, shift in self._contexts[word]
        )


def _contexts(entry: Wording) -> list[tuple[str, int]]:
    """Returns each right context with the place of the wording in it."""
    contexts = []
    for context in entry.unless:
        whole = context.replace("~", entry.avoid)
        start = whole.find(entry.avoid)
        while start >= 0:
            contexts.append((whole, start))
            start = whole.find(entry.avoid, start + 1)
    return contexts


def _bordered(word: str) -> str:
    """A pattern for a wording; Latin ones stand only at word borders."""
    before = r"(?<![A-Za-z0-9])" if word[0].isascii() and word[0].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if word[-1].isascii() and word[-1].isalnum() else ""
    return f"{before}{re.escape(word)}{after}"


def load_lists(root: Path) -> CheckLists:
    """Reads the lists.

    Args:
        root: repository root.

    Returns:
        The lists, empty where there is no file.

    Raises:
        ContentError: malformed YAML, an unknown key, or a pattern that does not compile.
    """
    file = root / LISTS
    if not file.exists():
        return CheckLists()
    shown = LISTS.as_posix()
    source = parse_yaml(read_text(file, shown), shown)
    lists = validate(CheckLists, source.data or {}, source, (), shown, "check lists")
    if isinstance(lists, list):
        raise ContentError(lists)
    for index, entry in enumerate(lists.patterns):
        try:
            re.compile(entry.pattern)
        except re.error as error:
            line, column = source.position(("patterns", index))
            raise ContentError([Problem(shown, line, column, f"pattern: {error}")]) from error
    return lists
