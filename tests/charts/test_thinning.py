"""A line with fewer points looks the same: no peak and no trough is lost."""

from __future__ import annotations

import math

from scripts.charts.thinning import straighten, thin

WAVES = [(i / 10, 50 + 40 * math.sin(i / 7) + 9 * math.sin(i)) for i in range(3000)]


def test_a_long_line_becomes_short() -> None:
    assert len(thin(WAVES, 2)) <= 2 * 150 + 2 < len(WAVES)


def test_ends_and_extremes_stay() -> None:
    kept = thin(WAVES, 2)
    assert (kept[0], kept[-1]) == (WAVES[0], WAVES[-1])
    assert max(y for _, y in kept) == max(y for _, y in WAVES)
    assert min(y for _, y in kept) == min(y for _, y in WAVES)


def test_a_spike_of_one_day_stays() -> None:
    flat = [(i / 10, 100.0) for i in range(1000)]
    flat[437] = (43.7, 3.0)
    assert (43.7, 3.0) in thin(flat, 2)


def test_the_order_stays() -> None:
    kept = thin(WAVES, 2)
    assert kept == sorted(kept)


def test_points_on_one_level_are_told_by_their_ends() -> None:
    stairs = [(0.0, 5.0), (1.0, 5.0), (2.0, 5.0), (2.0, 3.0), (2.0, 1.0), (4.0, 1.0)]
    assert straighten(stairs) == [(0, 5), (2, 5), (2, 1), (4, 1)]


def test_a_spike_straight_up_and_down_is_not_taken_for_a_line() -> None:
    spike = [(0.0, 9.0), (2.0, 9.0), (2.0, 1.0), (2.0, 9.0), (4.0, 9.0)]
    assert (2.0, 1.0) in straighten(spike)
