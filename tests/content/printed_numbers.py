"""How the articles write a computed number."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

# Page, and the wording with its numbers in Chinese and in English.
Printed = tuple[str, str, str]


def number(value: float, digits: int = 0, *, sign: bool = False) -> str:
    """Writes a number as the articles do: half away from zero, with the real minus sign."""
    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{rounded:{'+' if sign else ''},}".replace("-", "−")
