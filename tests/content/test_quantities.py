"""Numbers in prose, compared with the record."""

import datetime

import pytest

from scripts.content.localised import Language
from scripts.content.quantities import agrees, find_dates, find_quantities, write_quantity

DAY = datetime.date(2022, 4, 13)
Value = float | tuple[float, float] | datetime.date

RIGHT: list[tuple[str, Value, str, Language]] = [
    ("8.97 兆美元", 8.965, "USD trillion", "zh-TW"),
    ("9 兆美元", 8.965, "USD trillion", "zh-TW"),
    ("89,650 億美元", 8.965, "USD trillion", "zh-TW"),
    ("US$8.97 trillion", 8.965, "USD trillion", "en"),
    ("US$8,965 billion", 8.965, "USD trillion", "en"),
    ("15 到 25 個基點", (15, 25), "bp", "zh-TW"),
    ("15–25 basis points", (15, 25), "bp", "en"),
    ("30 個基點", -30, "bp", "zh-TW"),
    ("30–100 basis points", (-100, -30), "bp", "en"),
    ("2 碼", 50, "bp", "zh-TW"),
    ("5.25 個百分點", 525, "bp", "zh-TW"),
    ("50 basis points", 0.5, "pp", "en"),
    ("半碼", 12.5, "bp", "zh-TW"),
    ("六成", 60, "percent", "zh-TW"),
    ("新台幣 7 兆元", 7, "TWD trillion", "zh-TW"),
    ("NT$7 trillion", 7, "TWD trillion", "en"),
    ("850 億美元", 85, "USD billion/month", "zh-TW"),
    ("US$85 billion a month", 85, "USD billion/month", "en"),
    ("2022 年 4 月 13 日", DAY, "date", "zh-TW"),
    ("2022 年 4 月", DAY, "date", "zh-TW"),
    ("13 April 2022", DAY, "date", "en"),
    ("7.75 港元", 7.75, "HKD per USD", "zh-TW"),
    ("-0.1%", -0.1, "percent", "zh-TW"),
    ("0–0.25%", (0, 0.25), "percent", "en"),
    ("12 次", 12, "count", "zh-TW"),
    ("twelve", 12, "count", "en"),
    ("US$600 billion to US$1 trillion", (0.6, 1.0), "USD trillion", "en"),
    ("1,294 億港元", 129.4, "HKD billion", "zh-TW"),
]
WRONG: list[tuple[str, Value, str, Language]] = [
    ("8.79 兆美元", 8.965, "USD trillion", "zh-TW"),
    ("8.97 億美元", 8.965, "USD trillion", "zh-TW"),
    ("8.97 兆日圓", 8.965, "USD trillion", "zh-TW"),
    ("US$8.97 billion", 8.965, "USD trillion", "en"),
    ("€8.97 trillion", 8.965, "USD trillion", "en"),
    ("6,000 億美元", 560, "USD billion", "zh-TW"),
    ("25 個基點", (15, 25), "bp", "zh-TW"),
    ("15 到 35 個基點", (15, 25), "bp", "zh-TW"),
    ("3 碼", 50, "bp", "zh-TW"),
    ("60 個百分點", 60, "percent", "zh-TW"),
    ("2022 年 4 月 14 日", DAY, "date", "zh-TW"),
    ("May 2022", DAY, "date", "en"),
    ("很多", 8.965, "USD trillion", "zh-TW"),
]


@pytest.mark.parametrize(("text", "value", "unit", "language"), RIGHT)
def test_a_rounded_statement_agrees(text: str, value: Value, unit: str, language: Language) -> None:
    assert agrees(text, value, unit, language)


@pytest.mark.parametrize(("text", "value", "unit", "language"), WRONG)
def test_another_number_or_unit_is_seen(
    text: str, value: Value, unit: str, language: Language
) -> None:
    assert not agrees(text, value, unit, language)


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (8.965, "USD trillion", "8.97 兆美元", "US$8.97 trillion"),
        (85, "USD billion/month", "每月 850 億美元", "US$85 billion a month"),
        (7, "TWD trillion", "新台幣 7 兆元", "NT$7 trillion"),
        ((15, 25), "bp", "15–25 個基點", "15–25 basis points"),
        ((-100, -30), "bp", "−100 到 −30 個基點", "−100 to −30 basis points"),
        (-300, "GBP million", "−3 億英鎊", "−£300 million"),
        (DAY, "date", "2022 年 4 月 13 日", "13 April 2022"),
        (3.75, "percent", "3.75%", "3.75%"),
        (2008, "year", "2008 年", "2008"),
    ],
)
def test_a_written_value_reads_as_prose_and_agrees_with_itself(
    value: Value, unit: str, zh: str, en: str
) -> None:
    assert write_quantity(value, unit, "zh-TW") == zh
    assert write_quantity(value, unit, "en") == en
    assert agrees(zh, value, unit, "zh-TW")
    assert agrees(en, value, unit, "en")


def test_both_languages_give_the_same_quantity() -> None:
    (zh,) = find_quantities("約 1,294 億港元", "zh-TW")
    (en,) = find_quantities("about HK$129.4 billion", "en")
    assert (zh.low, zh.base) == (en.low, en.base) == (129.4e9, "HKD")


def test_dates_are_found_once() -> None:
    found = find_dates("2022 年 4 月 13 日、2020 年 3 月與 2008 年")
    assert [(date.year, date.month, date.day) for date in found] == [
        (2022, 4, 13),
        (2020, 3, None),
        (2008, None, None),
    ]
