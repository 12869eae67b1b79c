"""Tells whether a text states a recorded value, up to rounding."""

from __future__ import annotations

import datetime
import math
from dataclasses import replace

from scripts.content.localised import Language
from scripts.content.quantities.finding import Quantity, StatedDate, find_dates, find_quantities
from scripts.content.units import unit_parts

Value = float | datetime.date


def agrees(text: str, value: Value | tuple[float, float], unit: str, language: Language) -> bool:
    """Tells whether a text states a recorded value, up to rounding.

    Args:
        text: the words of the link, such as `8.97 兆美元` or `US$8.97 trillion`.
        value: the recorded number in `unit`, a (low, high) range, or a date.
        unit: unit of the record.
        language: language of the text.

    Returns:
        True if the text holds the value rounded to its stated digits (two significant digits at
        least, or one where that is within 5 %), in the same unit. The sign may be left to the
        words around it (「下降 30 個基點」).
    """
    if isinstance(value, datetime.date):
        return any(_same_day(stated, value) for stated in find_dates(text))
    if unit == "year":
        return any(stated.year == int(_first(value)) for stated in find_dates(text))
    parts = unit_parts(unit)
    low, high = (value, value) if isinstance(value, int | float) else value
    for found in find_quantities(text, language):
        quantity = _in_points_of(found, parts.base)
        if not _same_base(quantity.base, parts.base):
            continue
        if (low == high) != (quantity.low == quantity.high):
            continue
        straight = _rounds(low * parts.scale, quantity.low, quantity.step) and _rounds(
            high * parts.scale, quantity.high, quantity.step
        )
        # A fall of 30 to 100 basis points is recorded as [-100, -30].
        swapped = _rounds(-high * parts.scale, quantity.low, quantity.step) and _rounds(
            -low * parts.scale, quantity.high, quantity.step
        )
        if straight or swapped:
            return True
    return False


def _in_points_of(quantity: Quantity, base: str) -> Quantity:
    """Turns percentage points into basis points or back, where the record uses the other."""
    factor = {("pp", "bp"): 100.0, ("bp", "pp"): 0.01}.get((quantity.base, base))
    if factor is None:
        return quantity
    return replace(
        quantity,
        low=quantity.low * factor,
        high=quantity.high * factor,
        step=quantity.step * factor,
        base=base,
    )


def _first(value: float | tuple[float, float]) -> float:
    return value if isinstance(value, int | float) else value[0]


def _same_day(stated: StatedDate, value: datetime.date) -> bool:
    return (
        stated.year == value.year
        and stated.month in (None, value.month)
        and stated.day in (None, value.day)
    )


def _same_base(stated: str, recorded: str) -> bool:
    if " per " in recorded:
        return stated in ("", *recorded.split(" per "))
    if recorded in ("count", "index"):
        return stated == ""
    if recorded == "ratio":
        return stated in ("ratio", "")
    return stated == recorded


def _rounds(recorded: float, stated: float, step: float) -> bool:
    """Tells whether `stated` is `recorded`, rounded to at least the digits that it shows."""
    if math.isclose(recorded, stated, rel_tol=1e-9, abs_tol=1e-12):
        return True
    if recorded == 0 or stated == 0 or recorded * stated < 0:
        return False
    if abs(recorded - stated) <= step / 2 * (1 + 1e-9):
        return _digits(stated, step) >= 2 or abs(recorded - stated) <= 0.05 * abs(recorded)
    # Trailing zeros may be rounding too: 8,970 for 8,965.
    magnitude = math.floor(math.log10(abs(recorded)))
    for digits in range(2, 7):
        unit = 10.0 ** (magnitude - digits + 1)
        if unit >= step and math.isclose(
            math.floor(recorded / unit + 0.5) * unit, stated, rel_tol=1e-9
        ):
            return True
    return False


def _digits(stated: float, step: float) -> int:
    return max(1, math.floor(math.log10(abs(stated) / step) + 1e-9) + 1) if stated else 1
