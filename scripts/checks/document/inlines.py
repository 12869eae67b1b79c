"""Links, notes, code and tags inside a block, and the words that a reader sees."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

LinkKind = Literal["link", "image", "reference", "autolink"]
CODE = "\ufffc"  # stands for a code span among the visible words

_TOKEN = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+.!|>~<-])"
    r"|(?P<code>`+)"
    r"|(?P<comment><!--)"
    r"|<(?P<auto>(?:https?|mailto|ftp):[^<>\s]*)>"
    r"|(?P<tag></?[A-Za-z][^<>]*>)"
    r"|(?P<note>\[\^[^\]\[\n]+\])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<attributes>\{:?[ ]*[#.A-Za-z][^{}\n]*\})"
    r"|(?P<stars>\*+)"
    r"|(?P<underscores>_+)"
    r"|(?P<bar>\|)"
)
_TARGET = re.compile(
    r"\([ \t]*(?:<(?P<angle>[^<>\n]*)>|(?P<plain>[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*))"
    r"(?:[ \t\n]+(?P<title>\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
)
_LABEL = re.compile(r"[ ]?\[(?P<label>[^\[\]\n]*)\]")


@dataclass(frozen=True)
class Link:
    """A link or image.

    Attributes:
        kind: `reference` is one whose address stands in a definition.
        start: offset of its first character.
        end: offset after its last character.
        text: words shown, without markup; alternative text of an image.
        text_start: offset where the words begin.
        text_end: offset where the words end.
        target: address, or the label of a reference.
        target_start: offset of the address.
        title: title in quotes, without them.
    """

    kind: LinkKind
    start: int
    end: int
    text: str
    text_start: int
    text_end: int
    target: str
    target_start: int
    title: str = ""


@dataclass(frozen=True)
class Mark:
    """A note reference, tag, comment, code span or attribute list; `text` is what it holds."""

    kind: Literal["note", "tag", "comment", "code", "attributes"]
    start: int
    end: int
    text: str


@dataclass
class Inlines:
    """What a scan of one block collects; `pieces` are (file offset, visible text)."""

    links: list[Link] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    pieces: list[tuple[int, str]] = field(default_factory=list)


def scan(text: str, start: int, end: int, *, row: bool = False) -> Inlines:
    """Reads the inline Markdown of one block.

    Args:
        text: the file.
        start: offset at which the block begins.
        end: offset after it.
        row: True for a row of a table, whose bars part the words.

    Returns:
        Links and marks in order of their end, and the visible words.
    """
    return _Scanner(text, start, end, row).read()


class _Scanner:
    """One pass over the tokens; brackets wait on a stack until they close."""

    def __init__(self, text: str, start: int, end: int, row: bool) -> None:
        self.text, self.start, self.end, self.row = text, start, end, row
        self.found = Inlines()
        self.stack: list[tuple[int, int, int]] = []  # offset, after the bracket, pieces so far
        self.runs: dict[int, list[int]] | None = None
        self.no_comment_end = False

    def read(self) -> Inlines:
        position = self.start
        while True:
            match = _TOKEN.search(self.text, position, self.end)
            if match is None:
                self._show(position, self.end)
                return self.found
            self._show(position, match.start())
            position = self._token(match)

    def _show(self, start: int, end: int) -> None:
        if start < end:
            self.found.pieces.append((start, self.text[start:end]))

    def _token(self, match: re.Match[str]) -> int:
        """Handles a token and returns the offset at which reading goes on."""
        kind, start, end = match.lastgroup, match.start(), match.end()
        if kind == "escaped":
            self._show(start + 1, end)
        elif kind == "code":
            return self._code(start, end)
        elif kind == "comment":
            return self._comment(start, end)
        elif kind == "auto":
            address = match["auto"]
            self.found.links.append(
                Link("autolink", start, end, address, start + 1, end - 1, address, start + 1)
            )
            self._show(start + 1, end - 1)
        elif kind in ("tag", "attributes"):
            self._mark("tag" if kind == "tag" else "attributes", start, end, match[0])
        elif kind == "note":
            self._mark("note", start, end, match[0][2:-1])
        elif kind == "open":
            self.stack.append((start, end, len(self.found.pieces)))
            self._show(start, end)
        elif kind == "close":
            return self._close_bracket(end)
        elif kind == "bar" and self.row:
            self.found.pieces.append((start, "\n"))
        elif kind in ("stars", "underscores"):
            self._emphasis(kind, start, end)
        else:
            self._show(start, end)
        return end

    def _mark(
        self, kind: Literal["note", "tag", "comment", "code", "attributes"],
        start: int, end: int, text: str,
    ) -> None:  # fmt: skip
        self.found.marks.append(Mark(kind, start, end, text))

    def _emphasis(self, kind: str, start: int, end: int) -> None:
        """Drops marks of emphasis; a mark between blanks, or `_` inside a word, is a character."""
        before = self.text[start - 1] if start > self.start else " "
        after = self.text[end] if end < self.end else " "
        literal = before.isspace() and after.isspace()
        if kind == "underscores":
            literal = literal or (before.isalnum() and after.isalnum())
        if literal:
            self._show(start, end)

    def _code(self, start: int, end: int) -> int:
        if self.runs is None:
            self.runs = {}
            for run in re.finditer("`+", self.text[self.start : self.end]):
                self.runs.setdefault(len(run[0]), []).append(self.start + run.start())
        length = end - start
        places = self.runs.get(length, [])
        index = bisect_right(places, start)
        if index == len(places):
            self._show(start, end)
            return end
        close = places[index] + length
        self._mark("code", start, close, self.text[end : places[index]])
        self.found.pieces.append((start, CODE))
        return close

    def _comment(self, start: int, end: int) -> int:
        close = -1 if self.no_comment_end else self.text.find("-->", end, self.end)
        if close < 0:
            self.no_comment_end = True
            self._show(start, end)
            return end
        self._mark("comment", start, close + 3, self.text[end:close].strip())
        return close + 3

    def _close_bracket(self, end: int) -> int:
        if not self.stack:
            self._show(end - 1, end)
            return end
        start, text_start, pieces = self.stack.pop()
        kind: LinkKind = "image" if self.text[start] == "!" else "link"
        target = _TARGET.match(self.text, end, self.end)
        label = None if target else _LABEL.match(self.text, end, self.end)
        words = "".join(piece for _, piece in self.found.pieces[pieces + 1 :])
        if target:
            group = "angle" if target["angle"] is not None else "plain"
            title = (target["title"] or "")[1:-1]
            link = Link(kind, start, target.end(), words, text_start, end - 1,
                        target[group], target.start(group), title)  # fmt: skip
        elif label:
            named = label["label"] or self.text[text_start : end - 1]
            link = Link("reference", start, label.end(), words, text_start, end - 1,
                        named, label.start("label"))  # fmt: skip
        else:
            self._show(end - 1, end)
            return end
        self.found.links.append(link)
        if kind == "image":
            del self.found.pieces[pieces:]
        else:
            # The opening bracket was shown for the case that it opens nothing.
            self.found.pieces[pieces] = (start, "")
            # A link holds no link, so brackets still open are plain characters.
            self.stack = [opened for opened in self.stack if self.text[opened[0]] == "!"]
        return link.end


def visible(pieces: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yields the pieces that hold characters."""
    return ((offset, piece) for offset, piece in pieces if piece)
