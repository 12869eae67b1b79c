"""Numbers and statements in the prose that rest on nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.document.prose import Passage
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, en, zh
from scripts.checks.stated import Stated, same, within
from scripts.content.quantities import find_dates

_NOW_ZH = re.compile(
    "目前|(?<![出呈展體浮])現在|如今|現今|近來|最近|今年|去年|明年|本月|上月|當前|現階段|眼下"
)
_NOW_EN = re.compile(
    r"\b(?=[cnartl])(?:currently|nowadays|(?<=is )now|(?<=are )now|at present|recently|today"
    r"|this year|last year|next year|these days|at the moment)\b"
)
# Words that make “now” a point in a story or an example instead of the day of reading.
_NOT_NOW_ZH = re.compile(
    "現在的貨幣|目前為止的|直到現在|到了現在|現在式|如今年|現在值|現在來看|最近(?:的)?一|最近搜尋"
    "|回到現在|現在或|從現在|現在就|現在買|現在賣|現在該|現在進場|現在還|現在是不是|現在要|現在借|今天.{0,4}現在"
)
_NOT_NOW_EN = re.compile(
    r"now and then|until now|by now|from now|now that|for now|just now|even now|right now\?|now:"
    r"|today's |most recently published|sell now|buy now|now or|only now|in the future",
    re.IGNORECASE,
)
# Words that open an example which runs through the rest of its section.
_WORKED = re.compile(
    r"假設|假定|舉例|例子|試算|算一次|設想|\b(?:suppose|imagine|assume|worked|example)",
    re.IGNORECASE,
)
_RELATIVE = ("今年", "去年", "明年", "today", "this year", "last year", "next year")
_SUM = re.compile("[×÷≈=＝＋]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EXAMPLE = re.compile(
    "假設|假定|舉例|例如|比方|比如|譬如|假如|如果|若|算一次|範例|例子|試算|設想|想像|一張|一筆|假想|換算|也就是|等於"
    r"|\b(?:suppose|say|imagine|assume|example|for instance|if|were|would|your|take a|think of"
    r"|works? out|that is|worked|equals?|which is|divid)",
    re.IGNORECASE,
)


class UntiedNumber(PageRule):
    """A number with a unit that neither a record nor a source stands behind."""

    id = "KB406"
    name = "number without record or source"
    severity = "warning"
    reason = "A number that nobody can check is a rumour; tie it to a record or name the source."
    bad = (
        zh("央行買了 ⟦4,321 億美元⟧的債券。"),
        en("The bank bought ⟦US$432.1 billion⟧ of bonds."),
    )
    good = (
        zh("央行買了 4,321 億美元的債券[^{source}]。"),
        en("Suppose the bank buys US$100 billion of bonds."),
        zh("買了 [8.97 兆美元](figure:fed.assets.peak)，約 9 兆美元。"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at paragraphs, items and cells with amounts but without note and figure."""
        if page.page.front.kind not in ("article", "case", "faq"):
            return
        tied = [link.start for link in page.links if link.target.startswith("figure:")]
        tied += [mark.start for mark in page.marks if mark.kind == "note"]
        tied.sort()
        text = page.prose.text
        numbers = context.stated(page)
        known: list[Stated] = []
        untied: list[Passage] = []
        for passage in page.prose.passages:
            block = page.blocks[passage.block] if passage.block >= 0 else None
            if block is None or bisect_left(tied, block.start) < bisect_right(tied, block.end):
                known += within(numbers, passage.start, passage.end)
            elif block.kind not in ("heading", "row"):
                untied.append(passage)
        for passage in untied:
            if page.section_at(page.blocks[passage.block].start) == "key-points":
                continue
            before = page.section_start(passage.start)
            if (
                _WORKED.search(text, before, passage.end)
                or _EXAMPLE.search(text, passage.start, passage.end)
                or _SUM.search(text, passage.start, passage.end)
            ):
                continue
            for number in within(numbers, passage.start, passage.end):
                if number.weak or number.kind in ("year", "day", "rate"):
                    continue
                if any(same(number, other) for other in known):
                    continue
                yield self.in_prose(
                    page,
                    number.start,
                    number.start + len(number.text),
                    "tie the number to a record ([text](figure:id)) or name the source ([^id])",
                )
                break


class Undated(PageRule):
    """`目前` or `currently` without a date."""

    id = "KB407"
    name = "“now” without a date"
    reason = "The page is read for years; “currently” is true only on the day it was written."
    bad = (
        zh("⟦目前⟧聯準會的資產很大。"),
        en("The Fed ⟦currently⟧ holds many bonds."),
        zh("日銀的利率⟦現在⟧是 1%。"),
    )
    good = (
        zh("截至 2026 年 6 月，目前的資產很大。"),
        en("In June 2026 it currently held many bonds."),
        zh("回到現在或從現在起都不是問題。"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for such words in sentences that name no year."""
        chinese = page.language == "zh-TW"
        pattern, excused = (_NOW_ZH, _NOT_NOW_ZH) if chinese else (_NOW_EN, _NOT_NOW_EN)
        text = page.prose.text
        shown = text if chinese else page.prose_lower
        quotes = [m.span() for m in re.finditer('「[^「」\n]*」|"[^"\n]*"|“[^”\n]*”', text)]
        for match in pattern.finditer(shown):
            passage = page.prose.passage(match.start())
            if passage.kind in ("title", "question", "heading"):
                continue
            start, end = sentence_around(text, match.start(), passage.start, passage.end)
            if _YEAR.search(text, start, end) or excused.search(text, start, end):
                continue
            if any(first <= match.start() < last for first, last in quotes):
                continue
            if match[0] in _RELATIVE and _EXAMPLE.search(text, passage.start, passage.end):
                continue
            yield self.in_prose(
                page,
                match.start(),
                match.end(),
                "give the date" if chinese else "give the date (as of June 2026)",
            )


def sentence_around(text: str, index: int, first: int, last: int) -> tuple[int, int]:
    """Returns the sentence around an offset, within its passage."""
    begin = max(first, *(text.rfind(mark, first, index) + 1 for mark in "。？！\n;；"))
    begin = max(begin, text.rfind(". ", first, index) + 1)
    ends = [
        place
        for mark in ("。", "？", "！", ". ", "\n")
        if (place := text.find(mark, index, last)) >= 0
    ]
    return begin, min(ends, default=last)


class MovedSeries(PageRule):
    """A dated statement beside a figure that has moved on."""

    id = "KB408"
    name = "date beside the newest figure is not its date"
    reason = "When a series gets new rows the figure follows; the date written beside it does not."
    bad = (
        zh("⟦2019 年 3 月⟧底，總資產為 [{latest_zh}](figure:fed.assets.latest)。"),
        en("On ⟦3 March 2019⟧ total assets were [{latest_en}](figure:fed.assets.latest)."),
    )
    good = (
        zh("{latest_date_zh}，總資產為 [{latest_zh}](figure:fed.assets.latest)。"),
        en("From 2008 on they grew, to [{latest_en}](figure:fed.assets.latest)."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares the last full date before such a figure, in its clause, with the reading."""
        text = page.prose.text
        for link, address in context.addresses(page):
            figure = context.kb.figures.get(address.name) if address.scheme == "figure" else None
            reading = context.kb.readings.get(address.name)
            if figure is None or reading is None or figure.read != "last" or figure.until:
                continue
            start = page.prose.index(link.text_start)
            if start is None:
                continue
            passage = page.prose.passage(start)
            clause, _ = sentence_around(text, start, passage.start, passage.end)
            dates = [d for d in find_dates(text[clause:start]) if d.month is not None]
            if not dates or _figures_between(page, clause, start, link.start) > 0:
                continue
            date = dates[-1]
            day = reading.date
            right = (date.year, date.month) == (day.year, day.month) and date.day in (None, day.day)
            if right or _gap_words(text[clause + date.start + len(date.text) : start]):
                continue
            yield self.in_prose(
                page,
                clause + date.start,
                clause + date.start + len(date.text),
                f"`{address.name}` is of {day.isoformat()} by now; bring date and text up to date",
            )


def _figures_between(page: Document, clause: int, start: int, own: int) -> int:
    """Counts other figure links between the date's clause and the figure."""
    first = page.prose.offset(clause)
    return sum(
        1 for link in page.links if link.target.startswith("figure:") and first <= link.start < own
    )


def _gap_words(between: str) -> bool:
    """Tells whether the words between date and figure start another statement."""
    between = re.sub("^底?[，的]?", "", between)
    return len(between) > 24 or bool(
        re.search(r"[，；,;]|到|至|\bto\b|\bsince\b|以來|之後|起", between)
    )


RULES = (UntiedNumber(), Undated(), MovedSeries())
