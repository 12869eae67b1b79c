"""Puts the short answer of an FAQ page, from its front matter, at the head of the content."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from scripts.markdown.page_extension import PageExtension, PageProcessor


class FaqAnswerExtension(PageExtension):
    """Registers the short answer."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers before the inline patterns (20), so that links in the answer work."""
        md.treeprocessors.register(_ShortAnswer(md, self), "kb-faq-answer", 53)


class _ShortAnswer(PageProcessor, Treeprocessor):
    def run(self, root: Element) -> None:
        source = self.rendering().source
        if source is None or source.front.answer is None:
            return
        box = Element("div", {"class": "kb-answer"})
        SubElement(box, "p").text = source.front.answer
        root.insert(0, box)


def makeExtension(**options: Any) -> FaqAnswerExtension:
    """Called by Python-Markdown."""
    return FaqAnswerExtension(**options)
