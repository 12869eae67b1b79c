"""Makes the notes of `[^id]` from the records of sources, and lists them under a heading.

Notes that an author defines in the page, `[^x]: …`, work as ever and stand in the same list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor

from scripts.markdown.page_extension import PageExtension, PageProcessor, Rendering
from scripts.markdown.source_note import source_note
from scripts.markdown.tree import parents_of

_REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


class SourcesExtension(PageExtension):
    """Registers the notes made from records; needs the extension `footnotes` before it."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers around the step (50) in which Python-Markdown makes the list of notes."""
        md.treeprocessors.register(_Notes(md, self), "kb-source-notes", 51)
        md.treeprocessors.register(_Heading(md, self), "kb-source-heading", 49)


class _Notes(PageProcessor, Treeprocessor):
    def run(self, root: Element) -> None:
        used = list(dict.fromkeys(_references(root)))
        footnotes = _footnotes(self.md)
        if not used and not footnotes.footnotes:
            return
        rendering = self.rendering()
        for identifier in used:
            if identifier in footnotes.footnotes:
                continue
            source = rendering.kb.sources.get(identifier)
            if source is None:
                rendering.warn("no source `%s` in docs/data/sources.yml", identifier)
            else:
                footnotes.setFootnote(identifier, source_note(source, rendering.language))
        # Readers meet the numbers in order: 1, 2, 3.
        for identifier in used:
            if identifier in footnotes.footnotes:
                footnotes.footnotes.move_to_end(identifier)


class _Heading(PageProcessor, Treeprocessor):
    def run(self, root: Element) -> None:
        notes = next((e for e in root.iter("div") if e.get("class") == "footnote"), None)
        if notes is None:
            return
        rendering = self.rendering()
        heading = Element("h2", {"id": "sources"})
        heading.text = rendering.say("資料來源", "Sources")
        parent = parents_of(root)[notes]
        parent.insert(list(parent).index(notes), heading)
        rule = notes.find("hr")
        if rule is not None:
            notes.remove(rule)
        _name_back_links(notes, rendering)


def _name_back_links(notes: Element, rendering: Rendering) -> None:
    links = [link for link in notes.iter("a") if link.get("class") == "footnote-backref"]
    for number, link in enumerate(links, 1):
        name = rendering.say(f"回到文中的註 {number}", f"Back to note {number} in the text")
        link.set("title", name)
        link.set("aria-label", name)


def _footnotes(md: Markdown) -> FootnoteExtension:
    if "footnote" not in md.parser.blockprocessors:
        raise RuntimeError("scripts.markdown.sources needs the Markdown extension `footnotes`")
    processor: Any = md.parser.blockprocessors["footnote"]
    extension: FootnoteExtension = processor.footnotes
    return extension


def _references(element: Element) -> Iterator[str]:
    """Yields the ids of notes referred to, in the order in which a reader meets them."""
    if element.tag in ("pre", "code"):
        return
    if element.text:
        yield from _REFERENCE.findall(_CODE.sub("", element.text))
    for child in element:
        yield from _references(child)
        if child.tail:
            yield from _REFERENCE.findall(_CODE.sub("", child.tail))


def makeExtension(**options: Any) -> SourcesExtension:
    """Called by Python-Markdown."""
    return SourcesExtension(**options)
