"""How Markdown is laid out: found by rumdl, told in our form.

Of rumdl's rules these are the ones that matter to Python-Markdown (a list needs a blank line
before it, a nested list four spaces) or keep diffs small, and that raise no false alarm here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Edit, Finding
from scripts.checks.rule import Example, PageRule, en, zh
from scripts.checks.rumdl import RumdlHit


class LayoutRule(PageRule):
    """A rule of rumdl.

    Attributes:
        codes: rumdl's names of it.
    """

    codes: ClassVar[tuple[str, ...]]

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Passes on what rumdl found on the page."""
        for hit in context.layout(page):
            if hit.code in self.codes and hit.line >= page.page.body_line:
                start = page.offset_of(hit.line, 1)
                if hit.code != "MD031" and page.in_fence(hit.line):
                    continue
                line = page.line(hit.line)
                column = min(hit.column, len(line) + 1)
                yield Finding(
                    page.path, page.place(start)[0], column, self.id,
                    f"{hit.message[:1].lower()}{hit.message[1:]}", self.severity, 0,
                    _edit(page, hit) if self.fixes else None,
                )  # fmt: skip


def _edit(page: Document, hit: RumdlHit) -> Edit | None:
    """Turns rumdl's byte offsets into ours.

    A file with other line ends has other offsets; there the lines would not fit, so no edit.
    """
    if hit.fix is None:
        return None
    data = page.data
    start, end, text = hit.fix
    if data.count(b"\n", 0, start) + 1 not in (hit.line - 1, hit.line, hit.line + 1):
        return None
    return Edit(
        len(data[:start].decode("utf-8", "replace")),
        len(data[:end].decode("utf-8", "replace")),
        text,
    )


class BlankLines(LayoutRule):
    """A list, table, fence or heading without blank lines around it."""

    id = "KB540"
    name = "no blank line around a list, table, fence or heading"
    codes = ("MD022", "MD031", "MD032", "MD058")
    reason = "Python-Markdown takes a list or table straight after a line of text for text."
    fixes = True
    bad = (zh("央行買：\n⟦⟧- 公債\n- 證券"), en("The bank buys:\n⟦⟧- bonds\n- securities"))
    good = (zh("央行買：\n\n- 公債\n- 證券"), en("It bought bonds - not shares - in 2009."))


class Indentation(LayoutRule):
    """A nested list that is not indented by four spaces."""

    id = "KB541"
    name = "nested list not indented by four spaces"
    codes = ("MD005", "MD007")
    reason = "Python-Markdown nests by four spaces; with two the list is flat."
    fixes = True
    bad = (zh("- 公債\n⟦⟧  - 長期"), en("- bonds\n⟦⟧  - long"))
    good = (zh("- 公債\n    - 長期"), en("- bonds\n    - long\n    - short"))


class TrailingSpace(LayoutRule):
    """Spaces at the end of a line."""

    id = "KB542"
    name = "space at the end of a line, tab, or several blank lines"
    codes = ("MD009", "MD010", "MD012")
    reason = "Invisible in the editor, and a change in every later diff."
    fixes = True
    bad = (zh("利率下降。⟦⟧ "), en("Rates fell.⟦⟧  "), en("One.\n\n⟦⟧\nTwo."))
    good = (zh("利率下降。"), en("```text\na\t b  \n```"))


class SpaceInMarkup(LayoutRule):
    """`** bold **`, which stays stars."""

    id = "KB543"
    name = "space inside emphasis, code, or link"
    codes = ("MD037", "MD038", "MD039", "MD062")
    reason = "With a space inside, the stars are shown instead of bold words."
    bad = (zh("⟦⟧** 央行 ** 買債。"), en("The ⟦⟧[ bank ](../concepts/qe.md) buys."))
    good = (
        zh("**央行**買債，2 * 3 * 4 是 24。"),
        en("The **bank** buys [bonds](../concepts/qe.md)."),
    )


class TableCells(LayoutRule):
    """A row with more or fewer cells than the head."""

    id = "KB544"
    name = "table row with the wrong number of cells"
    codes = ("MD056",)
    reason = "A cell too many is not shown; one too few moves the others."
    bad = (
        zh("| 甲 | 乙 |\n| --- | --- |\n⟦⟧| 一 |"),
        en("| A | B |\n| --- | --- |\n⟦⟧| 1 | 2 | 3 |"),
    )
    good = (
        zh("| 甲 | 乙 |\n| --- | --- |\n| 一 | |"),
        en("| A | B |\n| --- | --- |\n| 1 | `a \\| b` |"),
    )


class FileEnd(LayoutRule):
    """A file that does not end in one line feed."""

    id = "KB545"
    name = "file does not end in one line feed"
    codes = ("MD047",)
    reason = "The next author's diff would touch the last line."
    fixes = True
    bad = (
        Example(files=(("docs/zh-TW/{page}.md", "=docs/zh-TW/{page}.md!"),),
                at="docs/zh-TW/{page}.md:-1"),
        Example(files=(("docs/en/{page}.md", "=docs/en/{page}.md!"),), at="docs/en/{page}.md:-1"),
    )  # fmt: skip
    good = (zh("最後一行。"), en("The last line."))


class Markers(LayoutRule):
    """Markers with stray spaces."""

    id = "KB546"
    name = "spaces around a list marker, quote mark or heading"
    codes = ("MD023", "MD027", "MD030")
    reason = "Python-Markdown may take the rest for code."
    fixes = True
    bad = (zh("-⟦⟧   公債"), en("> ⟦⟧  A quotation."))
    good = (zh("- 公債"), en("> A quotation."))


RULES: tuple[LayoutRule, ...] = (
    BlankLines(),
    Indentation(),
    TrailingSpace(),
    SpaceInMarkup(),
    TableCells(),
    FileEnd(),
    Markers(),
)
