"""Links a figure of record, `[8.97 兆美元](figure:fed.assets.peak)`, to the list of figures."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from scripts.markdown.figure_text import tooltip
from scripts.markdown.page_extension import PageExtension, PageProcessor
from scripts.markdown.tree import parents_of, unwrap

FIGURES = "data/figures"
SCHEME = "figure:"


class FiguresExtension(PageExtension):
    """Registers the figure links."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers after the inline patterns (20) and before the terms (4)."""
        md.treeprocessors.register(_FigureLinks(md, self), "kb-figures", 7)


class _FigureLinks(PageProcessor, Treeprocessor):
    def run(self, root: Element) -> None:
        links = [e for e in root.iter("a") if e.get("href", "").startswith(SCHEME)]
        if not links:
            return
        rendering = self.rendering()
        parents = parents_of(root)
        for element in links:
            identifier = element.get("href", "").removeprefix(SCHEME)
            figure = rendering.kb.figures.get(identifier)
            if figure is None:
                rendering.warn("no figure `%s` in docs/data/figures.yml", identifier)
                unwrap(element, parents[element])
                continue
            element.set("class", "kb-figure")
            element.set("href", rendering.page.link_to(FIGURES, f"figure-{figure.id}"))
            element.set("data-tip", tooltip(rendering.kb, figure, rendering.language))
            element.set("data-tip-title", figure.label(rendering.language))


def makeExtension(**options: Any) -> FiguresExtension:
    """Called by Python-Markdown."""
    return FiguresExtension(**options)
