"""Labels do not cover each other and stay on the drawing."""

from __future__ import annotations

import itertools

import pytest

from scripts.charts.labels import Label, in_rows, stacked

NAMES = [Label("x", middle, 30) for middle in (5, 20, 41, 60, 98)]


def test_labels_of_a_row_do_not_touch() -> None:
    placed = in_rows(NAMES, 0, 100, 4)
    assert len({row for _, row in placed}) > 1
    for (a, row_a), (b, row_b) in itertools.combinations(placed, 2):
        assert row_a != row_b or abs(a - b) >= 34


def test_labels_that_fit_stand_in_one_row_above_what_they_name() -> None:
    far = [Label("x", middle, 20) for middle in (20, 50, 80)]
    assert in_rows(far, 0, 100, 4) == [(20, 0), (50, 0), (80, 0)]


def test_labels_are_moved_inwards_at_the_edges() -> None:
    placed = in_rows(NAMES, 0, 100, 4)
    assert placed[0][0] == 15 and placed[-1][0] == 85


@pytest.mark.parametrize("middles", [[50, 52, 54], [1, 2, 3], [98, 99, 97], [10, 90, 50]])
def test_blocks_lie_one_below_the_other(middles: list[float]) -> None:
    placed = stacked(middles, [20, 20, 20], 0, 100)
    order = sorted(range(3), key=lambda i: middles[i])
    assert sorted(range(3), key=lambda i: placed[i]) == order
    ordered = sorted(placed)
    assert all(b - a >= 20 for a, b in itertools.pairwise(ordered))
    assert ordered[0] >= 10 and ordered[-1] <= 90


def test_blocks_that_fit_stay_where_they_are() -> None:
    assert stacked([20, 80], [20, 20], 0, 100) == [20, 80]
