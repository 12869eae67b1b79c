"""Statements “as of” a day: long past, or older than the data that they speak of."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, en, zh
from scripts.checks.rules.figures.prose import MovedSeries, sentence_around
from scripts.content.figures import Figure
from scripts.content.quantities import find_dates
from scripts.content.quantities.vocabulary import MONTHS
from scripts.content.readings import origins
from scripts.content.records import Series

STATEMENT_DAYS = 400
_AS_OF = {
    "zh-TW": re.compile(r"截[至止]\s*"),
    # No letter stands before the five of “as of”; asked last, since most places hold no “as”.
    "en": re.compile(r"as (?:of|at)(?<!\w.....)\s+(?:the end of\s+|(?:early|mid|late)[ -])?"),
}
# A sentence that names a month or a year has a date of its own.
_OTHER_DAY = re.compile(rf"\d\s*月|\b(?:19|20)\d\d\b|\b(?:{'|'.join(MONTHS)})\b")
# Days between an observation and the next: an observation that much older than the day named is
# still the one of that day. An event holds until the next one.
_STEP = {"daily": 7, "weekly": 7, "monthly": 31, "quarterly": 92, "annual": 366, "event": 36500}
# A maximum or minimum of the whole series is looked for anew in every new row.
_EXTREMES = ("max", "min", "first")


@dataclass(frozen=True)
class _Statement:
    """An “as of” with its date.

    Attributes:
        start: offset in the prose of its first character.
        date: offset of the date.
        end: offset after the date.
        first: first day of what the date names, a day, a month or a year.
        last: its last day.
    """

    start: int
    date: int
    end: int
    first: datetime.date
    last: datetime.date


def _statements(page: Document) -> Iterator[_Statement]:
    shown = page.prose.text if page.language == "zh-TW" else page.prose_lower
    for match in _AS_OF[page.language].finditer(shown):
        rest = page.prose.text[match.end() : match.end() + 30].split("\n")[0]
        date = next((date for date in find_dates(rest) if date.start <= 4), None)
        if date is None or date.month == 0:
            continue
        month = date.month or 12
        days = calendar.monthrange(date.year, month)[1]
        try:
            first = datetime.date(date.year, date.month or 1, date.day or 1)
            last = datetime.date(date.year, month, date.day or days)
        except ValueError:
            continue
        begin = match.end() + date.start
        yield _Statement(match.start(), begin, begin + len(date.text), first, last)


class OldStatement(PageRule):
    """`As of 2021` in a page of today."""

    id = "KB704"
    name = "“as of” a day long past or still to come"
    severity = "warning"
    reason = "A statement about the present that stopped being about the present."
    bad = (
        zh("⟦截至 2019 年⟧ 6 月，資產仍大。"),
        en("⟦As of June 2019⟧, assets were large."),
        zh("⟦截至 2062 年 6 月⟧，資產仍大。"),
        en("⟦As of June 2062⟧, assets were large."),
    )
    good = (
        zh("截至 {today_month_zh}，資產仍大。"),
        en("In June 2019 assets were large."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares the date after 截至 and “as of” with today."""
        for statement in _statements(page):
            age = (context.today - statement.last).days
            if age > STATEMENT_DAYS:
                message = f"this was {age} days ago; bring the statement up to date or write “in …”"
            elif statement.first > context.today:
                message = "this day is still to come; the year is probably mistyped"
            else:
                continue
            yield self.in_prose(page, statement.start, statement.end, message)


class OutrunStatement(PageRule):
    """`As of June` beside a figure whose series goes on to October."""

    id = "KB705"
    name = "“as of” a day before the newest data"
    severity = "warning"
    reason = "Readers take it for the newest value; the data on this site already go further."
    bad = (
        zh("⟦截至 2026 年 6 月底⟧，總資產為 [6.74 兆美元](figure:fed.assets.jun2026)。"),
        en("⟦As of June 2026⟧ total assets were [US$6.74 trillion](figure:fed.assets.jun2026)."),
        zh("⟦截至 2026 年 6 月⟧，縮表已停。總資產為 [{latest_zh}](figure:fed.assets.latest)。"),
        en("⟦As of end-March 2026⟧, it was [97.5%](figure:boj.assets.gdp_ratio.mar2026) of GDP."),
    )
    good = (
        zh("2026 年 6 月底，總資產為 [6.74 兆美元](figure:fed.assets.jun2026)。"),
        en("In June 2026 total assets were [US$6.74 trillion](figure:fed.assets.jun2026)."),
        # The newest GDP is that of the second quarter.
        en("As of June 2026 it was [20.7%](figure:fed.assets.gdp_ratio.jun2026) of GDP."),
        zh("截至 {latest_date_zh}，總資產從 [6.74 兆美元](figure:fed.assets.jun2026)略升。"),
        zh("截至 2026 年 7 月沒有結論。10 月底資產 [{latest_zh}](figure:fed.assets.latest)。"),
        en("As of June 2026 the peak was [US$8.97 trillion](figure:fed.assets.peak)."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares the date with the last observation of the series behind the figures beside."""
        for statement in _statements(page):
            for name in _figures_of(page, context, statement):
                newer = _newer(context, name, statement)
                if newer is None or _called_wrong(page, context, statement):
                    continue
                yield self.in_prose(
                    page,
                    statement.start,
                    statement.end,
                    f"the data behind `{name}` go on to {newer}; bring the statement up to date, "
                    "or name the day without “as of” (截至)",
                )
                break


def _called_wrong(page: Document, context: Context, statement: _Statement) -> bool:
    """Tells whether the date is the wrong one of its figure (KB408): then it is not told twice."""
    place = page.place(page.prose.offset(statement.date))
    found = MovedSeries().check(page, context)
    return any((finding.line, finding.column) == place for finding in found)


def _figures_of(page: Document, context: Context, statement: _Statement) -> list[str]:
    """Returns the figures of the sentence, or else of the next ones that name no other date."""
    text, passage = page.prose.text, page.prose.passage(statement.start)
    start, end = sentence_around(text, statement.start, passage.start, passage.end)
    linked = [
        (index, address.name)
        for link, address in context.addresses(page)
        if address.scheme == "figure"
        and (index := page.prose.index(link.text_start)) is not None
        and start <= index < passage.end
    ]
    while start < passage.end:
        found = [name for index, name in linked if start <= index < end]
        if found or end >= passage.end:
            return found
        start, end = sentence_around(text, end + 1, end + 1, passage.end)
        if _OTHER_DAY.search(text, start, end):
            return []
    return []


def _newer(context: Context, name: str, statement: _Statement) -> datetime.date | None:
    """Returns the last day of the data of a figure, where the statement is of an earlier day.

    None also where the figure is of another day than the statement: it is there for comparison.
    """
    figure, reading = context.kb.figures.get(name), context.kb.readings.get(name)
    if figure is None or reading is None or figure.read in _EXTREMES:
        return None
    behind = _series_behind(context, figure)
    if not behind:
        return None
    newest = min(series.last for series in behind)
    if newest <= statement.last:
        return None
    follows = figure.read == "last" and figure.until is None
    step = max(_STEP[series.frequency] for series in behind)
    earliest = statement.first - datetime.timedelta(days=step)
    return newest if follows or earliest <= reading.date <= statement.last else None


def _series_behind(context: Context, figure: Figure) -> list[Series]:
    """Returns the published series that a figure is read or computed from, or is copied from."""
    kb = context.kb
    found: list[Series] = []
    for origin in origins(kb.figures, figure):
        if origin.kind == "series" and origin.id in kb.series:
            found.append(kb.series[origin.id])
        elif origin.kind == "sources":
            same = [series for series in kb.series.values() if series.source == origin.id]
            if not same:
                return []  # part of it is no series, and does not move
            found += same
    return found


RULES = (OldStatement(), OutrunStatement())
