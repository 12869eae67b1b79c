"""What grows old: reviews and series."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import Example, PageRule, RecordRule

REVIEW_DAYS = 180
# Days after its last observation at which a series is overdue: one period, the usual delay of
# publication, and a month of grace.
OVERDUE_DAYS = {"daily": 90, "weekly": 90, "monthly": 150, "quarterly": 300, "annual": 720}


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
                    f"add the newer rows to docs/data/series/{name}.csv and set `last`, or list "
                    "it under `stale` in docs/data/checks.yml with the reason",
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


RULES = (OldReview(), OldSeries(), WrongSpan())
