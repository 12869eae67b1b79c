"""View `central-banks`: the state of the big four, from the data series."""

from __future__ import annotations

import datetime

from scripts.content.dates import write_month, write_observed
from scripts.content.quantities import write_date, write_quantity
from scripts.content.records import Bank, Series
from scripts.content.series import Observation
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.table import table
from scripts.markdown.views.view import Options

BIG_FOUR = ("fed", "ecb", "boj", "boe")
FORMS = ("full", "short")


def render(rendering: Rendering, options: Options) -> str:
    """Writes one row a bank: total assets with date, their peak, policy rate and since when.

    Args:
        rendering: the page.
        options: `form: short` leaves room for the rest of a phone's first screen: the numbers
            alone, and one line below the table that says what they are and from when.
    """
    if options.get("form") == "short":
        return _short(rendering)
    headers = (
        ("央行", "總資產", "歷史高點", "政策利率")
        if rendering.language == "zh-TW"
        else ("Central bank", "Total assets", "All-time peak", "Policy rate")
    )
    banks = [rendering.kb.banks[name] for name in BIG_FOUR if name in rendering.kb.banks]
    rows = [
        (_name(rendering, bank), *_assets(rendering, bank), _rate(rendering, bank))
        for bank in banks
    ]
    return f'<div class="kb-banks" markdown="1">\n\n{table(headers, rows)}\n\n</div>'


def _name(rendering: Rendering, bank: Bank) -> str:
    name = plain_in_markdown(bank.short.in_language(rendering.language))
    return f"[{name}](term:{bank.term})" if bank.term in rendering.kb.terms else name


def _assets(rendering: Rendering, bank: Bank) -> tuple[str, str]:
    rows = rendering.kb.observations.get(bank.assets_series or "", ())
    if not rows or bank.assets_series is None:
        return ("–", "–")
    series = rendering.kb.series[bank.assets_series]
    peak = max(rows, key=lambda row: row[1])
    return _dated(rendering, rows[-1], series), _dated(rendering, peak, series)


def _rate(rendering: Rendering, bank: Bank) -> str:
    rows = rendering.kb.observations.get(bank.rate_series or "", ())
    if not rows or bank.rate_series is None:
        return "–"
    series = rendering.kb.series[bank.rate_series]
    date, value = unchanged_since(rows)
    rate = plain_in_markdown(write_quantity(value, series.unit, rendering.language))
    what = plain_in_markdown(series.name.in_language(rendering.language))
    day = write_date(date, rendering.language)
    return rendering.say(f"{rate}（{what}，{day}起）", f"{rate} ({what}, since {day})")


def _short(rendering: Rendering) -> str:
    headers = (
        ("央行", "總資產", "距高點", "政策利率")
        if rendering.language == "zh-TW"
        else ("Bank", "Total assets", "From peak", "Policy rate")
    )
    kb = rendering.kb
    banks = [kb.banks[name] for name in BIG_FOUR if name in kb.banks]
    rows: list[tuple[str, ...]] = []
    days: list[datetime.date] = []
    for bank in banks:
        assets = kb.observations.get(bank.assets_series or "", ())
        rates = kb.observations.get(bank.rate_series or "", ())
        if not assets or not rates or bank.assets_series is None:
            continue
        day, last = assets[-1]
        days.append(day)
        amount = write_quantity(last, kb.series[bank.assets_series].unit, rendering.language)
        change = round(100 * (last / max(value for _, value in assets) - 1))
        fall = f"−{-change}% {{ .kb-tight }}" if change else rendering.say("高點", "at peak")
        rows.append(
            (_name(rendering, bank), plain_in_markdown(amount), fall, f"{rates[-1][1]:.2f}%")
        )
    if not rows:
        return ""
    months = [write_month(day, rendering.language) for day in (min(days), max(days))]
    period = rendering.say("至 ", " to ").join(dict.fromkeys(months))
    note = rendering.say(
        f"總資產截至 {period}，各央行公布日不同；「距高點」是比歷史高點少多少。"
        "聯準會利率為目標區間上限。",
        f"Total assets as of {period}, by bank. For the Fed's rate, the upper limit of its range.",
    )
    numbers = table(headers, rows, numbers=(1, 2, 3))
    return f'<div class="kb-banks" markdown="1">\n\n{numbers}\n\n{note}\n\n</div>'


def unchanged_since(rows: tuple[Observation, ...]) -> Observation:
    """Returns the first of the last observations that all have the same value."""
    first = rows[-1]
    for row in reversed(rows):
        if row[1] != first[1]:
            break
        first = row
    return first


def _dated(rendering: Rendering, row: Observation, series: Series) -> str:
    amount = plain_in_markdown(write_quantity(row[1], series.unit, rendering.language))
    day = write_observed(row[0], series, rendering.language)
    return rendering.say(f"{amount}（{day}）", f"{amount} ({day})")
