"""Finds the blocks of a Markdown text that are drawn from data, such as ```` ```view ````."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.markdown.views.view import ViewError

_FENCE = re.compile(r"^[ ]*(`{3,}|~{3,})[ \t]*(.*?)[ \t]*$")
_OPTION = re.compile(r"^([a-z-]+):[ \t]+(\S.*?)[ \t]*$")


@dataclass
class Block:
    """Lines of a text: a block drawn from data with its fences, or what lies between two of them.

    Attributes:
        is_drawn: whether this is a block drawn from data.
        lines: the lines as written, fences included.
    """

    is_drawn: bool
    lines: list[str] = field(default_factory=list)


def split_blocks(lines: list[str], word: str = "view") -> Iterator[Block]:
    """Splits a text into blocks drawn from data and the rest.

    Args:
        lines: the text.
        word: what stands after the fence of the blocks wanted.

    Yields:
        Blocks in order; one that is shown inside other code stays code.
    """
    plain = Block(False)
    fenced: Block | None = None
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if fenced is None and mark:
            fence = mark[1]
            fenced = Block(mark[2] == word and line.startswith("`"), [line])
        elif fenced is not None:
            fenced.lines.append(line)
            if mark and mark[1].startswith(fence) and not mark[2]:
                if fenced.is_drawn:
                    yield plain
                    yield fenced
                    plain = Block(False)
                else:
                    plain.lines += fenced.lines
                fenced = None
        else:
            plain.lines.append(line)
    if fenced is not None:
        plain.lines += fenced.lines
    yield plain


def read_block(block: Block) -> tuple[str, dict[str, str]]:
    """Reads the name and the options of a view block.

    Raises:
        ViewError: the block is empty, or a line is no `key: value`.
    """
    inside = [line.strip() for line in block.lines[1:-1] if line.strip()]
    if not inside:
        raise ViewError("a view block is empty; its first line is the name of a view")
    options: dict[str, str] = {}
    for line in inside[1:]:
        option = _OPTION.match(line)
        if not option:
            raise ViewError(f"view `{inside[0]}`: `{line}` is no option; write `key: value`")
        options[option[1]] = option[2]
    return inside[0], options
