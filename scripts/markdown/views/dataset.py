"""View `dataset`: the published tables of programmes, their columns and how to cite them."""

from __future__ import annotations

from html import escape

from scripts.content.dataset import (
    BIBTEX,
    COLUMNS,
    DECISIONS,
    FOLDER,
    JSON,
    PROGRAMMES,
    cite_programmes,
)
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.table import records, table
from scripts.markdown.views.view import Options

PARTS = ("files", "programmes", "decisions", "citation")
_TYPES = {
    "text": ("文字", "text"),
    "date": ("日期", "date"),
    "number": ("數字", "number"),
    "yes-no": ("yes 或 no", "yes or no"),
    "count": ("整數", "whole number"),
    "list": ("清單，以分號隔開", "list, parted by semicolons"),
}


def render(rendering: Rendering, options: Options) -> str:
    """Writes a part of the description.

    Args:
        rendering: the page.
        options: `part` is `files` (links to download), `programmes` or `decisions` (the columns
            of that table), or `citation` (plain and BibTeX).
    """
    part = options["part"]
    if part == "files":
        return _files(rendering)
    if part == "citation":
        return _citation(rendering)
    headers = rendering.say("欄位,內容,意思", "Column,Holds,Meaning").split(",")
    rows = [
        (
            f"`{column.name}`",
            plain_in_markdown(rendering.say(*_TYPES[column.type])),
            plain_in_markdown(column.meaning.in_language(rendering.language)),
        )
        for column in rendering.kb.columns.values()
        if column.table == part
    ]
    return records(table(headers, rows))


def _files(rendering: Rendering) -> str:
    say = rendering.say
    plans = len(rendering.kb.programmes)
    steps = sum(len(programme.decisions) for programme in rendering.kb.programmes.values())
    rows = [
        (PROGRAMMES, say(f"每列一個計畫，共 {plans} 列", f"One row a programme, {plans} rows")),
        (DECISIONS, say(f"每列一項決定，共 {steps} 列", f"One row a dated decision, {steps} rows")),
        (JSON, say("兩張表合在一起，連同欄位說明", "Both tables in one, columns explained")),
        (COLUMNS, say("欄位說明", "What the columns mean")),
        (BIBTEX, say("引用格式（BibTeX）", "The citation as BibTeX")),
    ]
    headers = say("檔案,內容", "File,What it holds").split(",")
    return table(headers, [(_download(rendering, name), what) for name, what in rows])


def _download(rendering: Rendering, name: str) -> str:
    """Writes a link to a file that is made after the pages; HTML, as the generators know no such
    file and would call it missing.
    """
    address = rendering.link_to_file(f"{FOLDER}/{name}")
    return f'<a href="{escape(address)}" download>{escape(name)}</a>'


def _citation(rendering: Rendering) -> str:
    citation = cite_programmes(rendering.kb, rendering.language, rendering.site)
    if citation is None:
        return ""
    return f"> {plain_in_markdown(citation.plain())}\n\n```text\n{citation.bibtex()}```"
