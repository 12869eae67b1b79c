"""Finds numbers with their unit, and dates, in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.content.localised import Language
from scripts.content.quantities.vocabulary import (
    EN_CURRENCY,
    EN_PLAIN,
    EN_SCALE,
    EN_WORDS,
    MONTHS,
    ZH_CURRENCY,
    ZH_DIGITS,
    ZH_PLAIN,
    ZH_SCALE,
)

_NUMBER = r"(?:[-−–](?=\d))?\d[\d,]*(?:\.\d+)?"
_RANGE = r"(?:\s*(?:–|—|-|~|～|到|至|to|and)\s*)"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# The look-ahead only lets the search pass quickly over places where no number can begin.
_ZH_NUMBER = re.compile(
    r"(?=[\s\d\-−–新人零一二三四五六七八九十兩半])"
    rf"(?P<prefix>新台幣|人民幣)?\s*(?P<low>{_NUMBER}|[零一二三四五六七八九十兩半]+(?=\s*(?:碼|成|倍|個百分點)))"
    rf"(?:\s*(?P<lowscale>{_any(ZH_SCALE)})?(?P<lowunit>%|個?基點)?{_RANGE}"
    rf"(?P<high>{_NUMBER}|[零一二三四五六七八九十兩半]+(?=\s*(?:碼|成))))?"
    rf"\s*(?P<scale>{_any(ZH_SCALE)})?\s*(?:多|餘)?"
    rf"(?P<unit>{_any({**ZH_CURRENCY, **ZH_PLAIN})}|元)?"
)
_EN_NUMBER = re.compile(
    rf"(?=[\s\d\-−–{re.escape(''.join({word[0] for word in EN_CURRENCY}))}])"
    rf"(?P<prefix>[-−–]?(?:{_any(EN_CURRENCY)}))?\s*(?P<low>{_NUMBER})"
    rf"(?:\s*(?P<lowscale>{_any(EN_SCALE)})?(?P<lowunit>%)?{_RANGE}"
    rf"(?:{_any(EN_CURRENCY)})?\s*(?P<high>{_NUMBER}))?"
    rf"(?:[\s-]*(?P<scale>{_any(EN_SCALE)})\b)?"
    rf"(?:[\s-]*(?P<unit>%|(?:{_any({k: v for k, v in EN_PLAIN.items() if k != '%'})})\b))?"
)
_MONTH_INITIALS = "".join(sorted({month[0] for month in MONTHS}))
_DATES = (
    re.compile(r"(?P<y>\d{4})\s*年(?:\s*(?P<m>\d{1,2})\s*月(?:\s*(?P<d>\d{1,2})\s*日)?)?"),
    re.compile(
        rf"(?=[\d{_MONTH_INITIALS}])(?:(?P<d>\d{{1,2}})\s+)?(?P<month>{'|'.join(MONTHS)})"
        r"\s+(?P<y>\d{4})"
    ),
    re.compile(rf"(?P<month>{'|'.join(MONTHS)})\s+(?P<d>\d{{1,2}}),\s+(?P<y>\d{{4}})"),
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"),
    re.compile(r"\b(?P<y>\d{4})\b"),
)


@dataclass(frozen=True)
class Quantity:
    """A number, range or date met in text.

    Attributes:
        low: the number in base units (dollars, percent, basis points …), or the lower end.
        high: the upper end of a range, else equal to `low`.
        base: currency code or plain unit; empty for a bare number.
        step: size of the last stated digit, in base units; what rounding may hide.
        text: the characters as written.
        start: offset of the first character.
    """

    low: float
    high: float
    base: str
    step: float
    text: str
    start: int


@dataclass(frozen=True)
class StatedDate:
    """A day, month or year met in text; `month` and `day` are None where not stated."""

    year: int
    month: int | None
    day: int | None
    text: str
    start: int


def find_dates(text: str) -> list[StatedDate]:
    """Finds dates in Chinese, English and ISO form, without overlaps, in order."""
    found: list[StatedDate] = []
    taken = bytearray(len(text))  # 1 for characters that belong to a date
    for pattern in _DATES:
        for match in pattern.finditer(text):
            start, end = match.span()
            if taken.find(1, start, end) >= 0:
                continue
            taken[start:end] = b"\1" * (end - start)
            parts = match.groupdict()
            month = parts.get("m")
            name = parts.get("month")
            found.append(
                StatedDate(
                    int(parts["y"]),
                    MONTHS.index(name) + 1 if name else int(month) if month else None,
                    int(parts["d"]) if parts.get("d") else None,
                    match[0],
                    match.start(),
                )
            )
    return sorted(found, key=lambda date: date.start)


def find_quantities(text: str, language: Language) -> list[Quantity]:
    """Finds numbers with their scale and unit in running text.

    Args:
        text: plain text, without Markdown.
        language: decides which unit words are known.

    Returns:
        The quantities in order; bare numbers have an empty `base`. Years in dates count as bare
        numbers or `years`; use `find_dates` first where that matters.
    """
    pattern = _ZH_NUMBER if language == "zh-TW" else _EN_NUMBER
    found = [_quantity(match, language) for match in pattern.finditer(text)]
    if language == "en" and not found:
        found = [
            Quantity(number, number, "", 1.0, match[0], match.start())
            for match in re.finditer(r"[a-z]+", text.lower())
            if (number := EN_WORDS.get(match[0])) is not None
        ]
    return found


def _quantity(match: re.Match[str], language: Language) -> Quantity:
    parts = match.groupdict()
    scales: dict[str, float] = ZH_SCALE if language == "zh-TW" else EN_SCALE
    scale = scales.get(parts["scale"] or "", 1.0)
    prefix = (parts["prefix"] or "").lstrip("-−–")
    negative = (parts["prefix"] or "")[:1] in ("-", "−", "–") and bool(parts["prefix"])
    unit = parts["unit"] or parts["lowunit"] or ""
    factor = 1.0
    if language == "zh-TW":
        base = {"新台幣": "TWD", "人民幣": "CNY"}.get(prefix, "")
        if not base:
            base = ZH_CURRENCY.get(unit, "TWD" if unit == "元" else "")
        if not base and unit in ZH_PLAIN:
            base, factor = ZH_PLAIN[unit]
    else:
        base = EN_CURRENCY.get(prefix, "")
        if not base and unit in EN_PLAIN:
            base, factor = EN_PLAIN[unit]
    low_scale = scales.get(parts["lowscale"] or "", scale)
    low, low_step = _number(parts["low"])
    high, step = _number(parts["high"]) if parts["high"] else (low, low_step)
    if not parts["high"]:
        low_scale = scale
    sign = -1.0 if negative else 1.0
    return Quantity(
        sign * low * low_scale * factor,
        sign * high * scale * factor,
        base,
        max(low_step * low_scale, step * scale) * factor,
        match[0].strip(),
        match.start(),
    )


def _number(text: str) -> tuple[float, float]:
    """Returns a number and the size of its last stated digit."""
    if text[0] in ZH_DIGITS:
        value = 0.0
        for character in text:
            digit = ZH_DIGITS[character]
            value = value * 10 if digit == 10 and value else value + digit
        return value, 1.0
    negative = text[0] in "-−–"
    digits = text.lstrip("-−–").replace(",", "")
    decimals = len(digits.partition(".")[2])
    return (-1 if negative else 1) * float(digits), 10.0**-decimals
