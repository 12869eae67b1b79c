"""Phases of QE and QT, the assets measured over them, and where a phase starts and ends."""

from __future__ import annotations

import calendar
import datetime
from typing import Literal, get_args

from pydantic import Field, model_validator

from scripts.content.localised import Record, Text
from scripts.content.records import Id

Basis = Literal["announced", "start"]
Stance = Literal["qe", "qt"]
STANCES: tuple[Stance, ...] = get_args(Stance)


class Phase(Record):
    """A stretch of time over which the assets are measured, in whole months.

    Attributes:
        kind: `qe`, `qt`, `hold` and `gap` follow each other without a hole; a `taper` lies within
            a QE phase, a `variant` counts the same phase from another day, and an `episode` is
            any other stretch that an article speaks of.
        name: short, for the first column of a table.
        span: for a sentence, as in “the S&P 500 over …”.
        begin: first day; the phase is measured from the close of the month before.
        end: last day; the phase is measured to the close of that month.
        programme: the programme whose dates these are.
        counts_from: which date of the programme `begin` is.
        of: for a variant, the phase that it counts anew.
    """

    id: Id
    kind: Literal["qe", "qt", "hold", "gap", "taper", "variant", "episode"]
    name: Text
    span: Text
    begin: datetime.date
    end: datetime.date
    programme: Id | None = None
    counts_from: Basis | None = None
    of: Id | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Phase:
        if self.end < self.begin:
            raise ValueError("`end` lies before `begin`")
        if (self.programme is None) != (self.counts_from is None):
            raise ValueError("`programme` and `counts_from` (announced or start) go together")
        if (self.kind == "variant") != (self.of is not None):
            raise ValueError("`of` names the phase that a `variant` counts anew")
        return self

    @property
    def from_month(self) -> datetime.date:
        """Last day of the month whose close is the starting value."""
        return self.begin.replace(day=1) - datetime.timedelta(days=1)

    @property
    def to_month(self) -> datetime.date:
        """Last day of the month whose close is the final value."""
        return month_end(self.end)

    @property
    def months(self) -> int:
        """Length in months."""
        first, last = self.from_month, self.to_month
        return (last.year - first.year) * 12 + last.month - first.month


class Asset(Record):
    """What is measured over each phase.

    Attributes:
        short: head of a column.
        label: for the figure's label, before “over QE1”.
        measure: `percent`, or `bp` for a yield.
        figures: beginning of the ids of its figures: `ret.sp500` for `ret.sp500.qe1`.
        source: id of the source.
        series: a series of `docs/data/series`, where its terms allow that we keep it there.
        closes: else the name of the CSV file, without `.csv`, in the folder that `returns
            --closes` is given; only what is computed from it may be published.
        month_values: the closes are values of whole months, dated by their first day.
        said: in which direction it is said to go in QE and in QT.
        note: limit that stands with each of its figures.
    """

    id: Id
    name: Text
    short: Text
    label: Text
    measure: Literal["percent", "bp"]
    figures: Id
    source: Id
    series: str | None = None
    closes: str | None = Field(None, pattern=r"^[A-Za-z0-9._-]+$")
    month_values: bool = False
    said: dict[Stance, Literal["up", "down"]] = Field(default_factory=dict)
    note: Text | None = None

    @model_validator(mode="after")
    def _has_one_origin(self) -> Asset:
        if (self.series is None) == (self.closes is None):
            raise ValueError("an asset has either `series` or `closes`")
        return self

    def figure(self, phase: Phase) -> str:
        """Returns the id of the figure that holds its change over a phase."""
        return f"{self.figures}.{phase.id}"


def month_end(day: datetime.date) -> datetime.date:
    """Returns the last calendar day of the month in which `day` lies."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
