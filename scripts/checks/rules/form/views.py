"""Blocks drawn from data, and fences."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.charts.block import ChartError, read_chart
from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, en, zh


class UnknownView(PageRule):
    """A view, option or value that does not exist."""

    id = "KB018"
    name = "unknown view or option"
    stops_build = True
    reason = "The page would show the name of the block in place of its table."
    bad = (
        zh("⟦```view⟧\nprograms\nbank: fed\n```"),
        en("⟦```view⟧\n```"),
        en("⟦```view⟧\nprogrammes\nbank: nobank\n```"),
        zh("⟦```view⟧\nprogrammes\ncolour: red\n```"),
    )
    good = (zh("```view\nprogrammes\nbank: fed\n```"), en("```text\nprograms\n```"))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Lets the views themselves judge name and options."""
        if not page.views:
            return
        # Few pages hold views; the others need not wait for the renderer to be imported.
        from scripts.markdown.views.block import Block as WrittenBlock
        from scripts.markdown.views.block import read_block
        from scripts.markdown.views.registry import find_view
        from scripts.markdown.views.view import ViewError

        for block in page.blocks:
            if block.kind != "fence" or block.info != "view" or not block.closed:
                continue
            lines = page.text[block.start : block.end].split("\n")
            try:
                name, options = read_block(WrittenBlock(True, lines))
                find_view(name).check(name, options, context.kb)
            except ViewError as error:
                yield self.at(page, block.start, block.start + len(lines[0]), str(error))


class UnknownChart(PageRule):
    """A chart that has no record."""

    id = "KB026"
    name = "unknown chart"
    stops_build = True
    reason = "The page would show the name of the chart in place of the picture."
    bad = (
        zh("⟦```chart⟧\nfed-asets\n```"),
        en("⟦```chart⟧\n```"),
        en("⟦```chart⟧\nfed-assets\necb-assets\n```"),
    )
    good = (zh("```chart\nfed-assets\n```"), en("```text\nchart\n```"))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Reads each block as the renderer does."""
        for block in page.blocks:
            if block.kind != "fence" or block.info != "chart" or not block.closed:
                continue
            lines = page.text[block.start : block.end].split("\n")
            try:
                read_chart(lines, context.kb.charts)
            except ChartError as error:
                yield self.at(page, block.start, block.start + len(lines[0]), str(error))


class OpenFence(PageRule):
    """A fence or comment that never closes."""

    id = "KB019"
    name = "fence or comment never closed"
    stops_build = True
    reason = "All that follows on the page becomes code, or is not shown at all."
    bad = (zh("⟦```text⟧\n程式"), en("⟦<!-- a remark⟧\n\nmore text"))
    good = (zh("```text\n程式\n```"), en("<!-- a remark -->\n\nmore text"))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at each fence and comment."""
        for block in page.blocks:
            if not block.closed:
                end = page.text.find("\n", block.start)
                mark = "```" if block.kind == "fence" else "-->"
                yield self.at(
                    page, block.start, len(page.text) if end < 0 else end,
                    f"never closed; end it with `{mark}`",
                )  # fmt: skip


RULES = (UnknownView(), UnknownChart(), OpenFence())
