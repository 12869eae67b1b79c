"""Charts of record: ```` ```chart ```` with the id of a chart of `docs/data/charts.yml`."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from scripts.charts.block import ChartError, read_chart
from scripts.charts.figure import render_figure
from scripts.markdown.page_extension import PageExtension, PageProcessor, Rendering
from scripts.markdown.views.block import Block, split_blocks


class ChartsExtension(PageExtension):
    """Registers the chart blocks."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers before fenced code (25), which would show the block as it is written."""
        md.preprocessors.register(_Charts(md, self), "kb-charts", 27)


class _Charts(PageProcessor, Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        blocks = list(split_blocks(lines, "chart"))
        if not any(block.is_drawn for block in blocks):
            return lines
        rendering = self.rendering()
        return [line for block in blocks for line in self._drawn(block, rendering)]

    def _drawn(self, block: Block, rendering: Rendering) -> list[str]:
        if not block.is_drawn:
            return block.lines
        try:
            chart = rendering.kb.charts[read_chart(block.lines, rendering.kb.charts)]
        except ChartError as error:
            rendering.warn("%s", error)
            return block.lines
        open_data = rendering.link_to_file("open-data/")
        html = render_figure(chart, rendering.kb, rendering.language, open_data)
        return ["", self.md.htmlStash.store(html), ""]


def makeExtension(**options: Any) -> ChartsExtension:
    """Called by Python-Markdown."""
    return ChartsExtension(**options)
