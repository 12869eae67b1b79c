"""Gives the permalink of every heading an accessible name in the page's language.

The ids themselves are what the author wrote: `attr_list` sets them, and `toc` leaves them alone.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from scripts.markdown.page_extension import PageExtension, PageProcessor

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class HeadingsExtension(PageExtension):
    """Registers the names of permalinks; needs `toc` with `permalink` before it."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers after the table of contents (5), which adds the permalinks."""
        md.treeprocessors.register(_Permalinks(md, self), "kb-headings", 4.5)


class _Permalinks(PageProcessor, Treeprocessor):
    def run(self, root: Element) -> None:
        rendering = self.rendering()
        name = rendering.say("本段連結", "Link to this section")
        for heading in root.iter():
            if heading.tag not in _HEADINGS:
                continue
            for link in heading.iter("a"):
                if link.get("class") == "headerlink":
                    link.attrib.pop("title", None)
                    link.set("aria-label", f"{name}{rendering.say('：', ': ')}{_words(heading)}")


def _words(heading: Element) -> str:
    words = (heading.text or "") + "".join(
        "".join(child.itertext()) + (child.tail or "")
        for child in heading
        if child.get("class") != "headerlink"
    )
    # Raw HTML waits for its place under a placeholder, which has none in an attribute.
    return HTML_PLACEHOLDER_RE.sub("", words).strip()


def makeExtension(**options: Any) -> HeadingsExtension:
    """Called by Python-Markdown."""
    return HeadingsExtension(**options)
