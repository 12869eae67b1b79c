"""Changes over phases, yearly rates, and how often something rose. No dividends, tax or fees."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from scripts.content.phases import Phase, month_end
from scripts.content.returns.months import MonthMissing, month_value
from scripts.content.series import Observation

Rows = tuple[Observation, ...]


def change(
    rows: Rows, phase: Phase, measure: Literal["percent", "bp"], *, month_values: bool
) -> float:
    """Computes the change from the close before a phase to the close of its last month.

    Args:
        rows: observations; a yield in percent where `measure` is `bp`.
        phase: the phase.
        measure: `percent` for 100 × (last ÷ first − 1), `bp` for 100 × (last − first).
        month_values: see `month_value`.

    Raises:
        MonthMissing: one of the two months has no value.
    """
    first = month_value(rows, phase.from_month, month_values=month_values)[1]
    last = month_value(rows, phase.to_month, month_values=month_values)[1]
    return 100 * (last / first - 1) if measure == "percent" else 100 * (last - first)


def yearly_return(rows: Rows, phases: Sequence[Phase], *, month_values: bool) -> float:
    """Chains the returns of phases that need not touch, and turns them into a yearly rate.

    Returns:
        100 × (product of (1 + return) to the power of 12 ÷ months, − 1), in percent a year.

    Raises:
        MonthMissing: a month has no value.
    """
    growth = math.prod(
        1 + change(rows, phase, "percent", month_values=month_values) / 100 for phase in phases
    )
    months = sum(phase.months for phase in phases)
    return 100 * (growth ** (12 / months) - 1)


def share_of_rises(rows: Rows, months: int, until: datetime.date) -> tuple[float, int]:
    """Computes how often the value rose over all stretches of a number of months.

    Args:
        rows: closes; the first stretch begins with the first month.
        months: length of a stretch.
        until: last day of the month with which the last stretch ends.

    Returns:
        The share in percent, and the number of stretches, which overlap.

    Raises:
        MonthMissing: a month has no value, or there is no stretch of that length.
    """
    closes: list[float] = []
    day = month_end(rows[0][0])
    while day <= until:
        closes.append(month_value(rows, day, month_values=False)[1])
        day = month_end(day + datetime.timedelta(days=1))
    pairs = list(zip(closes, closes[months:], strict=False))
    if not pairs:
        raise MonthMissing(f"fewer than {months} months before {until}")
    return 100 * sum(later > first for first, later in pairs) / len(pairs), len(pairs)


def one_decimal(value: float) -> float:
    """Rounds half away from zero to one decimal, as the records state a return."""
    return float(Decimal(repr(value)).quantize(Decimal("0.1"), ROUND_HALF_UP)) + 0.0
