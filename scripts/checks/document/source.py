"""A text file, able to turn offsets into lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property


class Source:
    """A file with its text, able to turn offsets into lines and columns.

    Attributes:
        path: relative to the repository root, with forward slashes.
        text: the file with `\\n` line ends.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Returns line and column, both from 1, of an offset."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Returns a line, from 1, without its end; empty where there is none."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def offset_of(self, line: int, column: int = 1) -> int:
        """Returns the offset of a line and column, within the file."""
        line = max(1, min(line, len(self.line_starts)))
        start = self.line_starts[line - 1]
        return start + min(column - 1, len(self.line(line)))

    @cached_property
    def data(self) -> bytes:
        """The text in UTF-8."""
        return self.text.encode("utf-8", "surrogatepass")
