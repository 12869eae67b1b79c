"""A mortgage with equal monthly payments, and with an interest-only start."""

from __future__ import annotations

MONTHS = 12


def monthly_payment(loan: float, rate: float, years: float) -> float:
    """Computes the equal payment that repays a loan with its interest.

    Source: formula of the level-payment annuity, loan × i ÷ (1 - (1 + i) to the power of -n),
    where i is the yearly rate ÷ 12 and n the number of months, as banks in Taiwan and Hong Kong
    apply it.

    Args:
        loan: sum still owed, in any currency.
        rate: yearly rate in percent; may be 0.
        years: time left.

    Returns:
        The payment a month, in the same currency.
    """
    return loan / _months_worth(rate, years)


def affordable_loan(payment: float, rate: float, years: float) -> float:
    """Computes the loan that a monthly payment repays; the inverse of `monthly_payment`."""
    return payment * _months_worth(rate, years)


def total_interest(loan: float, rate: float, years: float) -> float:
    """Computes the interest paid over the whole time, the rate unchanged."""
    return monthly_payment(loan, rate, years) * years * MONTHS - loan


def still_owed(loan: float, rate: float, years: float, paid_years: float) -> float:
    """Computes what is owed after some years of payments: the present value of the others.

    Args:
        loan: sum borrowed.
        rate: yearly rate in percent, unchanged.
        years: whole term.
        paid_years: time that has passed.
    """
    return affordable_loan(monthly_payment(loan, rate, years), rate, years - paid_years)


def monthly_interest(loan: float, rate: float) -> float:
    """Computes a month's interest: the whole payment while nothing is repaid."""
    return loan * rate / 100 / MONTHS


def capped_rate(reference: float, margin: float, cap: float) -> float:
    """Computes the rate of a floating mortgage with a cap, as Hong Kong's H plans have.

    Args:
        reference: interbank rate (HIBOR) in percent.
        margin: added to it, in percentage points.
        cap: highest rate in percent.
    """
    return min(reference + margin, cap)


def _months_worth(rate: float, years: float) -> float:
    """Returns what payments of 1 a month are worth today."""
    months, monthly = years * MONTHS, rate / 100 / MONTHS
    return months if monthly == 0 else (1 - (1 + monthly) ** -months) / monthly
