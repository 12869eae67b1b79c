"""Lists the pages that the front matter names under `related`, before the sources."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from scripts.content.pages import Page
from scripts.markdown.page_extension import PageExtension, Rendering


class RelatedExtension(PageExtension):
    """Registers the list of related pages."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers before the list of notes (50), so that the sources come last."""
        md.treeprocessors.register(_RelatedPages(md, self), "kb-related", 52)


class _RelatedPages(Treeprocessor):
    def __init__(self, md: Markdown, extension: RelatedExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        rendering = self._extension.rendering(self.md)
        pages = _related(rendering)
        if not pages:
            return
        heading = SubElement(root, "h2", {"id": "related"})
        heading.text = rendering.say("延伸閱讀", "Related pages")
        items = SubElement(root, "ul", {"class": "kb-related"})
        for page in pages:
            link = SubElement(
                SubElement(items, "li"), "a", {"href": rendering.page.link_to(page.path)}
            )
            link.text = AtomicString(page.front.question or page.front.title)


def _related(rendering: Rendering) -> list[Page]:
    """Returns the pages to list: articles first, then questions, each in the author's order."""
    if rendering.source is None:
        return []
    pages: list[Page] = []
    for path in dict.fromkeys(rendering.source.front.related):
        page = rendering.kb.page(rendering.language, path)
        if page is None:
            rendering.warn("`related` names `%s`, and there is no such page", path)
        elif page.front.status != "draft":
            pages.append(page)
    return sorted(pages, key=lambda page: page.front.kind == "faq")


def makeExtension(**options: Any) -> RelatedExtension:
    """Called by Python-Markdown."""
    return RelatedExtension(**options)
