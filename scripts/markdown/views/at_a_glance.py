"""View `at-a-glance`: programmes side by side, the same rows in every country case."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable

from scripts.content.dates import write_month, write_observed
from scripts.content.localised import Text
from scripts.content.quantities import write_date, write_quantity
from scripts.content.records import Programme
from scripts.content.series import Observation
from scripts.markdown.escaping import plain_in_markdown, worded_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.links import page_link, page_with_view
from scripts.markdown.views.programme_text import amount, notes
from scripts.markdown.views.table import table
from scripts.markdown.views.view import Options

NONE = "–"


def render(rendering: Rendering, options: Options) -> str:
    """Writes a table, one column a programme; nothing in it is typed on the page.

    Args:
        rendering: the page.
        options: `programmes` names them, in the order of the columns.
    """
    chosen = [rendering.kb.programmes[name] for name in options["programmes"].split(", ")]
    rows = [(rendering.say("宣布", "Announced"), *_days(rendering, chosen, "announced"))]
    rows.append((rendering.say("開始", "Started"), *_days(rendering, chosen, "start")))
    rows.append((rendering.say("結束", "Ended"), *_days(rendering, chosen, "end")))
    parts: tuple[tuple[str, str, Callable[[Rendering, Programme], str]], ...] = (
        ("金額", "Amount", _amount),
        ("速度", "Pace", lambda rendering, programme: _words(rendering, programme.pace)),
        ("資產", "Assets", lambda rendering, programme: _words(rendering, programme.assets)),
        ("央行總資產", "Bank’s total assets", _total_assets),
        ("退場", "Exit", lambda rendering, programme: _words(rendering, programme.exit)),
        ("來源", "Sources", lambda _, programme: notes(programme.sources)),
    )
    for chinese, english, cell in parts:
        cells = [cell(rendering, programme) for programme in chosen]
        if cell is not _total_assets or set(cells) != {NONE}:
            label = rendering.say(chinese, english)
            rows.append(
                (_series(rendering, chosen, label) if cell is _total_assets else label, *cells)
            )
    several = len({programme.bank for programme in chosen}) > 1
    headers = [_name(rendering, programme, with_bank=several) for programme in chosen]
    return table([rendering.say("項目", "Item"), *headers], rows)


def _name(rendering: Rendering, programme: Programme, *, with_bank: bool) -> str:
    name = plain_in_markdown(programme.name.in_language(rendering.language))
    bank = rendering.kb.banks.get(programme.bank)
    if not with_bank or bank is None:
        return name
    short = plain_in_markdown(bank.short.in_language(rendering.language))
    return rendering.say(f"{short}：{name}", f"{short}: {name}")


def _days(rendering: Rendering, programmes: list[Programme], field: str) -> list[str]:
    """Writes a date of each programme: the day where it was announced or is a figure of record.

    Many starts and ends are known to the month alone; the record then holds its first or last day.
    """
    cells: list[str] = []
    for programme in programmes:
        date: datetime.date | None = getattr(programme, field)
        figure: str | None = getattr(programme.figures, field)
        if date is None:
            cells.append(NONE)
        elif figure:
            cells.append(f"[{write_date(date, rendering.language)}](figure:{figure})")
        elif field == "announced":
            cells.append(write_date(date, rendering.language))
        else:
            cells.append(write_month(date, rendering.language))
    return cells


def _amount(rendering: Rendering, programme: Programme) -> str:
    language = rendering.language
    total = amount(programme.amount, language)
    if total and programme.figures.amount:
        total = f"[{total}](figure:{programme.figures.amount})"
    words = worded_in_markdown(programme.size.in_language(language)) if programme.size else ""
    return rendering.say("；", "; ").join(part for part in (total, words) if part) or NONE


def _words(rendering: Rendering, text: Text | None) -> str:
    return worded_in_markdown(text.in_language(rendering.language)) if text else NONE


def _total_assets(rendering: Rendering, programme: Programme) -> str:
    """Writes the bank's total assets before and at the end of the programme, or at the latest.

    Purchases count from their announcement, to which markets react; run-off from its start. Where
    nothing was ever bought there is nothing to compare.
    """
    bank = rendering.kb.banks.get(programme.bank)
    identifier = bank.assets_series if bank else None
    rows = rendering.kb.observations.get(identifier or "", ())
    begin = programme.start
    if identifier is None or begin is None:
        return NONE
    if programme.kind != "qt":
        begin = programme.announced or begin
    series = rendering.kb.series[identifier]
    # A month stands for its last day, so the month in which a programme begins is not before it.
    before = _last_until(rows, _day_before_month(begin) if series.frequency == "monthly" else begin)
    after = _last_until(rows, programme.end or datetime.date.max)
    if before is None or after is None:
        return NONE
    texts = []
    for date, value in (before, after):
        money = plain_in_markdown(write_quantity(value, series.unit, rendering.language))
        day = write_observed(date, series, rendering.language)
        texts.append(rendering.say(f"{money}（{day}）", f"{money} ({day})"))
    return " → ".join(texts)


def _series(rendering: Rendering, programmes: list[Programme], label: str) -> str:
    """Writes the label as a link to the series, where the columns share one."""
    banks = {programme.bank for programme in programmes}
    bank = rendering.kb.banks.get(banks.pop()) if len(banks) == 1 else None
    page = page_with_view(rendering, "series")
    if bank is None or page is None:
        return label
    return page_link(rendering, page, label, f"series-{bank.assets_series}")


def _day_before_month(date: datetime.date) -> datetime.date:
    return date.replace(day=1) - datetime.timedelta(days=1)


def _last_until(rows: tuple[Observation, ...], date: datetime.date) -> Observation | None:
    place = bisect_right(rows, date, key=lambda row: row[0])
    return rows[place - 1] if place else None
