"""The running text of a block as one string, across bold and other inline elements.

A term may begin in plain text and end in bold, and the character next to a line break may lie in
a link. So text is read as runs, each with the pieces of the element tree that it is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i"),
        *("img", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span"),
        *("strong", "sub", "sup", "time", "u", "var", "wbr"),
    )
)
OPAQUE = "\ufffc"  # object replacement character: stands for an element that is not read


@dataclass(frozen=True)
class Piece:
    """A text or tail of an element.

    Attributes:
        owner: element whose `text` or `tail` this is.
        parent: element that holds the characters: `owner` itself, or its parent for a tail.
        is_tail: whether it is the tail.
        start: offset in the run.
        length: number of characters.
    """

    owner: Element
    parent: Element
    is_tail: bool
    start: int
    length: int

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + self.length

    def read(self) -> str:
        """Returns the characters as they stand in the tree now."""
        return (self.owner.tail if self.is_tail else self.owner.text) or ""

    def write(self, text: str) -> None:
        """Replaces the characters in the tree."""
        if self.is_tail:
            self.owner.tail = text
        else:
            self.owner.text = text


@dataclass
class Run:
    """Text that a reader sees as one line of words.

    Attributes:
        text: the characters, with `OPAQUE` or a substitute for elements that are not read.
        pieces: where the characters lie, in order; substitutes have none.
        parents: parent of every inline element inside the run.
    """

    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    parents: dict[Element, Element] = field(default_factory=dict)

    def add(self, owner: Element, parent: Element, is_tail: bool) -> None:
        """Appends the text or tail of an element."""
        text = (owner.tail if is_tail else owner.text) or ""
        if text:
            self.pieces.append(Piece(owner, parent, is_tail, len(self.text), len(text)))
            self.text += text


def text_runs(root: Element, instead: Callable[[Element], str | None]) -> Iterator[Run]:
    """Reads the text below an element, in document order.

    Args:
        root: where to begin.
        instead: for elements that are not to be read, the characters that stand for them; None
            for the others.

    Yields:
        One run for each stretch of text between block-level tags. The tree may be changed inside
        a run that was yielded before the next one is asked for, as long as its blocks stay.
    """
    run = Run()
    run.add(root, root, False)
    for child in list(root):
        substitute = instead(child)
        if substitute is not None:
            run.text += substitute
        elif child.tag in INLINE:
            _read_inline(child, root, run, instead)
        else:
            if run.pieces:
                yield run
            yield from text_runs(child, instead)
            run = Run()
        run.add(child, root, True)
    if run.pieces:
        yield run


def _read_inline(
    element: Element, parent: Element, run: Run, instead: Callable[[Element], str | None]
) -> None:
    run.parents[element] = parent
    run.add(element, element, False)
    for child in element:
        substitute = instead(child)
        if substitute is None:
            _read_inline(child, element, run, instead)
        else:
            run.parents[child] = element
            run.text += substitute
        run.add(child, element, True)
