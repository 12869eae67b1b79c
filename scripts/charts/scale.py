"""From values to places on the canvas, and the round values at which an axis is marked."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_YEARS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True)
class Scale:
    """Maps a range of values onto a range of places, in proportion.

    Attributes:
        low, high: the values.
        start, end: the places of `low` and `high`, in units of the canvas.
    """

    low: float
    high: float
    start: float
    end: float

    def place(self, value: float) -> float:
        """Returns the place of a value; one outside the range lies outside the places too."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def place_of(self, day: datetime.date) -> float:
        """Returns the place of a day, on a scale whose values are ordinals of days."""
        return self.place(day.toordinal())


def value_ticks(low: float, high: float, at_most: int) -> list[float]:
    """Returns the round values a constant step apart that lie in a range.

    Args:
        low: begin of the range.
        high: its end, above `low`.
        at_most: how many values there is room for, at least 2.
    """
    power = math.floor(math.log10((high - low) / at_most))
    candidates = (step * 10.0**exponent for exponent in (power, power + 1) for step in _STEPS)
    for step in candidates:
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first < at_most:
            return [round(index * step, 12) for index in range(first, last + 1)]
    raise AssertionError("a step of ten times the power is always long enough")


def decimals(ticks: Sequence[float]) -> int:
    """Returns how many decimals it takes to write every one of the values."""
    for places in range(6):
        if all(abs(tick - round(tick, places)) < 1e-9 for tick in ticks):
            return places
    return 6


def year_ticks(first: datetime.date, last: datetime.date, at_most: int) -> list[int]:
    """Returns the years to mark: multiples of a round number, whose first day lies in a period.

    Args:
        first: begin of the period.
        last: end of the period.
        at_most: how many labels there is room for, at least 1.
    """
    begin = first.year + (first > datetime.date(first.year, 1, 1))
    for step in _YEARS:
        years = [year for year in range(begin, last.year + 1) if year % step == 0]
        if len(years) <= at_most:
            return years
    return []
