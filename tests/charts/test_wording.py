"""Values are written as readers of each language expect them."""

from __future__ import annotations

import pytest

from scripts.charts.wording import wording_for
from scripts.content.localised import Language
from tests.charts.small import chart


@pytest.mark.parametrize(
    ("unit", "highest", "language", "heading", "written"),
    [
        ("USD trillion", 8.97, "zh-TW", "兆美元", "6.75"),
        ("USD trillion", 8.97, "en", "US$ trillion", "6.75"),
        ("GBP billion", 1120, "zh-TW", "兆英鎊", "0.007"),
        ("GBP billion", 1120, "en", "£ billion", "6.75"),
        ("GBP billion", 400, "zh-TW", "億英鎊", "67.5"),
        ("JPY trillion", 765, "zh-TW", "兆日圓", "6.75"),
        ("percent", 9, "zh-TW", "%", "6.75%"),
    ],
)
def test_unit_and_numbers(
    unit: str, highest: float, language: Language, heading: str, written: str
) -> None:
    wording = wording_for(chart([{"series": "A"}], unit=unit), highest, language)
    assert (wording.unit, wording.short(6.75)) == (heading, written)


def test_ticks_have_thousands_and_a_true_minus() -> None:
    wording = wording_for(chart([{"series": "A"}], unit="GBP billion"), 1120, "en")
    assert [wording.tick(value, 0) for value in (1000, -2)] == ["1,000", "−2"]
