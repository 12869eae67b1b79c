"""View `sources`: every document cited, by kind of publisher."""

from __future__ import annotations

from typing import get_args

from scripts.content.records import Source
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.source_note import document_language, source_date, source_title
from scripts.markdown.views.table import records, table, with_id
from scripts.markdown.views.view import Options

_KINDS = {
    "central-bank": ("中央銀行", "Central banks"),
    "government": ("政府", "Governments"),
    "statistics": ("統計機關", "Statistics offices"),
    "international": ("國際組織", "International organisations"),
    "research": ("研究", "Research"),
    "market": ("市場與交易所", "Markets and exchanges"),
    "press": ("媒體", "Press"),
    "law": ("法規", "Law"),
}
assert set(_KINDS) == set(get_args(Source.model_fields["kind"].annotation))


def render(rendering: Rendering, options: Options) -> str:
    """Writes one table for each kind; every row has the anchor `source-<id>`."""
    headers = (
        ("機構", "文件", "日期", "語言")
        if rendering.language == "zh-TW"
        else ("Institution", "Document", "Date", "Language")
    )
    parts: list[str] = []
    for kind, names in _KINDS.items():
        group = [source for source in rendering.kb.sources.values() if source.kind == kind]
        group.sort(key=lambda source: (source.institution.en, source.date, source.id))
        if group:
            parts.append(f"## {rendering.say(*names)} {{#{kind}}}")
            parts.append(table(headers, [_row(rendering, source) for source in group]))
    return records("\n\n".join(parts))


def _row(rendering: Rendering, source: Source) -> tuple[str, ...]:
    institution = plain_in_markdown(source.institution.in_language(rendering.language))
    own = rendering.say("中文", "English")
    return (
        with_id(institution, f"source-{source.id}"),
        source_title(source),
        source_date(source, rendering.language),
        document_language(source, rendering.language).removeprefix("in ") or own,
    )
