"""What every rule is: an id, a reason, examples, and a way to look."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from scripts.checks.document.document import Document
from scripts.checks.document.source import Source
from scripts.checks.finding import Edit, Finding, Severity

if TYPE_CHECKING:
    from scripts.checks.built.site import BuiltSite
    from scripts.checks.context import Context


@dataclass(frozen=True)
class Example:
    """A change to the knowledge base that a rule must catch, or must leave alone.

    The list of rules shows the examples, and the tests plant them into copies of real pages.

    Attributes:
        body: paragraphs added to a page, by language. In a bad example `⟦` and `⟧` enclose the
            characters at fault; `⟦⟧` marks a place.
        front: lines put into the front matter in place of the same key, by language.
        data: text appended to a file of `docs/data`, by file name.
        files: text of new files, by path; an empty text removes the file. `{page}` stands for
            the page.
        replace: replacements (old, new) in the page, by language.
        at: `path:line` of the finding where no `⟦` can show it.
    """

    body: tuple[tuple[str, str], ...] = ()
    front: tuple[tuple[str, str], ...] = ()
    data: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    replace: tuple[tuple[str, str, str], ...] = ()
    at: str = ""


def zh(text: str) -> Example:
    """An example in the Chinese page."""
    return Example(body=(("zh-TW", text),))


def en(text: str) -> Example:
    """An example in the English page."""
    return Example(body=(("en", text),))


def both(chinese: str, english: str) -> Example:
    """An example in both pages."""
    return Example(body=(("zh-TW", chinese), ("en", english)))


class Rule(ABC):
    """A rule.

    Attributes:
        id: `KB` and three digits; the first names the family.
        name: short title.
        severity: of its findings.
        reason: why the rule exists, for the contributing page and `--explain`.
        bad: examples that it must catch.
        good: examples that look alike and are right.
        fixes: True if `--fix` can mend what it finds.
        stops_build: True if what it finds makes a build impossible, dishonest or unsafe.
    """

    id: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = "error"
    reason: ClassVar[str]
    bad: ClassVar[tuple[Example, ...]] = ()
    good: ClassVar[tuple[Example, ...]] = ()
    fixes: ClassVar[bool] = False
    stops_build: ClassVar[bool] = False

    def at(
        self, source: Source, start: int, end: int, message: str,
        write: str | None = None, *, fix: bool = False,
    ) -> Finding:  # fmt: skip
        """Makes a finding about a stretch of a file.

        Args:
            source: the file.
            start: offset of the first character at fault.
            end: offset after the last.
            message: what is wrong.
            write: what to write instead; the message then ends in (found → write).
            fix: True if replacing the stretch by `write` is always right.

        Returns:
            The finding, with the place of `start`.
        """
        line, column = source.place(start)
        found = source.text[start:end].partition("\n")[0]
        if write is not None:
            message = f"{message} ({_shown(found)} → {_shown(write)})"
        edit = Edit(start, end, write) if fix and write is not None else None
        return Finding(source.path, line, column, self.id, message, self.severity, len(found), edit)

    def on_line(self, path: str, line: int, column: int, message: str) -> Finding:
        """Makes a finding about a place where no stretch of text is at fault."""
        return Finding(path, line, column, self.id, message, self.severity)

    def in_prose(
        self, document: Document, start: int, end: int, message: str,
        write: str | None = None, *, fix: bool = False,
    ) -> Finding:  # fmt: skip
        """Like `at`, for a stretch of `document.prose.text`.

        A fix is given only where the file has the same characters without markup between them.
        """
        prose = document.prose
        first = prose.offset(start)
        last = prose.offset(end - 1) + 1 if end > start else first
        same = document.text[first:last] == prose.text[start:end]
        return self.at(document, first, last, message, write, fix=fix and same)


def _shown(text: str) -> str:
    """Quotes a stretch of text for a message, with invisible characters spelt out."""
    if not text:
        return "nothing"
    spelt = "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in text)
    return f"“{spelt}”" if len(spelt) <= 60 else f"“{spelt[:57]}…”"


class PageRule(Rule):
    """Looks at one page, and through the context at what it refers to.

    Attributes:
        reads_records: True if the rule looks only at words, so that it applies to the texts of
            the records as well.
    """

    reads_records: ClassVar[bool] = False

    @abstractmethod
    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Yields what is wrong with a page."""


class RecordRule(Rule):
    """Looks at the records of `docs/data` and other single files.

    Attributes:
        about_pages: True if it can find faults in pages, so that it runs for a single page too.
    """

    about_pages: ClassVar[bool] = False

    @abstractmethod
    def check(self, context: Context) -> Iterator[Finding]:
        """Yields what is wrong with the records."""


class WholeRule(Rule):
    """Looks at all pages together; left out when only some pages are checked."""

    @abstractmethod
    def check(self, context: Context) -> Iterator[Finding]:
        """Yields what is wrong with the whole."""


class BuiltRule(Rule):
    """Looks at the built site."""

    @abstractmethod
    def check(self, site: BuiltSite) -> Iterator[Finding]:
        """Yields what is wrong with the built HTML."""
