"""Both languages have the same pages with the same sections."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import Example, PageRule, both, en, zh
from scripts.content.localised import SOURCE_LANGUAGE, other


class MissingTranslation(PageRule):
    """A page that exists in one language only."""

    id = "KB301"
    name = "page missing in the other language"
    stops_build = True
    reason = "The language switch keeps the page; without a partner it has nowhere to go."
    bad = (
        Example(files=(("docs/en/{page}.md", ""),), at="docs/zh-TW/{page}.md:1"),
        Example(files=(("docs/zh-TW/{page}.md", ""),), at="docs/en/{page}.md:1"),
    )
    good = (
        Example(files=(("docs/zh-TW/{page}.md", ""), ("docs/en/{page}.md", ""))),
        both("兩邊都有。", "There in both."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for the same path in the other folder."""
        partner = (other(page.language), page.page.path)
        if partner not in context.page_files:
            yield self.on_line(
                page.path,
                1,
                1,
                f"missing in the other language; write docs/{partner[0]}/{partner[1]}.md",
            )


class DifferentSections(PageRule):
    """Section ids that are not the same, in the same order."""

    id = "KB302"
    name = "sections differ between the languages"
    stops_build = True
    reason = "The language switch keeps the section, and a section left out is a point left out."
    bad = (
        zh("## ⟦多出來的一節⟧ {#only-here}\n\n內文。"),
        Example(
            body=(
                ("zh-TW", "## 甲 {#order-a}\n\n## 乙 {#order-b}"),
                ("en", "## ⟦B⟧ {#order-b}\n\n## A {#order-a}"),
            )
        ),
        en("## ⟦One section more⟧ {#only-here}\n\nText."),
    )
    good = (
        both("## 甲 {#same}\n\n內文。", "## A {#same}\n\nText."),
        en("```text\n## Not a section {#none}\n```"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares the ids, and reports the first that has no partner at its place."""
        twin = context.twin(page)
        if twin is None:
            return
        theirs = [heading.id for _, heading in twin.headings if heading.id]
        ours = [heading.id for _, heading in page.headings if heading.id]
        if ours == theirs:
            return
        for block, heading in page.headings:
            if heading.id and heading.id not in theirs:
                yield self.at(
                    page,
                    block.start,
                    block.end,
                    f"section `{heading.id}` is missing in {twin.path}; add it there, "
                    "or give both the same id",
                )
        shared = [name for name in theirs if name in ours]
        own = [name for name in ours if name in theirs]
        if page.language == SOURCE_LANGUAGE or own == shared:
            return
        index = next(
            (i for i, pair in enumerate(zip(own, shared, strict=False)) if pair[0] != pair[1]), None
        )
        if index is None:
            return
        block = next(b for b, heading in page.headings if heading.id == own[index])
        yield self.at(
            page,
            block.start,
            block.end,
            f"the sections stand in another order than in {twin.path}: "
            f"`{own[index]}` here, `{shared[index]}` there",
        )


class DifferentLevels(PageRule):
    """The same section at another level."""

    id = "KB303"
    name = "heading level differs between the languages"
    stops_build = True
    reason = "The menu of one language would nest what the other lists side by side."
    bad = (
        both("## 甲 {#lv-a}\n\n### 乙 {#lv-b}", "## A {#lv-a}\n\n## ⟦B⟧ {#lv-b}"),
        both("## 甲 {#lv-c}\n\n## 乙 {#lv-d}", "## A {#lv-c}\n\n### ⟦B⟧ {#lv-d}"),
    )
    good = (
        both("## 甲 {#lv-a}\n\n### 乙 {#lv-b}", "## A {#lv-a}\n\n### B {#lv-b}"),
        both("## 甲 {#lv-e}", "## A {#lv-e}"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares levels by id, once a pair, in the translation."""
        twin = context.twin(page)
        if twin is None or page.language == SOURCE_LANGUAGE:
            return
        theirs = {heading.id: heading.level for _, heading in twin.headings if heading.id}
        for block, heading in page.headings:
            level = theirs.get(heading.id, heading.level) if heading.id else heading.level
            if level != heading.level:
                yield self.at(
                    page,
                    block.start,
                    block.end,
                    f"section `{heading.id}` is of level {heading.level} here and of level "
                    f"{level} in {twin.path}",
                    "#" * level,
                )


RULES = (MissingTranslation(), DifferentSections(), DifferentLevels())
