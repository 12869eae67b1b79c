"""Records: dates in the future, in the wrong order, sources never used."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.finding import Finding
from scripts.checks.rule import Example, RecordRule, WholeRule

_SOURCE = (
    "- id: {0}\n  institution: {{zh-TW: 甲, en: A}}\n  title: T\n  date: {1}\n"
    "  kind: research\n  language: en\n"
)
_PROGRAMME = (
    "- id: zz-x\n  bank: fed\n  kind: qe\n  name: {{zh-TW: 甲, en: A}}\n"
    "  assets: {{zh-TW: 乙, en: B}}\n  sources: [{{source}}]\n{0}"
)


class FutureDate(RecordRule):
    """A record dated after today."""

    id = "KB409"
    about_pages = True
    name = "date in the future"
    reason = "What has not happened yet cannot be a fact; the year is probably mistyped."
    bad = (
        Example(
            data=(("sources.yml", _SOURCE.format("zz-2099", "2099-01-01")),),
            at="docs/data/sources.yml:-6",
        ),
        Example(
            data=(
                (
                    "figures.yml",
                    "- id: zz.x\n  zh-TW: 甲\n  en: A\n  value: 1\n  unit: percent\n"
                    "  date: 2099-01-01\n  source: {source}\n",
                ),
            ),
            at="docs/data/figures.yml:-7",
        ),
        Example(
            data=(("programmes.yml", _PROGRAMME.format("  announced: 2099-03-01\n")),),
            at="docs/data/programmes.yml:-7",
        ),
        Example(front=(("zh-TW", "reviewed: 2099-01-01"),), at="docs/zh-TW/{page}.md:reviewed"),
        Example(front=(("en", "reviewed: 2099-01-01"),), at="docs/en/{page}.md:reviewed"),
    )
    good = (
        Example(data=(("sources.yml", _SOURCE.format("zz-2020", "2020-01-01")),)),
        Example(front=(("en", "reviewed: 2020-01-01"),)),
        Example(data=(("programmes.yml", _PROGRAMME.format("  start: 2099-03-01\n")),)),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Compares the dates of sources, figures, series, programmes and reviews with today."""
        kb, today = context.kb, context.today
        dated: list[tuple[str, str, datetime.date | None]] = []
        dated += [("sources", name, source.date) for name, source in kb.sources.items()]
        dated += [("figures", name, figure.date) for name, figure in kb.figures.items()]
        dated += [("series", name, series.last) for name, series in kb.series.items()]
        for name, programme in kb.programmes.items():
            dated.append(("programmes", name, programme.announced))  # start and end are plans
            dated += [("programmes", name, decision.date) for decision in programme.decisions]
        for kind, name, date in dated:
            if date is not None and date > today:
                path, line, column = kb.positions[kind, name]
                yield self.on_line(
                    path, line, column, f"{kind} `{name}` is dated {date}, after today ({today})"
                )
        for page in kb.pages.values():
            if page.front.reviewed > today:
                line, column = page.keys.position(("reviewed",))
                yield self.on_line(
                    page.file, line, column, f"`reviewed` is {page.front.reviewed}, after today"
                )


class WrongOrder(RecordRule):
    """A programme that ends before it starts."""

    id = "KB410"
    name = "dates of a programme out of order"
    reason = "Timelines and charts are drawn from these dates."
    bad = (
        Example(
            data=(
                ("programmes.yml", _PROGRAMME.format("  start: 2020-03-01\n  end: 2019-03-01\n")),
            ),
            at="docs/data/programmes.yml:-8",
        ),
        Example(
            data=(
                (
                    "programmes.yml",
                    _PROGRAMME.format("  announced: 2020-03-01\n  end: 2019-03-01\n"),
                ),
            ),
            at="docs/data/programmes.yml:-8",
        ),
    )
    good = (
        Example(
            data=(
                ("programmes.yml", _PROGRAMME.format("  start: 2019-03-01\n  end: 2020-03-01\n")),
            )
        ),
        Example(data=(("programmes.yml", _PROGRAMME.format("  start: 2019-03-01\n")),)),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Compares announcement, start and end, and the order of the decisions."""
        for name, programme in context.kb.programmes.items():
            path, line, column = context.kb.positions["programmes", name]
            begins = [d for d in (programme.announced, programme.start) if d is not None]
            if programme.end is not None and any(d > programme.end for d in begins):
                yield self.on_line(
                    path,
                    line,
                    column,
                    f"programme `{name}` ends on {programme.end}, before it starts",
                )
            days = [decision.date for decision in programme.decisions]
            if days != sorted(days):
                yield self.on_line(
                    path, line, column, f"programme `{name}`: put its decisions in order of date"
                )


class UnusedSource(WholeRule):
    """A source that nothing cites."""

    id = "KB411"
    name = "source that nothing cites"
    severity = "warning"
    reason = "It lengthens the list of sources and stands behind nothing."
    bad = (
        Example(
            data=(("sources.yml", _SOURCE.format("zz-a", "2020-01-01")),),
            at="docs/data/sources.yml:-6",
        ),
        Example(
            data=(("sources.yml", _SOURCE.format("zz-b", "2019-01-01")),),
            at="docs/data/sources.yml:-6",
        ),
    )
    good = (
        Example(
            data=(("sources.yml", _SOURCE.format("zz-a", "2020-01-01")),),
            body=(("zh-TW", "文[^zz-a]。"),),
        ),
        Example(
            data=(("sources.yml", _SOURCE.format("zz-a", "2020-01-01")),),
            body=(("en", "Text.[^zz-a]"),),
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Collects what pages, figures and programmes cite."""
        kb = context.kb
        used = {
            mark.text for page in context.documents for mark in page.marks if mark.kind == "note"
        }
        used |= {figure.source for figure in kb.figures.values() if figure.source}
        for programme in kb.programmes.values():
            used |= set(programme.sources)
            used |= {source for decision in programme.decisions for source in decision.sources}
        for name in kb.sources:
            if name not in used:
                path, line, column = kb.positions["sources", name]
                yield self.on_line(path, line, column, f"nothing cites `{name}`; cite or remove it")


RULES = (FutureDate(), WrongOrder(), UnusedSource())
