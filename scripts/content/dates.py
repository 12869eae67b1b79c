"""How days and periods are written where text is made from data."""

from __future__ import annotations

import datetime

from scripts.content.localised import Language
from scripts.content.quantities import write_date
from scripts.content.records import Series

_QUARTERS = ("first", "second", "third", "fourth")


def write_month(date: datetime.date, language: Language) -> str:
    """Writes a month as `2022 年 4 月` or `April 2022`."""
    if language == "zh-TW":
        return f"{date.year} 年 {date.month} 月"
    return write_date(date, language).partition(" ")[2]


def write_year(date: datetime.date, language: Language) -> str:
    """Writes a year as `2022 年` or `2022`."""
    return f"{date.year} 年" if language == "zh-TW" else str(date.year)


def write_quarter(date: datetime.date, language: Language) -> str:
    """Writes a quarter as `2022 年第 2 季` or `second quarter of 2022`."""
    quarter = (date.month - 1) // 3
    if language == "zh-TW":
        return f"{date.year} 年第 {quarter + 1} 季"
    return f"{_QUARTERS[quarter]} quarter of {date.year}"


def write_observed(date: datetime.date, series: Series, language: Language) -> str:
    """Writes when a value was observed, no more exactly than the series is.

    A monthly or quarterly series dates its periods by their first day; that day is not shown.
    """
    if series.frequency == "annual":
        return write_year(date, language)
    if series.frequency == "quarterly":
        return write_quarter(date, language)
    if series.frequency == "monthly":
        return write_month(date, language)
    return write_date(date, language)
