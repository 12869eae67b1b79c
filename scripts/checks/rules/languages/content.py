"""Both languages have the same figures, sources, links, tables, images and front matter."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.addresses import Address
from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.document.inlines import Link
from scripts.checks.finding import Finding
from scripts.checks.rule import Example, PageRule, both, en, zh
from scripts.content.localised import SOURCE_LANGUAGE

_TABLE_ZH = "| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n"
_TABLE_EN = "| A | B |\n| --- | --- |\n| 1 | 2 |\n"


class PairRule(PageRule):
    """Base of rules that compare items of a page with those of its twin."""

    what: str

    def items(self, page: Document, context: Context) -> list[tuple[str, int, int]]:
        """Returns (name, start, end) of each item."""
        raise NotImplementedError

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Reports each distinct item that the twin does not have at all."""
        twin = context.twin(page)
        if twin is None:
            return
        theirs = {name for name, _, _ in self.items(twin, context)}
        told: set[str] = set()
        for name, start, end in self.items(page, context):
            if name not in theirs and name not in told:
                told.add(name)
                yield self.at(page, start, end, f"{self.what} `{name}` is missing in {twin.path}")


class DifferentCharts(PairRule):
    """A chart in one language only."""

    id = "KB312"
    name = "chart missing in the other language"
    stops_build = True
    reason = "Readers of both languages get the same pictures."
    what = "the chart"
    bad = (zh("⟦```chart⟧\nsnb-assets\n```"), en("⟦```chart⟧\nsnb-assets\n```"))
    good = (
        both("```chart\nsnb-assets\n```", "```chart\nsnb-assets\n```"),
        en("```text\nsnb-assets\n```"),
    )

    def items(self, page: Document, context: Context) -> list[tuple[str, int, int]]:
        """Lists the chart blocks."""
        return page.charts


class DifferentFigures(PairRule):
    """A figure in one language only."""

    id = "KB304"
    name = "figure missing in the other language"
    reason = "Readers of both languages get the same numbers."
    what = "the figure"
    bad = (
        zh("另外有 ⟦[8.97 兆美元](figure:fed.assets.zzz)⟧。"),
        en("Also ⟦[US$8.97 trillion](figure:fed.assets.zzz)⟧."),
    )
    good = (
        both(
            "有 [8.97 兆美元](figure:fed.assets.zzz)。",
            "[US$8.97 trillion](figure:fed.assets.zzz).",
        ),
        en("Written `[x](figure:fed.assets.zzz)`."),
    )

    def items(self, page: Document, context: Context) -> list[tuple[str, int, int]]:
        """Returns the figure links."""
        return [
            (address.name, link.start, link.end)
            for link, address in context.addresses(page)
            if address.scheme == "figure"
        ]


class DifferentSources(PairRule):
    """A source in one language only."""

    id = "KB305"
    name = "source missing in the other language"
    reason = "A claim rests on the same documents in both languages."
    what = "the source"
    bad = (zh("另外⟦[^zz-only-2020]⟧。"), en("Also this.⟦[^zz-only-2020]⟧"))
    good = (
        both("另外[^zz-only-2020]。", "Also this.[^zz-only-2020]"),
        zh("寫成 `[^zz-only-2020]`。"),
    )

    def items(self, page: Document, context: Context) -> list[tuple[str, int, int]]:
        """Returns the notes."""
        return [(mark.text, mark.start, mark.end) for mark in page.marks if mark.kind == "note"]


class DifferentLinks(PairRule):
    """A link to a page of ours in one language only."""

    id = "KB306"
    name = "link missing in the other language"
    reason = "The same next steps in both languages."
    what = "the link to"
    bad = (
        zh("見⟦[某頁](../zz/only-here.md)⟧。"),
        en("See ⟦[a page](../zz/only-here.md)⟧."),
    )
    good = (
        both("見[某頁](../zz/only-here.md)。", "See [a page](../zz/only-here.md#part)."),
        zh("見[表格](https://example.org/zh)。"),
    )

    def items(self, page: Document, context: Context) -> list[tuple[str, int, int]]:
        """Returns the links to pages."""
        return [
            (address.path, link.start, link.end)
            for link, address in context.addresses(page)
            if address.kind == "page" and address.path != page.page.path
        ]


class DifferentTables(PageRule):
    """Tables of another number or size."""

    id = "KB307"
    name = "tables differ between the languages"
    reason = "A row left out is a fact left out."
    bad = (
        both(
            "甲。\n\n" + _TABLE_ZH,
            "A.\n\n⟦"
            + _TABLE_EN.replace("| 1 | 2 |\n", "| 1 | 2 |\n| 3 | 4 |\n").replace(
                "| A | B |", "| A | B |⟧", 1
            ),
        ),
        en("A.\n\n⟦| A | B |⟧\n| --- | --- |\n| 1 | 2 |\n"),
        zh("甲。\n\n⟦| 甲 | 乙 |⟧\n| --- | --- |\n| 一 | 二 |\n"),
    )
    good = (
        both("甲。\n\n" + _TABLE_ZH, "A.\n\n" + _TABLE_EN),
        en("```text\n| A | B |\n| --- | --- |\n```"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares the tables one by one; a difference in size is told in the translation."""
        twin = context.twin(page)
        if twin is None:
            return
        ours, theirs = page.tables, twin.tables
        for index, table in enumerate(ours):
            if index >= len(theirs):
                yield self.at(
                    page, table.start, table.end, f"this table has no partner in {twin.path}"
                )
            elif page.language != SOURCE_LANGUAGE and table.size != theirs[index].size:
                rows, columns = theirs[index].size
                yield self.at(
                    page,
                    table.start,
                    table.end,
                    f"this table has {table.size[0]} rows and {table.size[1]} columns, "
                    f"in {twin.path} {rows} and {columns}",
                )


class DifferentBlocks(PairRule):
    """A view, chart or image in one language only."""

    id = "KB308"
    name = "image, view or chart missing in the other language"
    reason = "The same pictures in both languages."
    what = "the block"
    bad = (
        zh("⟦```view⟧\nprogrammes\nbank: zz\n```"),
        en("⟦![A chart](../assets/zz.png)⟧"),
    )
    good = (
        both("```view\nseries\n```", "```view\nseries\n```"),
        both("![走勢](../assets/zz.png)", "![A chart](../assets/zz.png)"),
    )

    def items(self, page: Document, context: Context) -> list[tuple[str, int, int]]:
        """Returns the images and the fences drawn from data."""
        found = [
            (_shared(address, link), link.start, link.end)
            for link, address in context.addresses(page)
            if link.kind == "image"
        ]
        for block in page.blocks:
            if block.kind == "fence" and block.info in ("view", "chart"):
                lines = page.text[block.start : block.end].split("\n")
                name = " ".join(" ".join(line.split()) for line in lines[1:-1])
                found.append((name, block.start, block.start + len(lines[0])))
        return found


def _shared(address: Address, link: Link) -> str:
    """Returns the address of an image without the folder of the language."""
    return address.file.partition("/")[2] if address.language else address.file or link.target


class DifferentFront(PageRule):
    """Front matter that should be the same."""

    id = "KB311"
    name = "front matter differs between the languages"
    reason = "Kind, topics, order and related pages place the page; both languages share the place."
    bad = (
        Example(front=(("en", "order: 987"),), at="docs/en/{page}.md:order"),
        Example(front=(("zh-TW", "status: draft"),), at="docs/en/{page}.md:2"),
    )
    good = (
        Example(front=(("en", "order: 987"), ("zh-TW", "order: 987"))),
        Example(front=(("en", "description: Another text."),)),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares the keys that do not depend on the language; told in the translation."""
        twin = context.twin(page)
        if twin is None or page.language == SOURCE_LANGUAGE:
            return
        for key in ("kind", "topics", "related", "order", "status"):
            ours, theirs = getattr(page.page.front, key), getattr(twin.page.front, key)
            if ours != theirs:
                line, column = page.page.keys.position((key,))
                yield self.on_line(
                    page.path,
                    line,
                    column,
                    f"`{key}` differs from {twin.path}: {_plain(ours)} here, "
                    f"{_plain(theirs)} there",
                )


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(str(item) for item in value) + "]"
    return "nothing" if value is None else str(value)


class Drift(PageRule):
    """A translation made from an older text."""

    id = "KB309"
    name = "translation made from an older text"
    severity = "warning"
    reason = "The Chinese page has changed since: what changed may be missing here."
    bad = (
        Example(front=(("en", "source_hash: 0123456789ab"),), at="docs/en/{page}.md:source_hash"),
        Example(
            front=(("en", "source_hash: ${zh_hash}"),),
            body=(("zh-TW", "後來加上的一段。"),),
            at="docs/en/{page}.md:source_hash",
        ),
    )
    good = (
        Example(front=(("en", "source_hash: ${zh_hash}"),)),
        Example(front=(("en", "source_hash: ${zh_hash}"),), body=(("en", "One more remark."),)),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares the recorded hash with that of the Chinese page."""
        twin = context.twin(page)
        if twin is None or page.language == SOURCE_LANGUAGE:
            return
        recorded, now = page.page.front.source_hash, twin.page.content_hash
        if recorded != now:
            line, column = page.page.keys.position(("source_hash",))
            new = recorded in (None, "pending")
            why = (
                f"nobody has said yet that this says the same as {twin.path}; once it does"
                if new
                else f"{twin.path} has changed since this was translated; bring the text up to "
                "date, then"
            )
            yield self.on_line(
                page.path,
                line,
                column,
                f"{why} record it with `.venv/bin/python -m scripts stamp {page.page.path}` "
                f"({recorded} → {now})",
            )


RULES = (
    DifferentCharts(),
    DifferentFigures(),
    DifferentSources(),
    DifferentLinks(),
    DifferentTables(),
    DifferentBlocks(),
    DifferentFront(),
    Drift(),
)
