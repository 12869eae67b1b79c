"""Headings: their ids, levels and words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, en, zh

_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_NO_SPACE = re.compile(r"(?m)^#{1,6}(?=[^#\s])")


class MissingHeadingId(PageRule):
    """A heading without `{#id}`."""

    id = "KB010"
    name = "heading without an id"
    stops_build = True
    reason = (
        "Chinese headings would get ids such as `_1`, which change with every edit, and the "
        "language switch finds the section by its id."
    )
    bad = (zh("## ⟦為什麼要做⟧"), en("## ⟦Why it is done⟧"), zh("### ⟦細節⟧ {.note}"))
    good = (
        zh("## 為什麼要做 {#why-it-is-done}"),
        en("```text\n## not a heading\n```"),
        en("Quote the line \\## as it is {#not-a-heading}."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at each heading."""
        for block, heading in page.headings:
            if heading.id is None:
                yield self.at(
                    page, block.start, block.end,
                    "the heading has no id; add one in lower-case English, such as `{#why}`",
                )  # fmt: skip


class RepeatedAnchor(PageRule):
    """The same id twice on a page."""

    id = "KB011"
    name = "id twice on one page"
    stops_build = True
    reason = "A link to it reaches only the first of the two."
    bad = (
        zh("## 甲 {#twice}\n\n文。\n\n## ⟦乙⟧ {#twice}"),
        en("## One {#twice}\n\nText.\n\n## ⟦Two⟧ {#twice}"),
        en("A fact.[^{source}]\n\n## ⟦The sources⟧ {#sources}"),
    )
    good = (
        zh("## 甲 {#once-a}\n\n文。\n\n## 甲 {#once-b}"),
        en("## One {#once}\n\n```text\n## One {#once}\n```"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares the ids of headings and attribute lists."""
        made = {}
        if page.page.front.related:
            made["related"] = "the list of related pages"
        if any(mark.kind == "note" for mark in page.marks):
            made["sources"] = "the list of sources"
        seen: dict[str, int] = {}
        for block, heading in page.headings:
            name = heading.id
            if name is None:
                continue
            if name in seen:
                yield self.at(
                    page, block.start, block.end,
                    f"the id `{name}` stands twice on this page (first on line {seen[name]}); "
                    "rename one",
                )  # fmt: skip
            elif name in made:
                yield self.at(
                    page, block.start, block.end,
                    f"the id `{name}` belongs to {made[name]}, which is added to this page; "
                    "choose another",
                )  # fmt: skip
            seen.setdefault(name, heading.line)


class OddAnchor(PageRule):
    """An id that is not plain lower-case English."""

    id = "KB012"
    name = "id that is not plain lower-case English"
    reason = "Ids stand in addresses: Chinese or capitals in them break when copied."
    bad = (zh("## ⟦原因⟧ {#原因}"), en("## ⟦Causes⟧ {#The_Causes}"))
    good = (zh("## 原因 {#causes-2008}"), en("## Causes {#causes}"))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at each explicit id."""
        for block, heading in page.headings:
            if heading.id is not None and not _ID.fullmatch(heading.id):
                yield self.at(
                    page, block.start, block.end,
                    f"the id `{heading.id}` may hold only lower-case letters, digits and hyphens",
                )  # fmt: skip


class TitleInBody(PageRule):
    """A heading of the first level in the body."""

    id = "KB013"
    name = "heading of the first level in the body"
    reason = "The theme prints the title of the front matter as the only first-level heading."
    bad = (zh("# ⟦另一個標題⟧ {#another}"), en("# ⟦Another title⟧ {#another}"))
    good = (zh("## 另一個標題 {#another}"), en("```python\n# a comment\n```"))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at each heading."""
        for block, heading in page.headings:
            if heading.level == 1:
                yield self.at(
                    page, block.start, block.end,
                    "the page's title stands in the front matter; begin sections with `##`",
                )  # fmt: skip


class SkippedLevel(PageRule):
    """`####` straight after `##`."""

    id = "KB014"
    name = "heading level skipped"
    reason = "Screen readers announce the levels as an outline; a gap sounds like a missing part."
    bad = (
        zh("## 甲 {#level-a}\n\n#### ⟦乙⟧ {#level-b}"),
        en("## A {#level-a}\n\n#### ⟦B⟧ {#level-b}"),
    )
    good = (
        zh("## 甲 {#level-a}\n\n### 乙 {#level-b}\n\n## 丙 {#level-c}"),
        en("## A {#level-a}\n\n### B {#level-b}\n\n#### C {#level-c}\n\n## D {#level-d}"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares each level with the one before it; the title is level 1."""
        before = 1
        for block, heading in page.headings:
            if heading.level > before + 1:
                yield self.at(
                    page, block.start, block.end,
                    f"a heading of level {heading.level} follows one of level {before}",
                    "#" * (before + 1),
                )  # fmt: skip
            before = heading.level


class HeadingEnd(PageRule):
    """Punctuation at the end of a heading."""

    id = "KB015"
    name = "heading ends in punctuation"
    reason = "Headings stand in menus and search results, where a full stop looks like a slip."
    bad = (zh("## 為何如此⟦。⟧ {#end-zh}"), en("## Why it is so⟦.⟧ {#end-en}"))
    good = (zh("## 為何如此？ {#end-zh}"), en("## Was it Inc.\\? {#end-en}"))
    fixes = True

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at the last character."""
        for block, _ in page.headings:
            if page.text[block.end - 1 : block.end] in tuple("。．，、：；.,:;"):
                yield self.at(
                    page, block.end - 1, block.end, "a heading ends without punctuation", "",
                    fix=True,
                )  # fmt: skip


class LinkInHeading(PageRule):
    """A link inside a heading."""

    id = "KB016"
    name = "link in a heading"
    reason = "The menu repeats headings as links, and a link cannot hold a link."
    bad = (
        zh("## ⟦[量化緊縮](../concepts/qt.md)⟧ {#linked}"),
        en("## What ⟦[tightening](../concepts/qt.md)⟧ is {#linked}"),
    )
    good = (
        zh("## 量化緊縮 {#linked}\n\n見[量化緊縮](../concepts/qt.md)。"),
        en("## Ranges [0, 1) {#linked}"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for links whose block is a heading."""
        for link in page.links:
            index = page.block_at(link.start)
            if index >= 0 and page.blocks[index].kind == "heading":
                yield self.at(page, link.start, link.end, "a heading holds no link", link.text)


class HeadingWithoutSpace(PageRule):
    """`##Heading`, which GitHub shows as text and the site as a heading."""

    id = "KB017"
    name = "no space after the hashes of a heading"
    reason = "GitHub shows such a line as plain text, the site as a heading without an id."
    bad = (zh("⟦##⟧標題 {#tight}"), en("⟦###⟧Heading {#tight}"))
    good = (zh("文中的 #QE 不是標題。"), en("```text\n##Heading\n```"))
    fixes = True

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at the beginnings of lines in running text."""
        if "#" not in page.text:
            return
        for block in page.blocks:
            if block.kind == "paragraph":
                for match in _NO_SPACE.finditer(page.text, block.start, block.end):
                    yield self.at(
                        page, match.start(), match.end(), "a space follows the hashes",
                        f"{match[0]} ", fix=True,
                    )  # fmt: skip


RULES = (
    MissingHeadingId(),
    RepeatedAnchor(),
    OddAnchor(),
    TitleInBody(),
    SkippedLevel(),
    HeadingEnd(),
    LinkInHeading(),
    HeadingWithoutSpace(),
)
