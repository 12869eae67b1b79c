"""Blocks of a Markdown text, as Python-Markdown would divide it, with offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal[
    "heading", "paragraph", "item", "row", "quote", "fence", "code", "definition", "note", "comment"
]

_HEADING = re.compile(r"(#{1,6})[ \t]+")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})([^`\n]*)$")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+")
_RULE = re.compile(r"[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_DELIMITER = frozenset("|-: \t")
_DEFINITION = re.compile(r" {0,3}\[([^\]^\n][^\]\n]*)\]:[ \t]*(\S+)")
_NOTE = re.compile(r" {0,3}\[\^([^\]\n]+)\]:[ \t]*")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_ABBREVIATION = re.compile(r"\*\[[^\]\n]+\]:")


def _is_delimiter(line: str) -> bool:
    """Tells whether a line is the rule between a table's head and its rows."""
    return "-" in line and _DELIMITER.issuperset(line)


def _without_attributes(heading: str) -> str:
    """Cuts `{#id}` and closing hashes off a heading's line."""
    line = heading.rstrip()
    if line.endswith("}") and "{" in line:
        line = line[: line.rindex("{")].rstrip()
    return line.rstrip("#").rstrip()


@dataclass(frozen=True)
class Block:
    """A stretch of the file that is read as one.

    Attributes:
        kind: what it is.
        start: offset of the first character of its text, after any marker.
        end: offset after its last character.
        level: level of a heading; indentation of an item; 0 otherwise.
        info: language of a fence; label of a definition or note; cell separators are not parsed.
        table: number of the table that a row belongs to, from 0; -1 outside tables.
        closed: False for a fence or comment that is never closed.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    info: str = ""
    table: int = -1
    closed: bool = True


def find_blocks(text: str, start: int = 0) -> list[Block]:
    """Divides a Markdown text into blocks.

    Args:
        text: the file.
        start: offset at which the body begins.

    Returns:
        Blocks in order; blank lines, rules and delimiter rows of tables belong to none.
    """
    return _Divider(text, start).blocks


class _Divider:
    """Reads line by line; `open` is the start of the running paragraph or item."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.open: tuple[BlockKind, int, int] | None = None
        self.last_end = start
        self.in_list = False
        self.table = -1
        self.tables = 0
        self.fence: tuple[str, int, str] | None = None
        self.comment: int | None = None
        position = start
        lines = text[start:].split("\n")
        for index, line in enumerate(lines):
            following = lines[index + 1] if index + 1 < len(lines) else ""
            self._line(line, position, following)
            position += len(line) + 1
        self._close()
        if self.fence is not None:
            self._add("fence", self.fence[1], len(text), info=self.fence[2], closed=False)
        if self.comment is not None:
            self._add("comment", self.comment, len(text), closed=False)

    def _add(
        self, kind: BlockKind, start: int, end: int, *,
        level: int = 0, info: str = "", table: int = -1, closed: bool = True,
    ) -> None:  # fmt: skip
        self.blocks.append(Block(kind, start, end, level, info, table, closed))

    def _close(self) -> None:
        if self.open is not None:
            kind, start, level = self.open
            self._add(kind, start, self.last_end, level=level)
            self.open = None

    def _line(self, line: str, at: int, following: str) -> None:
        if self._inside(line, at):
            return
        stripped = line.strip()
        if not stripped:
            self._close()
            self.table = -1
            return
        fence = _FENCE.match(line)
        if fence:
            self._close()
            self.fence = (fence[1], at, fence[2].strip())
        elif stripped.startswith("<!--"):
            self._close()
            begin = at + line.index("<!--")
            if "-->" in line:
                self._after_comment(line, at, begin)
            else:
                self.comment = begin
        else:
            self._plain(line, at, following)

    def _after_comment(self, line: str, at: int, begin: int) -> None:
        end = line.index("-->") + 3
        self._add("comment", begin, at + end)
        if line[end:].strip():
            self.open = ("paragraph", at + end, 0)
            self.last_end = at + len(line)

    def _inside(self, line: str, at: int) -> bool:
        """Handles a line inside a fence or a comment."""
        if self.fence is not None:
            mark, begin, info = self.fence
            bare = line.strip()
            if bare.startswith(mark) and not bare.strip(mark[0]):
                self._add("fence", begin, at + len(line), info=info)
                self.fence = None
            return True
        if self.comment is not None:
            if "-->" in line:
                self._add("comment", self.comment, at + line.index("-->") + 3)
                self.comment = None
            return True
        return False

    def _plain(self, line: str, at: int, following: str) -> None:
        end = at + len(line)
        heading = _HEADING.match(line)
        if heading:
            self._close()
            self.in_list = False
            words_end = at + len(_without_attributes(line))
            start = at + heading.end()
            self._add("heading", start, max(start, words_end), level=len(heading[1]))
            return
        indented = line.startswith(("    ", "\t"))
        if indented and self.open is None and not self.in_list:
            self._add("code", at, end)
            return
        if self._table_row(line, at, following):
            return
        if _RULE.match(line):
            self._close()
            return
        item = _ITEM.match(line)
        if item:
            self._close()
            self.in_list = True
            self._begin("item", at + item.end(), end, len(item[1].expandtabs(4)))
            return
        if self.open is None and not indented:
            self.in_list = self.in_list and line.startswith(" ")
        self._other(line, at, end)

    def _begin(self, kind: BlockKind, start: int, end: int, level: int = 0) -> None:
        self.open = (kind, start, level)
        self.last_end = end

    def _table_row(self, line: str, at: int, following: str) -> bool:
        if self.table < 0:
            begins = "|" in line and "|" in following and _is_delimiter(following)
            if not begins or self.open is not None:
                return False
            self.table = self.tables
            self.tables += 1
        elif "|" not in line:
            self.table = -1
            return False
        if not _is_delimiter(line):
            self._add("row", at, at + len(line), table=self.table)
        return True

    def _other(self, line: str, at: int, end: int) -> None:
        note = _NOTE.match(line)
        definition = _DEFINITION.match(line)
        quote = _QUOTE.match(line)
        if note:
            self._close()
            self._add("note", at + note.end(), end, info=note[1])
        elif definition and self.open is None:
            self._add("definition", at + definition.start(2), at + definition.end(2),
                      info=definition[1])  # fmt: skip
        elif quote:
            self._close()
            self._add("quote", at + quote.end(), end)
        elif _ABBREVIATION.match(line):
            self._close()
        elif self.open is None:
            self._begin("paragraph", at + len(line) - len(line.lstrip()), end)
        else:
            self.last_end = end
