"""Figures and sources that a page names."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterable, Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.document.inlines import Link
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, en, zh
from scripts.content.quantities import agrees, write_quantity


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Returns the known id that is most like `name`."""
    close = difflib.get_close_matches(name, list(known), 1, 0.6)
    return close[0] if close else None


def record_links(page: Document, context: Context, scheme: str) -> Iterator[tuple[Link, str]]:
    """Yields the `figure:` or `term:` links of a page with the id that each names."""
    for link, address in context.addresses(page):
        if address.kind == "record" and address.scheme == scheme:
            yield link, address.name


class UnknownFigure(PageRule):
    """A figure that has no record."""

    id = "KB401"
    name = "unknown figure"
    stops_build = True
    reason = "The number would stand on the page without value, date and source behind it."
    bad = (
        zh("資產為 [8.97 兆美元](⟦figure:fed.assets.peek⟧)。"),
        en("Assets were [US$8.97 trillion](⟦figure:fed.assets.peek⟧)."),
        zh("資產為 [8.97 兆美元](⟦figure:⟧)。"),
    )
    good = (
        zh("資產為 [8.97 兆美元](figure:fed.assets.peak)。"),
        en("Write `[US$8.97 trillion](figure:no.such)` in Markdown."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks up each figure link."""
        for link, name in record_links(page, context, "figure"):
            if name not in context.kb.figures:
                near = nearest(name, context.kb.figures)
                yield self.at(
                    page, link.target_start, link.target_start + len(link.target),
                    f"no figure `{name}` in docs/data/figures.yml",
                    f"figure:{near}" if near else None,
                )  # fmt: skip


class FigureText(PageRule):
    """Words that do not state the record's value."""

    id = "KB402"
    name = "text differs from the figure's record"
    stops_build = True
    fixes = True
    reason = "Every number on the site is the number of record; only rounding may differ."
    bad = (
        zh("資產為 [⟦9.1 兆美元⟧](figure:fed.assets.peak)。"),
        en("Assets were [⟦US$8.97 billion⟧](figure:fed.assets.peak)."),
        zh("資產為 [⟦8.97 億美元⟧](figure:fed.assets.peak)。"),
        en("Assets were [⟦€8.97 trillion⟧](figure:fed.assets.peak)."),
    )
    good = (
        zh("資產為 [8.965 兆美元](figure:fed.assets.peak)、[9.0 兆美元](figure:fed.assets.peak)。"),
        en("Assets were [US$8.97 trillion](figure:fed.assets.peak)."),
        zh("資產為 [約 89,700 億美元](figure:fed.assets.peak)。"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Parses the words of each figure link and compares them with the record."""
        for link, name in record_links(page, context, "figure"):
            figure, reading = context.kb.figures.get(name), context.kb.readings.get(name)
            if figure is None or reading is None:
                continue
            if agrees(link.text, reading.value, figure.unit, page.language):
                continue
            write = write_quantity(reading.value, figure.unit, page.language)
            day = "" if isinstance(reading.value, datetime.date) else f" ({reading.date})"
            yield self.at(
                page, link.text_start, link.text_end,
                f"the record `{name}`{day} says otherwise", write,
                fix=link.text == page.text[link.text_start : link.text_end],
            )  # fmt: skip


class UnknownSource(PageRule):
    """A note without a record."""

    id = "KB403"
    name = "unknown source"
    stops_build = True
    reason = "The statement would stand without the document that it rests on."
    bad = (
        zh("資產在 2022 年見頂⟦[^fed-nowhere-2022]⟧。"),
        en("Assets peaked in 2022.⟦[^fed-nowhere-2022]⟧"),
    )
    good = (
        zh("資產在 2022 年見頂[^{source}]。"),
        en("Assets peaked in 2022.[^{source}]"),
        en("Written `[^fed-nowhere-2022]` in Markdown."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks up each note."""
        for mark in page.marks:
            if mark.kind == "note" and mark.text not in context.kb.sources:
                near = nearest(mark.text, context.kb.sources)
                yield self.at(
                    page, mark.start, mark.end,
                    f"no source `{mark.text}` in docs/data/sources.yml",
                    f"[^{near}]" if near else None,
                )  # fmt: skip


class WrittenNote(PageRule):
    """A note written out in the page."""

    id = "KB404"
    name = "note written by hand"
    reason = "Notes are made from the records, so that a source reads the same everywhere."
    bad = (
        zh("文[^{source}]。\n\n[^{source}]: ⟦聯準會⟧，2022 年。"),
        en("Text.[^{source}]\n\n[^{source}]: ⟦The Fed⟧, 2022."),
    )
    good = (
        zh("文[^{source}]：如前。"),
        en("```text\n[^x]: A note\n```"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for definitions of notes."""
        for block in page.blocks:
            if block.kind == "note":
                yield self.at(
                    page, block.start, block.end,
                    f"move the note `{block.info}` to docs/data/sources.yml as a record",
                )  # fmt: skip


RULES = (UnknownFigure(), FigureText(), UnknownSource(), WrittenNote())
