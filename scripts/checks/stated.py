"""Numbers that running text states, in a form that can be compared between languages."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from dataclasses import dataclass

from scripts.checks.document.document import Document
from scripts.content.localised import Language
from scripts.content.quantities import find_dates, find_quantities
from scripts.content.units import CURRENCIES

_RATES = {"percent": 1.0, "pp": 1.0, "bp": 0.01}
_COUNT = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
# Money and rates in words, which the parser of figures does not need to know.
_EN_WORDS = re.compile(
    r"(?=[\dA-Z])(?:(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<scale>trillion|billion|million)?\s+"
    r"(?P<unit>yen|dollars?|euros?|pounds?|francs?|roubles?|(?:Hong Kong|US|Swiss|NT|New Taiwan) "
    r"(?:dollars?|francs?))\b"
    r"|\b(?P<code>[A-Z]{3}) ?(?P<sum>\d[\d,]*(?:\.\d+)?)(?: (?P<of>trillion|billion|million))?\b)"
)
_EN_LARGE = re.compile(r"\b(?:a|one|another|half a) (?P<scale>trillion|billion|million)\b")
_EN_POINTS = re.compile(
    rf"\b(?P<number>\d+(?:\.\d+)?|a|another|{'|'.join(_COUNT)})"
    rf"(?: (?:to|or|and) (?P<high>\d+(?:\.\d+)?|{'|'.join(_COUNT)})|[–-](?P<until>\d+(?:\.\d+)?))?"
    r"(?: full)?[ -](?:percentage[ -]|(?P<basis>basis )?)points?\b"
)
_EN_FRACTIONS = re.compile(
    r"\b(?P<part>three-quarters|quarter|half)\b(?: of)?(?: a| one)?[ -](?:percentage[ -])?point\b"
)
_FRACTIONS = {"quarter": 0.25, "half": 0.5, "three-quarters": 0.75}
_SCALES = {"trillion": 1e12, "billion": 1e9, "million": 1e6, None: 1.0}
_UNITS = {
    "yen": "JPY",
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "franc": "CHF",
    "hong kong dollar": "HKD",
    "us dollar": "USD",
    "swiss franc": "CHF",
    "nt dollar": "TWD",
    "new taiwan dollar": "TWD",
}
_ZH_DIGITS = "一二三四五六七八九兩"
_ZH_SCALES = {"億": 1e8, "兆": 1e12, "萬億": 1e12}
_ZH_SUM = re.compile(rf"(?P<digit>[{_ZH_DIGITS}])(?P<tens>[十百千])?[多餘]?(?P<scale>萬億|億|兆)")
_ZH_DAYS = re.compile(
    r"(?P<month>\d{1,2})\s*月\s*\d{1,2}\s*日?\s*[、和與到至及–]\s*(?P<day>\d{1,2})\s*日"
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
# Days whose year stands elsewhere in the sentence.
_ZH_DAY = re.compile(r"(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日|(?P<end>年底)")
_EN_DAY = re.compile(
    r"(?=[\dJFMASONDey])(?:"
    rf"\b(?P<day>\d{{1,2}})(?:–\d{{1,2}}| (?:to|and) \d{{1,2}})? (?P<month>{'|'.join(_MONTHS)})\b"
    rf"|\b(?P<month2>{'|'.join(_MONTHS)}) (?P<day2>\d{{1,2}})\b"
    r"|(?P<end>end-\d{4}|end of (?:the year|\d{4})|year-end))",
)
_SHORT_YEARS = re.compile(r"\b(\d{2})\d{2}[–-](\d{2})\b")
_OPEN = re.compile(
    r"[億兆萬]|\d\.\d|illion|\b(?:bn|tn)\b"
)  # an amount or exchange rate whose currency stands elsewhere
_LIST = re.compile(r"(?:illion|%) and (?:[A-Z]{0,3}[$€£¥]|[A-Z]{3} )?\d[\d,.]*$")
_JOINT = re.compile(r"(?<=%) (?:and|to) (?=[A-Z]{0,3}[$€£¥])")  # by 20% to NT$400,000
_NAME = re.compile(r"(?<![A-Za-z])(?!CHF|SEK|DKK|IDR)[A-Z]{1,4}\d{1,2}(?!\d|[.,]\d)")  # QE2, M2, G7


@dataclass(frozen=True)
class Stated:
    """A number that a text states.

    Attributes:
        kind: `rate` (percentage points), a currency code, `money` where the currency is left
            open (100 元), `year` or `day`.
        value: without its sign; rates in percentage points, money in plain units.
        step: size of the last digit shown.
        weak: True where only the other language can tell what is meant (八成, 2 兆 without a
            currency): it may answer a number there, and is never reported itself.
        start: offset in the prose.
        text: the characters.
    """

    kind: str
    value: float
    step: float
    start: int
    text: str
    weak: bool = False


def stated_numbers(page: Document) -> list[Stated]:
    """Returns the amounts of money, rates and dates of a page, in order.

    The ends of a range count singly.
    """
    # No number continues in the next cell or paragraph.
    stretch = page.prose.text.replace("\n", "¦")
    text = stretch
    found: list[Stated] = []
    rest: list[str] = []  # the text with its dates blotted out
    position = 0
    for date in find_dates(stretch):
        end = date.start + len(date.text)
        if text[end : end + 1] == "代":
            continue  # 2010 年代
        found.append(Stated("year", date.year, 0, date.start, date.text))
        if date.month and date.day:
            day = date.month * 31 + date.day
            found.append(Stated("day", day, 0, date.start, date.text))
        rest += [text[position : date.start], "§" * len(date.text)]
        position = end
    stretch = "".join([*rest, text[position:]])
    stretch = _NAME.sub(_blot, _JOINT.sub(_blot, stretch))
    for match in (_ZH_DAY if page.language == "zh-TW" else _EN_DAY).finditer(text):
        found.append(Stated("day", _day(match), 0, match.start(), match[0], weak=True))
    if page.language == "zh-TW":
        found += _chinese(text)
    for match in _SHORT_YEARS.finditer(text):
        year = int(match[1] + match[2])
        found.append(Stated("year", year, 0, match.start(), match[0], weak=True))
    found += _quantities(stretch, page.language)
    if page.language == "en":
        found += _in_words(stretch)
    return sorted(found, key=lambda number: number.start)


def _blot(match: re.Match[str]) -> str:
    return "§" * len(match[0])


def _quantities(stretch: str, language: Language) -> list[Stated]:
    found: list[Stated] = []
    for quantity in find_quantities(stretch, language):
        kind, factor, weak = quantity.base, 1.0, False
        if kind in _RATES:
            kind, factor, weak = "rate", _RATES[kind], quantity.text.endswith("成")
        elif (kind == "TWD" and language == "zh-TW" and "新台幣" not in quantity.text) or (
            kind == "" and _OPEN.search(quantity.text)
        ):
            kind, weak = "money", True
        elif not (len(kind) == 3 and kind.isupper()):
            continue
        if stretch[quantity.start + len(quantity.text) :].lstrip()[:1] in ("月", "日"):
            continue  # 兌新台幣 5 月平均
        start = quantity.start
        while start < len(stretch) and stretch[start].isspace():
            start += 1
        # “10 at US$25 billion and 8 at …” is a list, “between US$5 and 8 billion” a range.
        ends = [quantity.low] if _LIST.search(quantity.text) else [quantity.low, quantity.high]
        for value in dict.fromkeys(ends):
            found.append(
                Stated(
                    kind, abs(value) * factor, quantity.step * factor, start, quantity.text, weak
                )
            )
    return found


def _chinese(text: str) -> list[Stated]:
    """Sums in Chinese numerals (兩千多億), and the second of two days (5 月 2 日、5 日)."""
    found: list[Stated] = []
    for match in _ZH_SUM.finditer(text):
        digit = 2 if match["digit"] == "兩" else _ZH_DIGITS.index(match["digit"]) + 1
        factor = {"": 1, "十": 10, "百": 100, "千": 1000}[match["tens"] or ""]
        value = digit * factor * _ZH_SCALES[match["scale"]]
        found.append(Stated("money", value, value * 0.2, match.start(), match[0], weak=True))
    for match in _ZH_DAYS.finditer(text):
        day = int(match["month"]) * 31 + int(match["day"])
        found.append(Stated("day", day, 0, match.start(), match[0], weak=True))
    return found


def _in_words(stretch: str) -> list[Stated]:
    found: list[Stated] = []
    for match in _EN_WORDS.finditer(stretch):
        code = match["code"]
        if code and code not in CURRENCIES:
            continue
        number = (match["number"] or match["sum"]).replace(",", "")
        scale = _SCALES[match["scale"] or match["of"]]
        step = 10.0 ** -len(number.partition(".")[2]) * scale
        unit = code or _UNITS.get(match["unit"].lower().removesuffix("s"), "money")
        found.append(
            Stated(unit, float(number) * scale, step, match.start(), match[0], weak=unit == "money")
        )
    for match in _EN_LARGE.finditer(stretch):
        value = _SCALES[match["scale"]] * (0.5 if match[0].startswith("half") else 1.0)
        found.append(Stated("money", value, 0.0, match.start(), match[0], weak=True))
    for match in _EN_POINTS.finditer(stretch):
        for group in ("number", "high", "until"):
            if match[group]:
                value, step = _counted(match[group])
                factor = 0.01 if match["basis"] else 1.0
                found.append(
                    Stated("rate", value * factor, step * factor, match.start(), match[0], True)
                )
    for match in _EN_FRACTIONS.finditer(stretch):
        value = _FRACTIONS[match["part"]]
        found.append(Stated("rate", value, 0.0, match.start(), match[0], weak=True))
    return found


def _counted(word: str) -> tuple[float, float]:
    """Returns a number in digits or words, and the size of its last digit."""
    if word[0].isdigit():
        return float(word), 10.0 ** -len(word.partition(".")[2])
    return float(_COUNT.index(word) + 1 if word in _COUNT else 1), 0.0


def _day(match: re.Match[str]) -> int:
    """Returns a day of the year as month × 31 + day."""
    parts = match.groupdict()
    if parts["end"]:
        return 12 * 31 + 31
    month = parts["month"] or parts.get("month2") or ""
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
    return number * 31 + int(parts["day"] or parts.get("day2") or 0)


def within(numbers: list[Stated], first: int, last: int) -> list[Stated]:
    """Returns those of a page's numbers that stand in a stretch of its prose."""
    begin = bisect_left(numbers, first, key=_start)
    return numbers[begin : bisect_left(numbers, last, key=_start)]


def _start(number: Stated) -> int:
    return number.start


def by_section(page: Document, numbers: list[Stated]) -> dict[str, list[Stated]]:
    """Returns what each section states, by its id; `front` is the short answer.

    Descriptions are worded freely; the short answer makes the same claims in both languages.
    """
    found: dict[str, list[Stated]] = {}
    for name, first, last in page.sections:
        if name == "front":
            spans = [(p.start, p.end) for p in page.prose.passages if p.kind == "answer"]
            first, last = spans[0] if spans else (0, 0)
        found.setdefault(name, []).extend(within(numbers, first, last))
    return found


def same(one: Stated, other: Stated) -> bool:
    """Tells whether two statements may be the same number, rounded differently."""
    if one.kind != other.kind:
        money = {one.kind, other.kind} - {"rate", "year", "day"}
        if "money" not in money or len(money) < 2:
            return False
    if one.kind in ("year", "day"):
        return one.value == other.value
    coarse = max(one.step, other.step)
    return math.isclose(one.value, other.value, rel_tol=1e-6, abs_tol=coarse / 2 * 1.000001)
