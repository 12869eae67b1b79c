"""A bond that pays interest once a year and its face value of 100 at the end."""

from __future__ import annotations

FACE = 100.0


def price(coupon: float, yearly_yield: float, years: int) -> float:
    """Computes what the payments still to come are worth today.

    Source: present value of an annuity and of a single sum, as in any textbook of finance, such as
    Fabozzi, “Bond Markets, Analysis, and Strategies”, chapter on pricing.

    Args:
        coupon: interest a year, in percent of the face value; 0 for a single payment at the end.
        yearly_yield: yield in percent, compounded once a year; above -100.
        years: whole years to the end, the next interest being due in one year.

    Returns:
        Price per 100 of face value, interest already paid left out.
    """
    return sum(_present_values(coupon, yearly_yield, years))


def macaulay_duration(coupon: float, yearly_yield: float, years: int) -> float:
    """Computes the average wait for the money, each payment weighed by its present value.

    Source: Macaulay (1938). Arguments as for `price`.

    Returns:
        Years.
    """
    values = _present_values(coupon, yearly_yield, years)
    return sum(year * value for year, value in enumerate(values, 1)) / sum(values)


def modified_duration(coupon: float, yearly_yield: float, years: int) -> float:
    """Computes by how many percent the price falls for one percentage point more of yield.

    Source: Hicks (1939); the Macaulay duration divided by 1 + yield. Arguments as for `price`.

    Returns:
        Percent per percentage point, for small moves.
    """
    return macaulay_duration(coupon, yearly_yield, years) / (1 + yearly_yield / 100)


def convexity(coupon: float, yearly_yield: float, years: int) -> float:
    """Computes the bend that duration leaves out: the second derivative of price over price.

    Source: the second term of the Taylor series of the price; sum of t (t + 1) × present value,
    divided by price × (1 + yield) squared. Arguments as for `price`.

    Returns:
        Years squared.
    """
    values = _present_values(coupon, yearly_yield, years)
    weighted = sum(year * (year + 1) * value for year, value in enumerate(values, 1))
    return weighted / sum(values) / (1 + yearly_yield / 100) ** 2


def price_change(coupon: float, yearly_yield: float, years: int, move: float) -> float:
    """Computes what a sudden move in yield does to the price, by pricing the bond anew.

    Args:
        coupon: see `price`.
        yearly_yield: yield before the move, in percent.
        years: see `price`.
        move: percentage points.

    Returns:
        Percent of the price before.
    """
    before = price(coupon, yearly_yield, years)
    return 100 * (price(coupon, yearly_yield + move, years) / before - 1)


def estimated_change(duration: float, move: float, convexity: float = 0.0) -> float:
    """Estimates the same from duration, and from convexity where it is given.

    Source: Taylor series: - duration × move + ½ × convexity × move squared.

    Args:
        duration: modified duration.
        move: percentage points.
        convexity: years squared; 0 leaves the bend out.

    Returns:
        Percent of the price.
    """
    return -duration * move + convexity * move**2 / 200


def _present_values(coupon: float, yearly_yield: float, years: int) -> list[float]:
    """Returns the present value of each year's payment."""
    growth = 1 + yearly_yield / 100
    values = [coupon / growth**year for year in range(1, years + 1)]
    values[-1] += FACE / growth**years
    return values
