"""Axes are marked at round values, no more of them than there is room for."""

from __future__ import annotations

import datetime
import itertools

import pytest

from scripts.charts.scale import Scale, decimals, value_ticks, year_ticks


def test_values_and_places_are_in_proportion() -> None:
    scale = Scale(0, 8, 300, 20)
    assert [scale.place(value) for value in (0, 4, 8)] == [300, 160, 20]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 9.4, [0, 2, 4, 6, 8]),
        (0, 1.18, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (0, 800, [0, 200, 400, 600, 800]),
        (-0.8, 5.8, [0, 1, 2, 3, 4, 5]),
        (-3, 3, [-3, -2, -1, 0, 1, 2, 3]),
    ],
)
def test_the_values_marked_are_round(low: float, high: float, expected: list[float]) -> None:
    assert value_ticks(low, high, 7) == expected


@pytest.mark.parametrize("high", [0.0031, 0.7, 1.3, 8.97, 37.2, 765, 12_345])
@pytest.mark.parametrize("room", [2, 5, 7])
def test_values_fit_in_range_and_room(high: float, room: int) -> None:
    ticks = value_ticks(0, high, room)
    assert ticks[0] == 0 and ticks[-1] <= high and len(ticks) <= room
    steps = {round(b - a, 9) for a, b in itertools.pairwise(ticks)}
    assert len(steps) <= 1


def test_decimals_are_as_many_as_it_takes() -> None:
    assert [decimals(ticks) for ticks in ([0, 2], [0, 0.5, 1], [0, 0.25])] == [0, 1, 2]


def test_years_are_multiples_of_a_round_number() -> None:
    first, last = datetime.date(2003, 1, 1), datetime.date(2026, 10, 7)
    assert year_ticks(first, last, 6) == [2005, 2010, 2015, 2020, 2025]
    assert year_ticks(first, last, 12)[:3] == [2004, 2006, 2008]


def test_a_year_is_marked_only_where_it_begins() -> None:
    days = datetime.date(2019, 1, 2), datetime.date(2021, 6, 1)
    assert year_ticks(*days, 9) == [2020, 2021]
