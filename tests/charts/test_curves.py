"""What is drawn is what was observed: converted, cut to the period, never filled in."""

from __future__ import annotations

import pytest

from scripts.charts.curves import read_curves
from tests.charts.small import DAY, chart, knowledge

QUARTERS = [("2024-01-01", 90.0), ("2024-04-01", 100.0), ("2024-07-01", 100.0),
            ("2024-10-01", 110.0), ("2025-01-01", 190.0)]  # fmt: skip


def test_values_are_converted_and_cut_to_the_period() -> None:
    kb = knowledge({"A": [("2020-01-01", 1e6), ("2021-01-01", 2e6), ("2022-01-01", 3e6)]}, {})
    record = chart([{"series": "A"}], **{"from": "2020-06-01", "to": "2021-06-01"})
    (curve,) = read_curves(record, kb)
    assert curve.rows == ((DAY("2021-01-01"), 2.0),)


def test_a_share_is_that_of_the_year_up_to_the_end_of_the_quarter() -> None:
    unfinished = ("2025-04-01", 200.0)  # nothing was observed after this quarter's end
    kb = knowledge(
        {"A": [("2024-12-25", 100.0), ("2025-03-31", 250.0)], "GDP": [*QUARTERS, unfinished]},
        {"A": "USD billion", "GDP": "USD billion"},
    )
    share = {"series": "A", "share_of": {"series": "GDP", "sum_of": 4}}
    (curve,) = read_curves(chart([share], unit="percent"), kb)
    assert curve.rows == ((DAY("2024-12-31"), 25.0), (DAY("2025-03-31"), 50.0))


def test_units_of_a_share_need_not_have_the_same_scale() -> None:
    rows = {"A": [("2024-12-31", 50_000.0)], "GDP": [("2024-10-01", 200.0)]}
    kb = knowledge(rows, {"A": "USD million", "GDP": "USD billion"})
    share = {"series": "A", "share_of": {"series": "GDP"}}
    (curve,) = read_curves(chart([share], unit="percent"), kb)
    assert curve.last == (DAY("2024-12-31"), 25.0)


def test_a_rate_that_holds_begins_with_the_value_in_force() -> None:
    kb = knowledge({"R": [("2008-10-31", 0.3), ("2010-10-05", 0.1)]}, {"R": "!percent"})
    (curve,) = read_curves(chart([{"series": "R"}], unit="percent", **{"from": "2009-01-01"}), kb)
    assert curve.rows[0] == (DAY("2009-01-01"), 0.3)
    assert curve.value_on(DAY("2026-01-01")) == 0.1


def test_a_period_without_observations_is_told() -> None:
    kb = knowledge({"A": [("2020-01-01", 1.0)]}, {})
    with pytest.raises(ValueError, match="`A` has no observation in the period"):
        read_curves(chart([{"series": "A"}], **{"from": "2021-01-01"}), kb)
