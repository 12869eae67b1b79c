"""What a chart draws: the observations of each line, in the unit and the period of the chart."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.content.charts import Chart, Line, ShareOf
from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.records import Series
from scripts.content.series import Observation
from scripts.content.units import unit_parts

Rows = tuple[Observation, ...]


@dataclass(frozen=True)
class Curve:
    """A line with its values.

    Attributes:
        line: the record.
        series: the series drawn, and what it is divided by, if anything.
        rows: observations in the chart's unit, in order of date; at least one.
        holds: whether a value holds until the next one, as a policy rate does.
    """

    line: Line
    series: tuple[Series, ...]
    rows: Rows
    holds: bool

    @property
    def last(self) -> Observation:
        """The last observation."""
        return self.rows[-1]

    def value_on(self, day: datetime.date) -> float | None:
        """Returns the last value on or before a day, None before the first."""
        index = bisect_right(self.rows, day, key=_day)
        return self.rows[index - 1][1] if index else None


def read_curves(chart: Chart, kb: KnowledgeBase) -> list[Curve]:
    """Reads the lines of a chart whose series exist.

    Raises:
        ValueError: a series has no observation in the chart's period.
    """
    found = []
    for line in chart.lines:
        series = [kb.series[line.series]]
        rows = kb.observations[line.series]
        if line.share_of:
            series.append(kb.series[line.share_of.series])
            rows = _share(rows, series, line.share_of, kb.observations)
        else:
            factor = unit_parts(series[0].unit).scale / unit_parts(chart.unit).scale
            rows = tuple((day, value * factor) for day, value in rows)
        holds = series[0].frequency == "event"
        rows = _in_period(rows, chart, holds)
        if not rows:
            raise ValueError(f"the series `{line.series}` has no observation in the period")
        found.append(Curve(line, tuple(series), rows, holds))
    return found


def _share(rows: Rows, series: list[Series], of: ShareOf, observations: Mapping[str, Rows]) -> Rows:
    """Divides the value at the end of each quarter by the year's sum up to that quarter."""
    whole = observations[of.series]
    scale = unit_parts(series[0].unit).scale / unit_parts(series[1].unit).scale
    found: list[Observation] = []
    for index in range(of.sum_of - 1, len(whole)):
        end = _quarter_end(whole[index][0])
        place = bisect_right(rows, end, key=_day)
        if place == 0 or end > rows[-1][0]:
            continue
        year = sum(value for _, value in whole[index - of.sum_of + 1 : index + 1])
        found.append((end, 100 * scale * rows[place - 1][1] / year))
    return tuple(found)


def _quarter_end(start: datetime.date) -> datetime.date:
    """Returns the last day of the quarter that begins on a day."""
    month = start.month + 3
    after = datetime.date(start.year + (month > 12), (month - 1) % 12 + 1, 1)
    return after - datetime.timedelta(days=1)


def _in_period(rows: Rows, chart: Chart, holds: bool) -> Rows:
    since = chart.since or rows[0][0]
    chosen = [row for row in rows if since <= row[0] and (not chart.until or row[0] <= chart.until)]
    if holds and (not chosen or chosen[0][0] > since):
        before = bisect_right(rows, since, key=_day)
        if before:
            chosen.insert(0, (since, rows[before - 1][1]))
    return tuple(chosen)


def _day(row: Observation) -> datetime.date:
    return row[0]
