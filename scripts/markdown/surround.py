"""Puts an element around a stretch of a text run, also where it begins or ends inside bold."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from scripts.markdown.text_runs import Piece, Run


@dataclass(frozen=True)
class Boundary:
    """A place between two characters or elements.

    Attributes:
        parent: element that holds the place.
        after: child of `parent` that the place follows, or None at the start of its text.
        offset: characters between that child (or the start of the text) and the place.
    """

    parent: Element
    after: Element | None
    offset: int


@dataclass(frozen=True)
class Stretch:
    """A part of a run that one element can surround: both ends lie in the same parent."""

    start: Boundary
    end: Boundary


def find_stretch(run: Run, start: int, end: int) -> Stretch | None:
    """Finds where a part of a run lies in the tree.

    Args:
        run: the run.
        start: offset of the first character.
        end: offset after the last character.

    Returns:
        The stretch, or None where no single element can surround it (a part that begins in the
        middle of one bold word and ends in the middle of another).
    """
    inside = [piece for piece in run.pieces if piece.start < end and start < piece.end]
    if not inside:
        return None
    starts = _starts(run, inside[0], start)
    ends = {id(place.parent): place for place in _ends(run, inside[-1], end)}
    for place in starts:
        if id(place.parent) in ends:
            return Stretch(place, ends[id(place.parent)])
    return None


def surround(stretch: Stretch, element: Element) -> None:
    """Moves the characters and elements of a stretch into `element`, and puts that in their place.

    Stretches of the same run are surrounded from the last to the first, so that the offsets of
    those still to come stay true.
    """
    start, end = stretch.start, stretch.end
    parent = start.parent
    children = list(parent)
    first = children.index(start.after) + 1 if start.after is not None else 0
    last = children.index(end.after) + 1 if end.after is not None else 0
    # The end first: it may cut the very text that the start cuts again.
    text = _text_at(end)
    element.tail = text[end.offset :]
    _set_text_at(end, text[: end.offset])
    text = _text_at(start)
    element.text = text[start.offset :]
    _set_text_at(start, text[: start.offset])
    for child in children[first:last]:
        parent.remove(child)
        element.append(child)
    parent.insert(first, element)


def _starts(run: Run, piece: Piece, offset: int) -> list[Boundary]:
    """Returns the place of a start, and the same place seen from the elements around it."""
    places = [_boundary(piece, offset)]
    element = piece.parent
    at_start = not piece.is_tail and offset == piece.start
    while at_start and element in run.parents:
        parent = run.parents[element]
        before = list(parent).index(element)
        after = parent[before - 1] if before else None
        text = (after.tail if after is not None else parent.text) or ""
        places.append(Boundary(parent, after, len(text)))
        at_start = after is None and not text
        element = parent
    return places


def _ends(run: Run, piece: Piece, offset: int) -> list[Boundary]:
    """Returns the place of an end, and the same place seen from the elements around it."""
    places = [_boundary(piece, offset)]
    element = piece.parent
    last = piece.owner if piece.is_tail else None
    at_end = offset == piece.end and (list(element)[-1:] == ([last] if last is not None else []))
    while at_end and element in run.parents:
        parent = run.parents[element]
        places.append(Boundary(parent, element, 0))
        at_end = parent[-1] is element and not element.tail
        element = parent
    return places


def _boundary(piece: Piece, offset: int) -> Boundary:
    return Boundary(piece.parent, piece.owner if piece.is_tail else None, offset - piece.start)


def _text_at(place: Boundary) -> str:
    return (place.after.tail if place.after is not None else place.parent.text) or ""


def _set_text_at(place: Boundary, text: str) -> None:
    if place.after is not None:
        place.after.tail = text
    else:
        place.parent.text = text
