"""Figures that stand still beside a published series that moves on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from scripts.checks.context import Context
from scripts.checks.finding import Finding
from scripts.checks.rule import Example, RecordRule
from scripts.content.figures import Figure
from scripts.content.records import Series
from scripts.content.series import Observation
from scripts.content.units import unit_parts

_NEWEST = re.compile(
    "最新|目前|現在|現行|\\b(?:latest|newest|current(?:ly)?)\\b(?! account|-account)"
)
_FIGURE = "- id: zz.x\n  zh-TW: {0}\n  en: {1}\n  unit: {2}\n{3}"
_STATED = "  value: {0}\n  date: {1}\n  source: {2}\n"


class CopiedObservation(RecordRule):
    """A typed number that a published series holds."""

    id = "KB413"
    name = "number of a series typed instead of read"
    reason = "When the series is revised or goes on, a typed number stays behind."
    bad = (
        Example(
            data=(("figures.yml", _FIGURE.format(
                "歐元體系總資產", "Eurosystem total assets", "EUR trillion",
                _STATED.format(6.14, "2026-06-05", "ecb-total-assets-series"))),),
            at="docs/data/figures.yml:-7",
        ),
        Example(
            data=(("figures.yml", _FIGURE.format(
                "聯準會總資產", "Fed total assets", "USD trillion",
                _STATED.format(8.965, "2022-04-13", "fed-h41"))),),
            at="docs/data/figures.yml:-7",
        ),
    )  # fmt: skip
    good = (
        Example(
            data=(("figures.yml", _FIGURE.format(
                "聯準會總資產", "Fed total assets", "USD trillion",
                '  series: WALCL\n  read: "2022-04-13"\n')),),
        ),
        # The release names loans that are in no series.
        Example(
            data=(("figures.yml", _FIGURE.format(
                "貸款餘額", "Loans", "USD billion",
                _STATED.format(168, "2024-01-31", "fed-h41"))),),
        ),
    )  # fmt: skip

    def check(self, context: Context) -> Iterator[Finding]:
        """Looks at numbers whose source is that of a series.

        Where the source is one series alone, every number from it can be read or computed; where
        it holds several series and more, those that equal an observation of their day.
        """
        kb = context.kb
        by_source: dict[str, list[Series]] = {}
        for series in kb.series.values():
            if series.source is not None:
                by_source.setdefault(series.source, []).append(series)
        for name, figure in kb.figures.items():
            sources = by_source.get(figure.source or "", [])
            if not isinstance(figure.value, int | float):
                continue
            for series in sources:
                rows = kb.observations.get(series.id, ())
                if len(sources) == 1 or _holds(series, rows, figure):
                    path, line, column = kb.positions["figures", name]
                    yield self.on_line(
                        path, line, column,
                        f"`{name}` is typed; read it from `series: {series.id}` (now up to "
                        f"{series.last}), or compute it with `ratio` or `growth`",
                    )  # fmt: skip
                    break


def _holds(series: Series, rows: tuple[Observation, ...], figure: Figure) -> bool:
    """Tells whether the last observation up to the figure's day is its number, rounded."""
    assert figure.date is not None
    own, wanted = unit_parts(series.unit), unit_parts(figure.unit)
    place = bisect_right(rows, figure.date, key=lambda row: row[0]) - 1
    if (own.base, own.pace) != (wanted.base, wanted.pace) or place < 0:
        return False
    number = Decimal(repr(figure.value))
    observed = Decimal(repr(rows[place][1] * own.scale / wanted.scale))
    step = Decimal(1).scaleb(int(number.as_tuple().exponent))
    return abs(observed - number) <= step / 2


class NewestFixed(RecordRule):
    """A record called “latest” that cannot follow its series."""

    id = "KB414"
    name = "figure called “latest” is fixed to a day"
    reason = "The label promises the newest value; a fixed one is old after the next release."
    bad = (
        Example(
            data=(("figures.yml", _FIGURE.format(
                "聯準會總資產（最新）", "Total assets in 2026", "USD trillion",
                '  series: WALCL\n  read: "2026-06-24"\n')),),
            at="docs/data/figures.yml:-6",
        ),
        Example(
            data=(("figures.yml", _FIGURE.format(
                "聯準會總資產", "Total assets, latest", "USD trillion",
                _STATED.format(6.7, "2026-06-24", "fed-h41-2022-04-14"))),),
            at="docs/data/figures.yml:-7",
        ),
    )  # fmt: skip
    good = (
        Example(
            data=(("figures.yml", _FIGURE.format(
                "聯準會總資產（最新）", "Total assets, latest", "USD trillion",
                "  series: WALCL\n  read: last\n")),),
        ),
        Example(
            data=(("figures.yml", _FIGURE.format(
                "準備金帳戶餘額目標", "Current-account target", "JPY trillion",
                _STATED.format(5, "2001-03-19", "fed-h41-2022-04-14"))),),
        ),
    )  # fmt: skip

    def check(self, context: Context) -> Iterator[Finding]:
        """Compares the label with how the figure is read."""
        for name, figure in context.kb.figures.items():
            if not (_NEWEST.search(figure.zh_TW) or _NEWEST.search(figure.en.lower())):
                continue
            parts = figure.operands or (figure,)
            if any(part.read in ("last", "change") and part.until is None for part in parts):
                continue
            path, line, column = context.kb.positions["figures", name]
            yield self.on_line(
                path, line, column,
                f"`{name}` is called the latest; write `read: last`, or name its day in the label",
            )  # fmt: skip


RULES = (CopiedObservation(), NewestFixed())
