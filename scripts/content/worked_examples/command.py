"""`example`: the numbers of a worked example, for authors who write one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from scripts.content.worked_examples import bonds, mortgages


def register(commands: Any) -> None:
    """Adds `example` to the parser's sub-commands."""
    example = commands.add_parser("example", help="compute a worked example: bond or mortgage")
    kinds = example.add_subparsers(dest="kind", required=True, metavar="KIND")

    bond = kinds.add_parser("bond", help="price, duration and what a move in yield does")
    bond.add_argument("--coupon", type=float, required=True, help="percent a year")
    bond.add_argument("--yield", dest="yearly_yield", type=float, required=True, help="percent")
    bond.add_argument("--years", type=_positive, required=True)
    bond.add_argument("--move", type=float, default=1.0, help="percentage points (1)")
    bond.set_defaults(run=_bond)

    mortgage = kinds.add_parser("mortgage", help="monthly payment and what it costs")
    mortgage.add_argument("--loan", type=float, required=True)
    mortgage.add_argument("--rate", type=float, required=True, help="percent a year")
    mortgage.add_argument("--years", type=_positive, required=True)
    mortgage.add_argument("--move", type=float, default=1.0, help="percentage points (1)")
    mortgage.set_defaults(run=_mortgage)


def _positive(text: str) -> int:
    years = int(text)
    if years < 1:
        raise argparse.ArgumentTypeError("give at least one whole year")
    return years


def _bond(_: Path, options: argparse.Namespace) -> int:
    terms = (options.coupon, options.yearly_yield, options.years)
    duration, bend, move = bonds.modified_duration(*terms), bonds.convexity(*terms), options.move
    print(f"price                         {bonds.price(*terms):10.2f}")
    print(f"modified duration             {duration:10.2f}")
    print(f"convexity                     {bend:10.2f}")
    print(f"price after {move:+g} points    {bonds.price_change(*terms, move):+16.2f}%")
    print(f"  by duration                 {bonds.estimated_change(duration, move):+10.2f}%")
    print(f"  by duration and convexity   {bonds.estimated_change(duration, move, bend):+10.2f}%")
    return 0


def _mortgage(_: Path, options: argparse.Namespace) -> int:
    loan, rate, years = options.loan, options.rate, options.years
    payment = mortgages.monthly_payment(loan, rate, years)
    after = mortgages.monthly_payment(loan, rate + options.move, years)
    print(f"payment a month               {payment:14,.0f}")
    print(f"  of it interest at first     {mortgages.monthly_interest(loan, rate):14,.0f}")
    print(f"interest over the whole time  {mortgages.total_interest(loan, rate, years):14,.0f}")
    print(
        f"payment {options.move:+g} points higher     {after:14,.0f} ({after / payment - 1:+.1%})"
    )
    return 0
