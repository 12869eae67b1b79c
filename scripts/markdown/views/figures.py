"""View `figures`: every figure of record with value, day and source."""

from __future__ import annotations

from itertools import groupby

from scripts.content.figures import Figure
from scripts.content.readings import origins
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.figure_text import date_text, origin_text, sum_text, value_text
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.links import page_link, page_with_view
from scripts.markdown.views.table import records, table, with_id
from scripts.markdown.views.view import Options

Pages = dict[str, str | None]  # the page that shows a view, by the view's name
# What the first part of an id stands for where it is not a bank of banks.yml.
_SUBJECTS = {
    "au": ("澳洲", "Australia"),
    "ca": ("加拿大", "Canada"),
    "ch": ("瑞士", "Switzerland"),
    "cn": ("中國", "China"),
    "de": ("德國", "Germany"),
    "def": ("定義與框架", "Definitions and frameworks"),
    "dk": ("丹麥", "Denmark"),
    "em": ("新興市場", "Emerging markets"),
    "hk": ("香港", "Hong Kong"),
    "il": ("以色列", "Israel"),
    "jp": ("日本", "Japan"),
    "kr": ("韓國", "South Korea"),
    "nz": ("紐西蘭", "New Zealand"),
    "res": ("研究", "Research"),
    "se": ("瑞典", "Sweden"),
    "tw": ("台灣", "Taiwan"),
    "uk": ("英國", "United Kingdom"),
    "us": ("美國", "United States"),
}


def render(rendering: Rendering, options: Options) -> str:
    """Writes one table for each first part of the ids; every row has the anchor `figure-<id>`."""
    headers = (
        ("數字", "數值", "日期", "來源")
        if rendering.language == "zh-TW"
        else ("Figure", "Value", "Date", "Source")
    )
    pages = {view: page_with_view(rendering, view) for view in ("series", "sources")}
    figures = sorted(rendering.kb.figures.values(), key=lambda figure: figure.id)
    parts: list[str] = []
    for subject, group in groupby(figures, lambda figure: figure.id.partition(".")[0]):
        parts.append(f"## {_subject(rendering, subject)} {{#figures-{subject}}}")
        parts.append(
            table(headers, [_row(rendering, figure, pages) for figure in group], numbers=(1,))
        )
    return records("\n\n".join(parts))


def _subject(rendering: Rendering, subject: str) -> str:
    bank = rendering.kb.banks.get(subject)
    if bank is not None:
        return plain_in_markdown(bank.name.in_language(rendering.language))
    return rendering.say(*_SUBJECTS.get(subject, (subject.upper(), subject.upper())))


def _row(rendering: Rendering, figure: Figure, pages: Pages) -> tuple[str, ...]:
    kb, language = rendering.kb, rendering.language
    label = plain_in_markdown(figure.label(language))
    if figure.note:
        note = plain_in_markdown(figure.note.in_language(language))
        label += f"（{note}）" if language == "zh-TW" else f" ({note})"
    made = sum_text(kb, figure, language)
    if made:
        label += f"{'：' if language == 'zh-TW' else ': '}{plain_in_markdown(made)}"
    return (
        with_id(label, f"figure-{figure.id}"),
        plain_in_markdown(value_text(kb, figure, language)),
        plain_in_markdown(date_text(kb, figure, language)),
        _source(rendering, figure, pages),
    )


def _source(rendering: Rendering, figure: Figure, pages: Pages) -> str:
    kb, language = rendering.kb, rendering.language
    links = []
    for origin in origins(kb.figures, figure):
        anchor = f"{'source' if origin.kind == 'sources' else 'series'}-{origin.id}"
        words = origin_text(kb, origin, language)
        links.append(page_link(rendering, pages[origin.kind] or "", words, anchor))
    return rendering.say("；", "; ").join(links)
