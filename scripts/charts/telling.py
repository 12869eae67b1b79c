"""A chart in words: start, peak and last of every line, sources, and the values of each year."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from scripts.charts.curves import Curve
from scripts.charts.drawing import period
from scripts.charts.svg import element, text
from scripts.charts.wording import Wording
from scripts.content.dates import write_observed
from scripts.content.records import Series


def summary(curves: Sequence[Curve], wording: Wording) -> str:
    """Returns the text alternative: what the author wrote, else start, peak and last."""
    if wording.chart.summary:
        return wording.chart.summary.in_language(wording.language)
    return wording.say("", " ").join(_story(curve, wording) for curve in curves)


def _story(curve: Curve, wording: Wording) -> str:
    first, peak = curve.rows[0], max(curve.rows, key=lambda row: row[1])
    values = [
        (wording.full(value), wording.day(curve, day)) for day, value in (first, peak, curve.last)
    ]
    name = curve.line.label.in_language(wording.language)
    if wording.language == "zh-TW":
        (start, began), (high, then), (last, now) = values
        return f"{name}：{began}為 {start}，最高 {high}（{then}），最近一筆 {last}（{now}）。"
    (start, began), (high, then), (last, now) = values
    return f"{name}: {start} ({began}), peak {high} ({then}), last {last} ({now})."


def sources(curves: Sequence[Curve], wording: Wording, open_data: str) -> str:
    """Returns the line of sources as HTML: publisher, series, last observation, file.

    Args:
        curves: the lines.
        wording: of the chart.
        open_data: link to the folder of the published data, from the page.
    """
    series = {one.id: one for curve in curves for one in curve.series}
    drawn = {curve.series[0].id: curve.last[0] for curve in curves if len(curve.series) == 1}
    told = [
        _source(one, drawn.get(one.id, one.last), wording, open_data) for one in series.values()
    ]
    sentences = [
        f"{wording.say('資料（CSV）：', 'Data (CSV): ')}{wording.say('；', '; ').join(told)}"
        f"{wording.say('。', '.')}"
    ]
    if any(curve.line.share_of for curve in curves):
        sentences.append(wording.say("占比由本站計算。", "Shares are computed by this site."))
    if wording.chart.note:
        sentences.append(text(wording.chart.note.in_language(wording.language)))
    return wording.say("", " ").join(sentences)


def _source(series: Series, until: datetime.date, wording: Wording, open_data: str) -> str:
    last = write_observed(until, series, wording.language)
    publisher = text(series.publisher.in_language(wording.language))
    name = element(
        "a", text(series.origin(wording.language)), href=f"{open_data}series/{series.id}.csv"
    )
    return wording.say(f"{publisher}，{name}，截至 {last}", f"{publisher}, {name}, to {last}")


def table(curves: Sequence[Curve], wording: Wording) -> str:
    """Returns the value at the end of each year as an HTML table."""
    first, last = period(curves)
    head = [wording.say(f"年底（{wording.unit}）", f"Year end ({wording.unit})")]
    head += [curve.line.label.in_language(wording.language) for curve in curves]
    rows = []
    for year in range(first.year, last.year + 1):
        name = str(year)
        if last < datetime.date(year, 12, 31):
            name += wording.say("（最近）", " (latest)")
        cells = [_cell(curve, year, wording) for curve in curves]
        rows.append(_row(element("th", text(name), scope="row"), "td", cells))
    return element(
        "table",
        element("thead", _row(element("th", text(head[0]), scope="col"), "th", head[1:])),
        element("tbody", *rows),
    )


def _cell(curve: Curve, year: int, wording: Wording) -> str:
    within = [value for day, value in curve.rows if day.year == year]
    if within:
        return wording.short(within[-1])
    held = curve.value_on(datetime.date(year, 12, 31)) if curve.holds else None
    return "–" if held is None else wording.short(held)


def _row(head: str, tag: str, cells: Sequence[str]) -> str:
    scope = {"scope": "col"} if tag == "th" else {}
    return element("tr", head, *(element(tag, text(cell), **scope) for cell in cells))
