"""Puts the section `{#key-points}` into a box: its heading and the list that follows."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from scripts.markdown.tree import parents_of

KEY_POINTS = "key-points"


class KeyPointsExtension(Extension):
    """Registers the box."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers after ids are set (8) and before the table of contents is made (5)."""
        md.treeprocessors.register(_Box(md), "kb-key-points", 7.5)


class _Box(Treeprocessor):
    def run(self, root: Element) -> None:
        heading = next((e for e in root.iter("h2") if e.get("id") == KEY_POINTS), None)
        if heading is None:
            return
        parent = parents_of(root)[heading]
        place = list(parent).index(heading)
        points = parent[place + 1] if place + 1 < len(parent) else None
        if points is None or points.tag != "ul":
            return
        box = Element("div", {"class": "kb-key-points"})
        for element in (heading, points):
            parent.remove(element)
            box.append(element)
        parent.insert(place, box)


def makeExtension(**options: Any) -> KeyPointsExtension:
    """Called by Python-Markdown."""
    return KeyPointsExtension(**options)
