"""Lists related pages before the sources: those the author names, and those that name the page."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from scripts.content.pages import Page
from scripts.markdown.page_extension import PageExtension, PageProcessor, Rendering

_NAMING_KINDS = ("article", "case", "faq")  # lists of pages name everything and explain nothing
_MOST_NAMING = 24  # more would be a list nobody reads


class RelatedExtension(PageExtension):
    """Registers the list of related pages."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers before the list of notes (50), so that the sources come last."""
        md.treeprocessors.register(_RelatedPages(md, self), "kb-related", 52)


class _RelatedPages(PageProcessor, Treeprocessor):
    def run(self, root: Element) -> None:
        rendering = self.rendering()
        pages = _related(rendering)
        naming = _naming(rendering, pages)
        if not pages and not naming:
            return
        heading = SubElement(root, "h2", {"id": "related"})
        heading.text = rendering.say("延伸閱讀", "Related pages")
        if pages:
            _list(root, rendering, pages)
        if naming:
            box = SubElement(root, "details", {"class": "kb-naming"})
            number = len(naming)
            verb = "page leads" if number == 1 else "pages lead"
            summary = SubElement(box, "summary")
            summary.text = rendering.say(f"另有 {number} 頁提到這裡", f"{number} more {verb} here")
            _list(box, rendering, naming)


def _list(parent: Element, rendering: Rendering, pages: list[Page]) -> None:
    items = SubElement(parent, "ul", {"class": "kb-related"})
    for page in pages:
        link = SubElement(SubElement(items, "li"), "a", {"href": rendering.page.link_to(page.path)})
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


def _naming(rendering: Rendering, related: list[Page]) -> list[Page]:
    """Returns the pages that name this one without being named by it, articles first."""
    here = rendering.page.path
    listed = {page.path for page in related}
    naming = [
        page
        for page in rendering.kb.pages.values()
        if page.language == rendering.language
        and here in page.front.related
        and page.path not in listed
        and page.front.kind in _NAMING_KINDS
        and page.front.status != "draft"
    ]
    return sorted(naming, key=lambda page: (page.front.kind == "faq", page.path))[:_MOST_NAMING]


def makeExtension(**options: Any) -> RelatedExtension:
    """Called by Python-Markdown."""
    return RelatedExtension(**options)
