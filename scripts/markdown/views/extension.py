"""Replaces each view block by Markdown, which all other extensions then work on."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from scripts.markdown.page_extension import PageExtension, PageProcessor, Rendering
from scripts.markdown.views.block import Block, read_block, split_blocks
from scripts.markdown.views.registry import find_view
from scripts.markdown.views.view import ViewError


class ViewsExtension(PageExtension):
    """Registers the view blocks."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers before fenced code (25), which would show the block as it is written."""
        md.preprocessors.register(_Views(md, self), "kb-views", 28)


class _Views(PageProcessor, Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        blocks = list(split_blocks(lines))
        if not any(block.is_drawn for block in blocks):
            return lines
        rendering = self.rendering()
        return [line for block in blocks for line in _drawn(block, rendering)]


def _drawn(block: Block, rendering: Rendering) -> list[str]:
    if not block.is_drawn:
        return block.lines
    try:
        name, options = read_block(block)
        view = find_view(name)
        view.check(name, options, rendering.kb)
    except ViewError as error:
        rendering.warn("%s", error)
        return block.lines
    return ["", *view.render(rendering, options).split("\n"), ""]


def makeExtension(**options: Any) -> ViewsExtension:
    """Called by Python-Markdown."""
    return ViewsExtension(**options)
