"""View `series`: every data series with publisher, unit, last observation and licence."""

from __future__ import annotations

from scripts.content.dates import write_observed
from scripts.content.records import Series
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.table import records, table, with_id
from scripts.markdown.views.view import Options

_FREQUENCIES = {
    "daily": ("每日", "daily"),
    "weekly": ("每週", "weekly"),
    "monthly": ("每月", "monthly"),
    "quarterly": ("每季", "quarterly"),
    "annual": ("每年", "annual"),
    "event": ("逢變動", "on change"),
}


def render(rendering: Rendering, options: Options) -> str:
    """Writes one row a series, with the anchor `series-<id>`."""
    headers = (
        ("資料", "發布機構", "單位", "頻率", "第一筆", "最近一筆", "授權")
        if rendering.language == "zh-TW"
        else ("Series", "Publisher", "Unit", "Frequency", "First", "Last", "Licence")
    )
    rows = [_row(rendering, series) for series in rendering.kb.series.values()]
    return records(table(headers, rows))


def _row(rendering: Rendering, series: Series) -> tuple[str, ...]:
    language = rendering.language
    name = plain_in_markdown(series.name.in_language(language))
    if series.url:
        name = f'[{name}](<{series.url}>){{rel="noopener"}}'
    publisher = plain_in_markdown(series.publisher.in_language(language))
    origin = plain_in_markdown(series.origin(language))
    return (
        with_id(name, f"series-{series.id}"),
        f"{publisher} ({origin})" if language == "en" else f"{publisher}（{origin}）",
        plain_in_markdown(series.unit),
        rendering.say(*_FREQUENCIES[series.frequency]),
        write_observed(series.first, series, language),
        write_observed(series.last, series, language),
        plain_in_markdown(series.licence),
    )
