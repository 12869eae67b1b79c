"""What grows old: reviews, series, statements."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import Example, PageRule, RecordRule, en, zh
from scripts.content.quantities import find_dates

REVIEW_DAYS = 180
# Days after its last observation at which a series is overdue: one period, the usual delay of
# publication, and a month of grace.
OVERDUE_DAYS = {"daily": 90, "weekly": 90, "monthly": 150, "quarterly": 300, "annual": 720}
STATEMENT_DAYS = 400
_AS_OF = {
    # No letter stands before the five of “as of”; asked last, since most places hold no “as”.
    "zh-TW": re.compile(r"截至\s*"),
    "en": re.compile(r"as (?:of|at)(?<!\w.....)\s+(?:the end of\s+|(?:early|mid|late)[ -])?"),
}


class OldReview(PageRule):
    """A page that nobody has looked at for half a year."""

    id = "KB701"
    name = f"not reviewed for {REVIEW_DAYS} days"
    severity = "warning"
    reason = "Policy moves several times a year; facts that nobody checked since may be wrong."
    bad = (
        Example(front=(("zh-TW", "reviewed: 2020-01-01"),), at="docs/zh-TW/{page}.md:reviewed"),
        Example(front=(("en", "reviewed: 2020-01-01"),), at="docs/en/{page}.md:reviewed"),
    )
    good = (
        Example(front=(("zh-TW", "reviewed: {today}"),)),
        Example(front=(("en", "reviewed: {today}"),)),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Counts the days since the review."""
        days = (context.today - page.page.front.reviewed).days
        if days > REVIEW_DAYS:
            line, column = page.page.keys.position(("reviewed",))
            yield self.on_line(
                page.path,
                line,
                column,
                f"last reviewed {days} days ago; check the facts, then set `reviewed: "
                f"{context.today}`",
            )


class OldSeries(RecordRule):
    """A series that should have newer observations."""

    id = "KB702"
    name = "series overdue for its frequency"
    severity = "warning"
    reason = "Charts and “latest” figures stop at the last row."
    bad = (
        Example(
            files=(("docs/data/series/WALCL.csv", "date,value\n2020-01-01,1\n2020-01-08,2\n"),),
            at="docs/data/series.yml:- id: WALCL",
        ),
        Example(
            files=(("docs/data/series/CPIAUCSL.csv", "date,value\n2020-01-01,1\n2020-02-01,2\n"),),
            at="docs/data/series.yml:- id: CPIAUCSL",
        ),
    )
    good = (
        Example(files=(("docs/data/series/WALCL.csv", "date,value\n2020-01-01,1\n{today},2\n"),)),
        Example(files=(("docs/data/series/FED_EVENTS.csv", "date,value\n2020-01-01,1\n"),)),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Compares the last row with today, by frequency; the list `stale` holds known cases."""
        kb = context.kb
        known = {e.series for e in context.lists.stale if e.until >= context.today}
        for name, series in kb.series.items():
            rows = kb.observations.get(name)
            limit = OVERDUE_DAYS.get(series.frequency)
            if not rows or limit is None or name in known:
                continue
            days = (context.today - rows[-1][0]).days
            if days > limit:
                path, line, column = kb.positions["series", name]
                yield self.on_line(
                    path,
                    line,
                    column,
                    f"series `{name}` ({series.frequency}) ends on {rows[-1][0]}, {days} days ago; "
                    "run `python -m scripts refresh`, or list it under `stale` in "
                    "docs/data/checks.yml with the reason",
                )


class WrongSpan(RecordRule):
    """`first` or `last` of a series that its rows contradict."""

    id = "KB703"
    name = "first or last day of a series is not that of its rows"
    reason = "The list of series shows readers how far the data reach."
    bad = (
        Example(
            files=(("docs/data/series/WALCL.csv", "date,value\n2020-01-01,1\n2020-01-08,2\n"),),
            at="docs/data/series.yml:- id: WALCL",
        ),
        Example(
            files=(("docs/data/series/DGS10.csv", "date,value\n2020-01-01,1\n2020-01-08,2\n"),),
            at="docs/data/series.yml:- id: DGS10",
        ),
    )
    good = (
        Example(files=(("docs/data/series/OTHER.csv", "date,value\n2020-01-01,1\n"),)),
        Example(files=(("docs/data/series/README.txt", "x"),)),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Compares record and rows."""
        for name, series in context.kb.series.items():
            rows = context.kb.observations.get(name)
            if not rows:
                continue
            for key, stated, real in (
                ("first", series.first, rows[0][0]),
                ("last", series.last, rows[-1][0]),
            ):
                if stated != real:
                    path, line, column = context.kb.positions["series", name]
                    yield self.on_line(
                        path, line, column, f"series `{name}`: `{key}` ({stated} → {real})"
                    )


class OldStatement(PageRule):
    """`As of 2021` in a page of today."""

    id = "KB704"
    name = "“as of” a day long past"
    severity = "warning"
    reason = "A statement about the present that stopped being about the present."
    bad = (zh("⟦截至 2019 年⟧ 6 月，資產仍大。"), en("⟦As of June 2019⟧, assets were large."))
    good = (
        zh("截至 {today_month_zh}，資產仍大。"),
        en("In June 2019 assets were large."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at the date after 截至 and “as of”."""
        text = page.prose.text if page.language == "zh-TW" else page.prose_lower
        for match in _AS_OF[page.language].finditer(text):
            rest = page.prose.text[match.end() : match.end() + 30].split("\n")[0]
            dates = [date for date in find_dates(rest) if date.start <= 4]
            if not dates or dates[0].month == 0:
                continue
            date = dates[0]
            try:
                day = datetime.date(date.year, date.month or 12, date.day or 28)
            except ValueError:
                continue
            age = (context.today - day).days
            if age > STATEMENT_DAYS:
                yield self.in_prose(
                    page,
                    match.start(),
                    match.end() + date.start + len(date.text),
                    f"this was {age} days ago; bring the statement up to date or write “in …”",
                )


RULES = (OldReview(), OldSeries(), WrongSpan(), OldStatement())
