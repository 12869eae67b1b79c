"""One file as the rules see it: its text, its structure, and its words with their places."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from scripts.checks.document.blocks import Block, find_blocks
from scripts.checks.document.inlines import Link, Mark, scan
from scripts.checks.document.prose import ProseBuilder
from scripts.checks.document.source import Source
from scripts.content.localised import Language
from scripts.content.pages import Heading, Page

_ATTRIBUTE_ID = re.compile(r"#([^\s{}#.=]+)")
_PROSE_KEYS = ("title", "description", "question", "answer")


@dataclass(frozen=True)
class Table:
    """A table: the place of its head, and its (rows, columns) with the head."""

    start: int
    end: int
    size: tuple[int, int]


class Document(Source):
    """A page.

    Attributes:
        page: the loaded page.
        language: its language.
        body_start: offset at which the body begins.
        blocks: blocks of the body.
        links: links and images, in order.
        marks: note references, tags, comments, code spans and attribute lists, in order.
        prose: visible words of front matter and body.
    """

    def __init__(self, page: Page, text: str) -> None:
        super().__init__(page.file, text)
        self.page = page
        self.language: Language = page.language
        self.body_start = self.offset_of(page.body_line) if page.body_line > 1 else 0
        self.blocks: list[Block] = find_blocks(text, self.body_start)
        self.links: list[Link] = []
        self.marks: list[Mark] = []
        builder = ProseBuilder()
        for key in _PROSE_KEYS:
            self._add_key(builder, key)
        for index, block in enumerate(self.blocks):
            self._add_block(builder, index, block)
        self.links.sort(key=lambda link: link.start)
        self.marks.sort(key=lambda mark: mark.start)
        self.prose = builder.finish()

    def _add_key(self, builder: ProseBuilder, key: str) -> None:
        value = getattr(self.page.front, key)
        if not value or (key,) not in self.page.keys.positions:
            return
        start = self.offset_of(*self.page.keys.position((key,)))
        place = self.text.find(value, start, self.body_start)
        if place < 0:
            # Escaped or folded over lines: every word is placed at the key.
            found = scan(value, 0, len(value))
            builder.add(key, found.pieces, fixed=start)
            return
        found = scan(self.text, place, place + len(value))
        self.links += found.links
        self.marks += found.marks
        builder.add(key, found.pieces)

    def _add_block(self, builder: ProseBuilder, index: int, block: Block) -> None:
        if block.kind in ("fence", "code", "definition"):
            return
        if block.kind == "comment":
            inner = self.text[block.start : block.end]
            inner = inner.removeprefix("<!--").removesuffix("-->").strip()
            self.marks.append(Mark("comment", block.start, block.end, inner))
            return
        found = scan(self.text, block.start, block.end, row=block.kind == "row")
        self.links += found.links
        self.marks += found.marks
        builder.add(block.kind, found.pieces, index)

    def block_at(self, offset: int) -> int:
        """Returns the index of the block that holds an offset, or -1."""
        index = bisect_right(self.block_starts, offset) - 1
        return index if index >= 0 and offset <= self.blocks[index].end else -1

    @cached_property
    def block_starts(self) -> list[int]:
        """Offset of each block."""
        return [block.start for block in self.blocks]

    @cached_property
    def attribute_ids(self) -> list[str]:
        """Ids given by attribute lists inside blocks, such as `[text](x){#id}`."""
        return [
            match[1]
            for mark in self.marks
            if mark.kind == "attributes" and (match := _ATTRIBUTE_ID.search(mark.text))
        ]

    @cached_property
    def views(self) -> list[tuple[str, int]]:
        """Name and offset of each block drawn from data."""
        found = []
        for block in self.blocks:
            if block.kind == "fence" and block.info == "view":
                lines = self.text[block.start : block.end].split("\n")
                offset = block.start + len(lines[0]) + 1
                found.append((lines[1].strip() if len(lines) > 2 else "", offset))
        return found

    @cached_property
    def charts(self) -> list[tuple[str, int, int]]:
        """What each chart block names, with the start and the end of its first line."""
        found = []
        for block in self.blocks:
            if block.kind == "fence" and block.info == "chart" and block.closed:
                first, *lines = self.text[block.start : block.end].split("\n")
                name = lines[0].strip() if len(lines) > 1 else ""
                found.append((name, block.start, block.start + len(first)))
        return found

    @cached_property
    def headings(self) -> list[tuple[Block, Heading]]:
        """Headings with their block, in order."""
        by_line = {heading.line: heading for heading in self.page.headings}
        found = []
        for block in self.blocks:
            if block.kind == "heading":
                heading = by_line.get(self.place(block.start)[0])
                if heading is not None:
                    found.append((block, heading))
        return found

    @cached_property
    def definitions(self) -> dict[str, Block]:
        """Definitions of references, by their label in lower case."""
        return {block.info.lower(): block for block in self.blocks if block.kind == "definition"}

    @cached_property
    def resolved_links(self) -> list[Link]:
        """Links and images with an address; a reference takes that of its definition."""
        found = []
        for link in self.links:
            if link.kind != "reference":
                found.append(link)
            elif link.target.lower() in self.definitions:
                block = self.definitions[link.target.lower()]
                target = self.text[block.start : block.end].strip("<>")
                found.append(replace(link, target=target, target_start=block.start))
        return found

    @cached_property
    def prose_lower(self) -> str:
        """The visible words in lower case; every character keeps its place."""
        lower = self.prose.text.lower()
        return lower if len(lower) == len(self.prose.text) else self.prose.text

    def is_one_link(self, block: Block) -> bool:
        """Tells whether a block is a link and nothing else."""
        return any(link.start == block.start and link.end >= block.end - 1 for link in self.links)

    def inside_link_or_code(self, offset: int) -> bool:
        """Tells whether an offset lies in a well-formed link, a code span or a comment."""
        return (
            any(
                link.start < offset < link.end - 1 and link.text_end != offset
                for link in self.links
            )
            or any(mark.start <= offset < mark.end for mark in self.marks)
            or any(link.text_end == offset for link in self.links)
        )

    def in_comment(self, offset: int) -> bool:
        """Tells whether an offset lies in an HTML comment."""
        return any(
            mark.kind == "comment" and mark.start <= offset < mark.end for mark in self.marks
        )

    def in_fence(self, line: int) -> bool:
        """Tells whether a line of the file belongs to a fenced block."""
        index = self.block_at(self.offset_of(line))
        return index >= 0 and self.blocks[index].kind in ("fence", "code")

    @cached_property
    def tables(self) -> list[Table]:
        """Tables of the body, in order."""
        rows: dict[int, list[Block]] = {}
        for block in self.blocks:
            if block.kind == "row":
                rows.setdefault(block.table, []).append(block)
        return [
            Table(first[0].start, first[0].end, (len(first), len(self.cells(first[0]))))
            for first in rows.values()
        ]

    def cells(self, row: Block) -> list[tuple[int, int]]:
        """Returns (start, end) of the cells of a row; bars in code or after `\\` do not part."""
        line = self.text[row.start : row.end]
        bars = [m.start() for m in re.finditer(r"(?<!\\)\|", line)]
        code = [
            (mark.start - row.start, mark.end - row.start)
            for mark in self.marks_between(row.start, row.end)
            if mark.kind == "code"
        ]
        bars = [bar for bar in bars if not any(start <= bar < end for start, end in code)]
        stripped = line.strip()
        edges = ([] if stripped.startswith("|") else [-1]) + bars
        if not stripped.endswith("|"):
            edges.append(len(line))
        return [
            (row.start + left + 1, row.start + right) for left, right in itertools.pairwise(edges)
        ]

    def marks_between(self, start: int, end: int) -> list[Mark]:
        """Returns the marks that begin in a stretch of the file."""
        first = bisect_left(self._mark_starts, start)
        return self.marks[first : bisect_left(self._mark_starts, end)]

    @cached_property
    def _mark_starts(self) -> list[int]:
        return [mark.start for mark in self.marks]

    @cached_property
    def sections(self) -> list[tuple[str, int, int]]:
        """(id, start, end) of each section's words in the prose.

        `front` holds the front matter, an empty id the words before the first heading.
        """
        ids = {self.blocks.index(block): heading.id or "" for block, heading in self.headings}
        found: list[tuple[str, int, int]] = []
        name = "front"
        start = 0
        for passage in self.prose.passages:
            here = "front" if passage.block < 0 else ids.get(passage.block)
            if passage.block >= 0 and name == "front":
                here = here or ""
            if here is not None and here != name:
                found.append((name, start, passage.start))
                name, start = here, passage.start
        found.append((name, start, len(self.prose.text)))
        return found

    def section_at(self, offset: int) -> str:
        """Returns the id of the section that holds an offset of the file."""
        name = ""
        for block, heading in self.headings:
            if block.start > offset:
                break
            name = heading.id or ""
        return name

    def section_start(self, index: int) -> int:
        """Returns where the section of a character of the prose begins in the prose."""
        return max((first for _, first, _ in self.sections if first <= index), default=0)
