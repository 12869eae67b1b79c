"""Links to figures of record inside the short texts of records: `[8.97 兆美元](figure:x.y)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINK = re.compile(r"\[([^\[\]\n]+)\]\(figure:([a-z0-9._-]+)\)")


class FigureLink(NamedTuple):
    """A link: its words, the id of the figure, and where it stands in the text."""

    words: str
    figure: str
    start: int
    end: int


def figure_links(text: str) -> Iterator[FigureLink]:
    """Yields the links of a text in order."""
    for match in _LINK.finditer(text):
        yield FigureLink(match[1], match[2], match.start(), match.end())


def without_links(text: str) -> str:
    """Returns a text as readers see it, with the words of its links alone."""
    return _LINK.sub(r"\1", text)
