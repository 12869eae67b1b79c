"""Units of figures: money with a scale and a pace, rates, counts, dates and exchange rates."""

from __future__ import annotations

from dataclasses import dataclass

CURRENCIES = (
    "USD", "EUR", "JPY", "GBP", "CHF", "CAD", "AUD", "NZD", "SEK", "DKK", "CNY", "HKD", "TWD",
    "IDR", "INR", "KRW", "ILS", "PLN", "HUF", "ZAR", "TRY", "BRL", "MXN", "COP", "CLP", "PHP",
    "THB", "MYR", "SGD", "RON",
)  # fmt: skip
SCALES = {"": 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
PACES = ("month", "week", "day", "year", "quarter")
PLAIN = (
    "percent", "pp", "bp", "ratio", "count", "index",
    "days", "weeks", "months", "years", "date", "year",
)  # fmt: skip


@dataclass(frozen=True)
class UnitParts:
    """A unit taken apart.

    Attributes:
        base: currency code, plain unit, or `XXX per YYY`.
        scale: factor by which a number in this unit is multiplied to give the base unit.
        pace: period of a flow (`month`), or empty.
    """

    base: str
    scale: float = 1.0
    pace: str = ""


def unit_parts(unit: str) -> UnitParts:
    """Takes a unit apart.

    Raises:
        ValueError: the unit is not one of the vocabulary.
    """
    if unit in PLAIN:
        return UnitParts(unit)
    words, _, pace = unit.partition("/")
    if pace and pace not in PACES:
        raise ValueError(f"unknown period `{pace}`")
    first, *rest = words.split(" ")
    if len(rest) == 2 and rest[0] == "per" and first in CURRENCIES and rest[1] in CURRENCIES:
        return UnitParts(words, 1.0, pace)
    scale = " ".join(rest)
    if first in CURRENCIES and scale in SCALES:
        return UnitParts(first, SCALES[scale], pace)
    if first in ("percent", "pp", "bp", "count") and not rest:
        return UnitParts(first, 1.0, pace)
    if first == "count" and scale in SCALES:
        return UnitParts("count", SCALES[scale], pace)
    raise ValueError(f"unknown unit `{unit}`")


def is_unit(unit: str) -> bool:
    """Tells whether `unit` belongs to the vocabulary."""
    try:
        unit_parts(unit)
    except ValueError:
        return False
    return True
