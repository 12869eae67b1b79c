"""Small moves on the element tree that several extensions make."""

from __future__ import annotations

from xml.etree.ElementTree import Element


def parents_of(root: Element) -> dict[Element, Element]:
    """Returns the parent of every element below `root`."""
    return {child: parent for parent in root.iter() for child in parent}


def unwrap(element: Element, parent: Element) -> None:
    """Removes an element but keeps what it holds, in its place."""
    place = list(parent).index(element)
    children = list(element)
    _append_text(parent, place, element.text)
    for offset, child in enumerate(children):
        parent.insert(place + offset, child)
    parent.remove(element)
    _append_text(parent, place + len(children), element.tail)


def _append_text(parent: Element, place: int, text: str | None) -> None:
    """Appends text before the child at `place`."""
    if not text:
        return
    if place:
        before = parent[place - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
