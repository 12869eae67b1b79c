"""Data series, and the figures that are read from them."""

from __future__ import annotations

import csv
import datetime
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from scripts.content.problems import ContentError, Problem, read_text
from scripts.content.records import Figure, Series
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


def read_figure(figure: Figure, series: Series, rows: tuple[Observation, ...]) -> Reading:
    """Reads a figure from its series.

    Args:
        figure: a record with `series` and `read`.
        series: the record of that series, which gives the unit of the observations.
        rows: its observations.

    Returns:
        The value in the figure's unit. `change` is last minus first, or the relative change where
        the figure is in percent and the series is not; `"2022-04-13"` is the last observation on
        or before that day; `mean` is the plain mean.

    Raises:
        ValueError: `read` is unknown, or no observation falls in the period.
    """
    begin = 0 if figure.since is None else bisect_left(rows, figure.since, key=_day)
    end = len(rows) if figure.until is None else bisect_right(rows, figure.until, key=_day)
    chosen = rows[begin:end]
    if not chosen:
        raise ValueError("no observation in the period from `from` to `to`")
    how = figure.read or "last"
    factor = unit_parts(series.unit).scale / unit_parts(figure.unit).scale
    if how == "mean":
        return Reading(sum(v for _, v in chosen) / len(chosen) * factor, chosen[-1][0])
    if how == "change":
        first, last = chosen[0][1], chosen[-1]
        if figure.unit == "percent" and series.unit != "percent":
            return Reading((last[1] / first - 1) * 100, last[0])
        return Reading((last[1] - first) * factor, last[0])
    simple = {
        "last": chosen[-1],
        "first": chosen[0],
        "max": max(chosen, key=itemgetter(1)),
        "min": min(chosen, key=itemgetter(1)),
    }
    if how in simple:
        date, value = simple[how]
        return Reading(value * factor, date)
    try:
        day = datetime.date.fromisoformat(how)
    except ValueError:
        raise ValueError(
            f"`read: {how}` is unknown; accepted: last, first, max, min, mean, change, or a day"
        ) from None
    before = chosen[: bisect_right(chosen, day, key=_day)]
    if not before:
        raise ValueError(f"the series has no observation on or before {day}")
    return Reading(before[-1][1] * factor, before[-1][0])
