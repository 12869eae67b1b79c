"""Data series, and the numbers that are read from them."""

from __future__ import annotations

import csv
import datetime
import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from scripts.content.figures import Figure, Operand
from scripts.content.problems import ContentError, Problem, read_text
from scripts.content.records import Series
from scripts.content.units import unit_parts

Observation = tuple[datetime.date, float]


@dataclass(frozen=True)
class Reading:
    """What a figure says: a value in the figure's unit, and the day it holds for."""

    value: float | tuple[float, float] | datetime.date
    date: datetime.date


def load_observations(file: Path, root: Path) -> tuple[Observation, ...]:
    """Reads `date,value` rows.

    Args:
        file: the CSV file; columns after the second are ignored, rows without a value skipped.
        root: repository root, for the path that messages name.

    Returns:
        Observations in order of date.

    Raises:
        ContentError: a date or number is malformed, or dates are not in order.
    """
    shown = file.relative_to(root).as_posix()
    rows: list[Observation] = []
    for number, row in enumerate(csv.reader(read_text(file, shown).splitlines()), 1):
        if number == 1 or not row:
            continue
        try:
            if len(row) < 2 or not row[1]:
                continue
            observation = (datetime.date.fromisoformat(row[0]), float(row[1]))
        except ValueError as error:
            raise ContentError(
                [Problem(shown, number, 1, f"row {row!r}: {error}", "write `2026-10-07,6532100`")]
            ) from error
        if rows and observation[0] <= rows[-1][0]:
            raise ContentError(
                [Problem(shown, number, 1, f"{row[0]} stands after {rows[-1][0]}",
                         "sort the rows by date, each date once")]
            )  # fmt: skip
        rows.append(observation)
    if not rows:
        raise ContentError([Problem(shown, 1, 1, "holds no observation", "add `date,value` rows")])
    return tuple(rows)


def _day(row: Observation) -> datetime.date:
    return row[0]


def read_series(
    asked: Figure | Operand, unit: str, series: Series, rows: tuple[Observation, ...]
) -> Reading:
    """Reads one number from a series.

    Args:
        asked: what is asked for: `read`, and the period from `since` to `until`.
        unit: unit of the answer.
        series: the record of the series, which gives the unit of the observations.
        rows: its observations.

    Returns:
        The value in `unit`. `change` is last minus first, or the relative change where the unit
        is percent and that of the series is not; `yearly-change` is that change, compounded, a
        year (in percent); `"2022-04-13"` is the last observation on or before that day; `mean` is
        the plain mean and `sum` the sum, such as that of four quarters.

    Raises:
        ValueError: `read` is unknown, or no observation falls in the period.
    """
    begin = 0 if asked.since is None else bisect_left(rows, asked.since, key=_day)
    end = len(rows) if asked.until is None else bisect_right(rows, asked.until, key=_day)
    chosen = rows[begin:end]
    if not chosen:
        raise ValueError("no observation in the period from `from` to `to`")
    how = asked.read or "last"
    factor = unit_parts(series.unit).scale / unit_parts(unit).scale
    values = [value for _, value in chosen]
    first, last = chosen[0], chosen[-1]
    simple = {
        "last": last,
        "first": first,
        "max": max(chosen, key=itemgetter(1)),
        "min": min(chosen, key=itemgetter(1)),
        "sum": (last[0], math.fsum(values)),
        "mean": (last[0], math.fsum(values) / len(values)),
    }
    if how in simple:
        date, value = simple[how]
        return Reading(value * factor, date)
    if how == "change":
        if unit == "percent" and series.unit != "percent":
            return Reading((last[1] / first[1] - 1) * 100, last[0])
        return Reading((last[1] - first[1]) * factor, last[0])
    if how == "yearly-change":
        return Reading(_yearly(first, last) * 100, last[0])
    try:
        day = datetime.date.fromisoformat(how)
    except ValueError:
        raise ValueError(
            f"`read: {how}` is unknown; accepted: {', '.join(simple)}, change, yearly-change, "
            "or a day"
        ) from None
    before = chosen[: bisect_right(chosen, day, key=_day)]
    if not before:
        raise ValueError(f"the series has no observation on or before {day}")
    return Reading(before[-1][1] * factor, before[-1][0])


def _yearly(first: Observation, last: Observation) -> float:
    """Returns the compound growth a year between two observations, as a share."""
    months = (last[0].year - first[0].year) * 12 + last[0].month - first[0].month
    years = (months + (last[0].day - first[0].day) / 30.4375) / 12
    if years <= 0:
        raise ValueError("`yearly-change` needs two observations in the period")
    return float((last[1] / first[1]) ** (1 / years)) - 1
