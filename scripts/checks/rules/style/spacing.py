"""Spaces in Chinese text, and line breaks inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Edit, Finding
from scripts.checks.rule import PageRule, en, zh
from scripts.checks.rules.style.punctuation import HAN

_MISSING = re.compile(rf"(?<=[{HAN}])[A-Za-z0-9$€£¥]|(?<=[A-Za-z0-9%])[{HAN}]")
_WIDE_MARK = "，。；：？！、（）「」『』《》"
_EXTRA = re.compile(
    rf"(?<=[{HAN}{_WIDE_MARK}]) +(?=[{HAN}{_WIDE_MARK}])"
    rf"|(?<=[A-Za-z0-9%)]) +(?=[，。；：？！、）」』》])"
    rf"|(?<=[，。；：？！、（「『《]) +(?=[A-Za-z0-9])"
    r"|(?<=\d) +(?=%)"
)
_DOUBLE = re.compile(r"(?<=\S)  +(?=\S)")
_BREAK = re.compile(rf"(?<=[{HAN}{_WIDE_MARK}])[ \t]*\n[ \t]*(?=[{HAN}{_WIDE_MARK}])")


class MissingSpace(PageRule):
    """`QE之後`."""

    id = "KB510"
    reads_records = True
    name = "no space between Chinese and Latin"
    reason = "A narrow gap keeps letters and digits readable beside Chinese characters."
    fixes = True
    bad = (
        zh("聯準會的⟦Q⟧E 之後。"), zh("在 2008⟦年⟧危機時。"), zh("利率是 5%⟦左⟧右。"),
        zh("見[量化寬鬆](../concepts/qe.md)⟦Q⟧E 的說明。"),
    )  # fmt: skip
    good = (
        zh("聯準會的 QE 之後，在 2008 年危機時，利率是 5%，A股也漲。"),
        zh("程式 `a甲b` 與「QE」、（QT）都不用。"),
        en("In Chinese: QE量化寬鬆 is written close."),
        zh("見[量化寬鬆](../concepts/qe.md#qe頁)。"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at each border between the scripts, across links and emphasis too."""
        if page.language != "zh-TW":
            return
        text = page.prose.text
        tight = context.lists.tight
        for match in _MISSING.finditer(text):
            index = match.start()
            if any(
                text.startswith(word, index - shift)
                for word in tight
                for shift in range(1, len(word))
                if index >= shift
            ):
                continue
            finding = self.in_prose(
                page, index, index + 1,
                f"a space belongs between Chinese and Latin ({text[index - 1]}{match[0]} → "
                f"{text[index - 1]} {match[0]})",
            )  # fmt: skip
            place = _gap(page, index)
            if place is not None:
                edit = Edit(place, place, " ")
                finding = Finding(
                    finding.path, finding.line, finding.column, self.id, finding.message,
                    self.severity, 1, edit,
                )  # fmt: skip
            yield finding


def _gap(page: Document, index: int) -> int | None:
    """Returns where to put a space between a character of the prose and the one before it.

    None where the markup between them leaves that open (`**`).
    """
    before, after = page.prose.offset(index - 1) + 1, page.prose.offset(index)
    between = page.text[before:after]
    if not between or between in ("[", "`"):
        return before
    if between.startswith("](") or between.endswith("]"):
        return after
    return None


class ExtraSpace(PageRule):
    """`央行 買債` or `5 %`."""

    id = "KB511"
    reads_records = True
    name = "space that does not belong"
    reason = "No space between Chinese characters, beside full-width marks, or before %."
    fixes = True
    bad = (
        zh("央行⟦ ⟧買債。"), zh("央行買債，⟦ ⟧利率下降。"), zh("利率是 5⟦ ⟧% 左右。"),
        zh("見⟦ ⟧[量化寬鬆](../concepts/qe.md)。"),
    )  # fmt: skip
    good = (
        zh("央行買 QE 債，利率是 5% 左右。"),
        zh("| 甲 | 乙 |\n| --- | ---: |\n| 一 | 二。 |\n\n**先說結論。** 央行買債。"),
        en("Rates of 5% and 甲 乙."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for spaces between characters that take none."""
        if page.language != "zh-TW":
            return
        for match in _EXTRA.finditer(page.prose.text):
            first, last = page.prose.offset(match.start()), page.prose.offset(match.end())
            # `**重點。** 內文`: GitHub needs the space to see where the bold text ends.
            if "*" not in (page.text[first - 1 : first], page.text[last - 1 : last]):
                yield self.in_prose(
                    page, match.start(), match.end(), "no space belongs here", "", fix=True
                )


class DoubleSpace(PageRule):
    """Two spaces where one is enough."""

    id = "KB512"
    reads_records = True
    name = "two spaces in a row"
    reason = "Left over from editing; the browser shows one."
    fixes = True
    bad = (en("Rates fell⟦  ⟧and stocks rose."), zh("在⟦  ⟧2008 年。"))
    good = (en("```text\na  b\n```"), zh("| 甲    | 乙  |\n| --- | --- |\n| 一    | 二  |"))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks inside the words of each block."""
        for match in _DOUBLE.finditer(page.prose.text):
            yield self.in_prose(
                page, match.start(), match.end(), "one space is enough", " ", fix=True
            )


class HardWrapped(PageRule):
    """A Chinese paragraph broken over lines."""

    id = "KB513"
    name = "Chinese paragraph broken over lines"
    reason = "GitHub shows the break as a space in the middle of a sentence."
    fixes = True
    bad = (zh("央行買進公債，⟦⟧\n利率因此下降。"), zh("- 央行買進⟦⟧\n  公債。"))
    good = (zh("央行買進公債。\n\n利率因此下降。"), en("The Fed buys bonds,\nand rates fall."))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for a line break between two Chinese characters of one block."""
        if page.language != "zh-TW":
            return
        for block in page.blocks:
            if block.kind not in ("paragraph", "item"):
                continue
            for match in _BREAK.finditer(page.text, block.start, block.end):
                yield self.at(
                    page, match.start(), match.end(),
                    "keep each Chinese paragraph on one line", "", fix=True,
                )  # fmt: skip


RULES = (MissingSpace(), ExtraSpace(), DoubleSpace(), HardWrapped())
