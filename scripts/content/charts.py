"""The records of `docs/data/charts.yml`: which series a chart draws, and which phases it shades."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from pydantic import Field, model_validator

from scripts.content.localised import Record, Text
from scripts.content.records import Id, Programme, Series, Unit
from scripts.content.units import unit_parts


class ShareOf(Record):
    """What a line is divided by, such as a year's gross domestic product.

    Attributes:
        series: id of the series.
        sum_of: how many of its observations make a year: 4 for amounts a quarter, 1 for
            quarters at annual rate.
    """

    series: str
    sum_of: int = Field(1, ge=1)


class Line(Record):
    """One line of a chart.

    Attributes:
        label: what stands at its end; short.
        series: id of the series.
        share_of: draws the series as a share of another; the chart is then in percent.
    """

    label: Text
    series: str
    share_of: ShareOf | None = None


class Phase(Record):
    """A programme whose time is shaded.

    Attributes:
        programme: its id; start, end and kind are taken from its record.
        label: what stands above it; a word or two.
    """

    programme: Id
    label: Text


class Chart(Record):
    """A chart of record.

    Attributes:
        unit: of the vertical axis; money is converted to it.
        since, until: the period drawn; all there is when empty.
        pauses: names the gaps of two years or more between the shaded phases.
        note: a limit that the reader must know.
        summary: the text alternative, where an author says it better than start, peak and last.
    """

    id: Id
    title: Text
    unit: Unit
    since: datetime.date | None = Field(None, alias="from")
    until: datetime.date | None = Field(None, alias="to")
    lines: tuple[Line, ...] = Field(min_length=1, max_length=4)
    phases: tuple[Phase, ...] = ()
    pauses: bool = False
    note: Text | None = None
    summary: Text | None = None

    @model_validator(mode="after")
    def _shares_are_percent(self) -> Chart:
        if any(line.share_of for line in self.lines) and self.unit != "percent":
            raise ValueError("a chart of shares is in `percent`")
        return self


def chart_faults(
    chart: Chart, series: Mapping[str, Series], programmes: Mapping[str, Programme]
) -> Iterator[tuple[str, str]]:
    """Yields what a chart names that is not there: the fault, and its cure."""
    for line in chart.lines:
        for name in (line.series, line.share_of.series if line.share_of else line.series):
            if name not in series:
                yield f"no series `{name}`", "use an id of docs/data/series.yml"
                return
        drawn = series[line.series]
        own = unit_parts(drawn.unit).base
        wanted = unit_parts(series[line.share_of.series].unit if line.share_of else chart.unit).base
        if own != wanted:
            yield (
                f"the series `{line.series}` is in {own}, not in {wanted}",
                "draw series of one currency or kind in one chart",
            )
        ended = chart.since and drawn.last < chart.since and drawn.frequency != "event"
        if ended or (chart.until and drawn.first > chart.until):
            yield (
                f"the series `{line.series}` has nothing in the period from `from` to `to`",
                f"it goes from {drawn.first} to {drawn.last}",
            )
    for phase in chart.phases:
        if phase.programme not in programmes:
            yield f"no programme `{phase.programme}`", "use an id of docs/data/programmes.yml"
        elif _begin(programmes[phase.programme]) is None:
            yield (
                f"the programme `{phase.programme}` has no start",
                "leave it out of the chart, or add `start:` to the programme",
            )


def _begin(programme: Programme) -> datetime.date | None:
    return programme.start or programme.announced
