"""How values, days and units are written on a chart and beside it."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass

from scripts.charts.curves import Curve
from scripts.content.charts import Chart
from scripts.content.dates import write_month, write_observed
from scripts.content.localised import Language
from scripts.content.quantities import write_date, write_quantity
from scripts.content.quantities.vocabulary import EN_CURRENCY, ZH_CURRENCY
from scripts.content.units import SCALES, unit_parts

_MONTH = 3  # letters of an English month where room is short
_WIDTHS = dict.fromkeys(" .,:/", 0.4) | dict.fromkeys("%MWmw", 1.05)  # in sizes of the type
_FIRST_FULL_WIDTH = 0x2E7F
_ZH_SCALES = (("兆", 1e12), ("億", 1e8), ("萬", 1e4))


@dataclass(frozen=True)
class Wording:
    """Writes the values of one chart in one language.

    Attributes:
        chart: the record.
        language: of the page.
        unit: what the numbers count, such as `兆美元`, `US$ trillion` or `%`.
        factor: by which a value of the chart is multiplied before it is written.
    """

    chart: Chart
    language: Language
    unit: str
    factor: float

    def say(self, chinese: str, english: str) -> str:
        """Returns the wording in the language of the page."""
        return chinese if self.language == "zh-TW" else english

    def tick(self, value: float, places: int) -> str:
        """Writes a value on the axis, without its unit."""
        sign = "−" if value < 0 else ""
        return f"{sign}{abs(value * self.factor):,.{places}f}"

    def short(self, value: float) -> str:
        """Writes a value where the unit stands elsewhere: rates in full, money to 3 digits."""
        if self.chart.unit == "percent":
            shares = any(line.share_of for line in self.chart.lines)
            return f"{self.tick(value, 1 if shares else 2)}%"
        written = value * self.factor
        digits = 2 - math.floor(math.log10(abs(written))) if written else 0
        return self.tick(value, max(0, min(digits, 3)))

    def full(self, value: float) -> str:
        """Writes a value with its unit, as an article would."""
        if self.chart.unit == "percent":
            return self.short(value)
        return write_quantity(value, self.chart.unit, self.language)

    def day(self, curve: Curve, day: datetime.date) -> str:
        """Writes when a value was observed, no more exactly than its series is."""
        if len(curve.series) > 1:
            return write_month(day, self.language)
        return write_observed(day, curve.series[0], self.language)

    def short_day(self, curve: Curve, day: datetime.date) -> str:
        """Like `day`, for a label: `2026/10/7` or `7 Oct 2026`."""
        monthly = len(curve.series) > 1 or curve.series[0].frequency in ("monthly", "quarterly")
        if self.language == "zh-TW":
            return f"{day.year}/{day.month}" if monthly else f"{day.year}/{day.month}/{day.day}"
        number, month, year = write_date(day, "en").split(" ")
        return f"{month[:_MONTH]} {year}" if monthly else f"{number} {month[:_MONTH]} {year}"


def wording_for(chart: Chart, highest: float, language: Language) -> Wording:
    """Chooses the unit in which a chart is written.

    Args:
        chart: the record.
        highest: largest value drawn, in the chart's unit.
        language: of the page.
    """
    parts = unit_parts(chart.unit)
    if parts.base == "percent":
        return Wording(chart, language, "%", 1.0)
    if parts.base not in ZH_CURRENCY.values():
        return Wording(chart, language, chart.unit, 1.0)
    if language == "en":
        name = next(sign for sign, code in EN_CURRENCY.items() if code == parts.base)
        scale = next(word for word, factor in SCALES.items() if factor == parts.scale)
        return Wording(chart, language, f"{name} {scale}".rstrip(), 1.0)
    amount = highest * parts.scale
    word, factor = next((pair for pair in _ZH_SCALES if amount >= pair[1]), ("", 1.0))
    name = next(word for word, code in ZH_CURRENCY.items() if code == parts.base)
    return Wording(chart, language, f"{word}{name}", parts.scale / factor)


def width_of(words: str, size: float) -> float:
    """Estimates how wide a text is set in a sans-serif type, on the safe side.

    Args:
        words: one line.
        size: of the type, in units of the canvas; so is the answer.
    """
    ems = sum(_WIDTHS.get(c, 1.0 if ord(c) > _FIRST_FULL_WIDTH else 0.7) for c in words)
    return ems * size
