"""The visible words of a file, and where each of them stood."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from scripts.checks.document.inlines import visible


@dataclass(frozen=True)
class Passage:
    """A block's words inside `Prose.text`.

    Attributes:
        kind: kind of the block, or the front matter key or record key that holds the words.
        start: offset in the prose.
        end: offset in the prose after the last character.
        block: index of the block in the document; -1 outside the body.
    """

    kind: str
    start: int
    end: int
    block: int = -1


@dataclass
class Prose:
    """Visible words of a file, passages parted by line feeds, and where each stood.

    A segment of `text` begins at `starts[i]` and stood at `offsets[i]` of the file; a negative
    offset -n-1 places the whole segment at n.
    """

    text: str = ""
    passages: list[Passage] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)

    def offset(self, index: int) -> int:
        """Returns the offset in the file of a character of `text`."""
        if not self.starts:
            return 0
        segment = max(0, bisect_right(self.starts, index) - 1)
        offset = self.offsets[segment]
        return offset + index - self.starts[segment] if offset >= 0 else -offset - 1

    def index(self, offset: int) -> int | None:
        """Returns where a character of the file stands in `text`, or None."""
        place = bisect_right(self._by_offset, (offset, len(self.starts))) - 1
        if place < 0:
            return None
        begin, segment = self._by_offset[place]
        last = self.starts[segment + 1] if segment + 1 < len(self.starts) else len(self.text)
        index = self.starts[segment] + offset - begin
        return index if index < last else None

    @cached_property
    def characters(self) -> str:
        """Every character of `text`, once: what is not among them need not be looked for."""
        return "".join(set(self.text))

    @cached_property
    def _passage_starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    @cached_property
    def _by_offset(self) -> list[tuple[int, int]]:
        return sorted((offset, i) for i, offset in enumerate(self.offsets) if offset >= 0)

    def passage(self, index: int) -> Passage:
        """Returns the passage that holds a character of `text`."""
        place = bisect_right(self._passage_starts, index) - 1
        return self.passages[max(0, place)]


class ProseBuilder:
    """Collects passages."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._prose = Prose()

    def add(
        self, kind: str, pieces: list[tuple[int, str]], block: int = -1, fixed: int | None = None
    ) -> None:
        """Adds a passage of (file offset, text) pieces; `fixed` places them all at one offset."""
        start = self._length
        for offset, piece in visible(pieces):
            self._prose.starts.append(self._length)
            self._prose.offsets.append(offset if fixed is None else -fixed - 1)
            self._parts.append(piece)
            self._length += len(piece)
        self._prose.passages.append(Passage(kind, start, self._length, block))
        self._parts.append("\n")
        self._length += 1

    def finish(self) -> Prose:
        """Returns what was collected."""
        self._prose.text = "".join(self._parts)
        return self._prose
