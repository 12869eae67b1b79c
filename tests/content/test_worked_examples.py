"""The worked examples of the articles: known values of the functions, and every number as printed.

Each entry of `BONDS` and `MORTGAGES` is a stretch of a page with its numbers computed, in both
languages. Whoever changes a number in an article without the arithmetic, or the other way round,
fails.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts import cli
from scripts.content.worked_examples.bonds import (
    convexity,
    macaulay_duration,
    modified_duration,
    price,
)
from scripts.content.worked_examples.mortgages import (
    monthly_interest,
    monthly_payment,
    still_owed,
)
from tests.content.printed_bonds import BONDS
from tests.content.printed_mortgages import MORTGAGES, TEN_MILLION

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_known_values() -> None:
    # A single payment; a bond at par; a single payment has to be waited for to the end.
    assert price(0, 5, 10) == pytest.approx(100 / 1.05**10)
    assert price(7, 7, 23) == pytest.approx(100)
    assert macaulay_duration(0, 3, 8) == pytest.approx(8)
    # The definition: the slope of the price.
    slope = (price(4, 3.999, 10) - price(4, 4.001, 10)) / 0.002
    assert modified_duration(4, 4, 10) == pytest.approx(slope, rel=1e-6)
    bend = (price(4, 4.01, 10) - 200 + price(4, 3.99, 10)) / 0.01**2 * 100
    assert convexity(4, 4, 10) == pytest.approx(bend, rel=1e-4)


def test_a_mortgage_is_paid_off_by_its_payments() -> None:
    owed = float(TEN_MILLION)
    payment = monthly_payment(TEN_MILLION, 2, 30)
    for month in range(1, 361):
        owed += monthly_interest(owed, 2) - payment
        if month == 60:
            assert owed == pytest.approx(still_owed(TEN_MILLION, 2, 30, 5))
    assert owed == pytest.approx(0, abs=1e-3)
    assert monthly_payment(1200, 0, 1) == 100


def _as_read(page: str, language: str) -> str:
    """Returns the text of a page as a reader sees it: links without targets, no notes."""
    text = (DOCS / language / f"{page}.md").read_text(encoding="utf-8")
    text = re.sub(r"\[\^[^\]]+\]", "", text)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_every_number_is_printed_as_computed(language: str) -> None:
    missing = [
        f"docs/{language}/{page}.md does not say: {wording}"
        for page, chinese, english in (*BONDS, *MORTGAGES)
        if (wording := chinese if language == "zh-TW" else english) not in _as_read(page, language)
    ]
    assert missing == []


def test_the_command_prints_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    bond = ["example", "bond", "--coupon", "4", "--yield", "4", "--move", "2", "--years"]
    assert cli.main([*bond, "10"]) == 0
    assert "-14.72%" in capsys.readouterr().out
    assert cli.main(["example", "mortgage", "--loan", "1e7", "--rate", "2", "--years", "30"]) == 0
    assert "36,962" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        cli.main([*bond, "0"])
