"""Writes a recorded value as an article would."""

from __future__ import annotations

import datetime
import math
from decimal import ROUND_HALF_UP, Decimal

from scripts.content.localised import Language
from scripts.content.quantities.vocabulary import (
    EN_CURRENCY,
    MONTHS,
    ZH_CURRENCY,
)
from scripts.content.units import SCALES, unit_parts

Value = float | datetime.date
_DECIMALS = 4  # as many as any publisher gives


def write_quantity(
    value: Value | tuple[float, float], unit: str, language: Language, digits: int = 3
) -> str:
    """Writes a recorded value as an article would.

    Args:
        value: number in `unit`, (low, high) range, or date.
        unit: unit of the record.
        language: language of the text.
        digits: significant digits of money and of what was computed; other units keep their
            recorded digits.

    Returns:
        For example `8.97 兆美元`, `每月 850 億美元`, `US$8.97 trillion`, `15–25 basis points`.
    """
    if isinstance(value, datetime.date):
        return write_date(value, language)
    parts = unit_parts(unit)
    ends = (value,) if isinstance(value, int | float) else value
    if parts.base == "year":
        text = f"{int(ends[0])} 年" if language == "zh-TW" else str(int(ends[0]))
    elif len(parts.base) == 3 and parts.base.isupper():
        text = _write_money(ends, parts.base, parts.scale, language, digits)
    else:
        text = _write_plain(ends, parts.base, parts.scale, language, digits)
    if parts.pace:
        zh = {"month": "每月", "week": "每週", "day": "每日", "year": "每年", "quarter": "每季"}
        text = f"{zh[parts.pace]} {text}" if language == "zh-TW" else f"{text} a {parts.pace}"
    return text


def write_date(date: datetime.date, language: Language) -> str:
    """Writes a day as `2022 年 4 月 13 日` or `13 April 2022`."""
    if language == "zh-TW":
        return f"{date.year} 年 {date.month} 月 {date.day} 日"
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def _significant(number: float, digits: int) -> str:
    if number == 0:
        return "0"
    places = digits - 1 - math.floor(math.log10(abs(number)))
    # Half away from zero, on the decimal digits as recorded: 8.965 is written 8.97.
    rounded = Decimal(repr(number)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:,.{max(0, places)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _write_money(
    ends: tuple[float, ...], currency: str, scale: float, language: Language, digits: int
) -> str:
    amounts = [end * scale for end in ends]
    largest = max(abs(amount) for amount in amounts)
    scales: dict[str, float]
    if language == "zh-TW":
        scales = {"兆": 1e12, "億": 1e8, "萬": 1e4}
        name = (
            next(word for word, code in ZH_CURRENCY.items() if code == currency)
            if (currency != "TWD")
            else "元"
        )
    else:
        scales = {word: factor for word, factor in SCALES.items() if factor >= 1e6}
        scales = dict(sorted(scales.items(), key=lambda item: -item[1]))
        name = next(sign for sign, code in EN_CURRENCY.items() if code == currency)
    word, factor = next(
        ((word, factor) for word, factor in scales.items() if largest >= factor), ("", 1.0)
    )
    # The sign of a loss stands before the currency: −£314.5 billion.
    sign = "−" if max(amounts) < 0 else ""
    numbers = "–".join(_significant(abs(amount) / factor, digits) for amount in amounts)
    if language == "zh-TW":
        text = f"{sign}{numbers} {word}{name}"
        return f"新台幣 {text}" if currency == "TWD" else text
    gap = " " if name.isalpha() else ""
    return f"{sign}{name}{gap}{numbers} {word}".rstrip()


def _write_plain(
    ends: tuple[float, ...], base: str, scale: float, language: Language, digits: int
) -> str:
    joint = "–" if ends[0] >= 0 else " 到 " if language == "zh-TW" else " to "
    numbers = joint.join(_plain_number(end * scale, digits) for end in ends)
    zh = {"percent": "%", "pp": " 個百分點", "bp": " 個基點", "ratio": " 倍", "days": " 天",
          "weeks": " 週", "months": " 個月", "years": " 年"}  # fmt: skip
    en = {"percent": "%", "pp": " percentage points", "bp": " basis points", "ratio": " times",
          "days": " days", "weeks": " weeks", "months": " months", "years": " years"}  # fmt: skip
    return numbers + (zh if language == "zh-TW" else en).get(base, "")


def _plain_number(number: float, digits: int) -> str:
    """Writes the digits of a recorded number; one with a longer tail is the result of a sum."""
    short = f"{number:,.10g}"
    text = short if len(short.partition(".")[2]) <= _DECIMALS else _significant(number, digits)
    return text.replace("-", "−")
