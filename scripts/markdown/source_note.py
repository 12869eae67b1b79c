"""The words of a source: who published what, when, in which language."""

from __future__ import annotations

import datetime
from html import escape

from scripts.content.dates import write_month, write_year
from scripts.content.localised import Language
from scripts.content.quantities import write_date
from scripts.content.records import Source
from scripts.markdown.escaping import plain_in_markdown

_LANGUAGE_NAMES = {
    "zh": ("中文", "in Chinese"),
    "en": ("英文", "in English"),
    "ja": ("日文", "in Japanese"),
    "de": ("德文", "in German"),
    "fr": ("法文", "in French"),
    "ko": ("韓文", "in Korean"),
    "sv": ("瑞典文", "in Swedish"),
    "da": ("丹麥文", "in Danish"),
    "es": ("西班牙文", "in Spanish"),
    "it": ("義大利文", "in Italian"),
}


def source_note(source: Source, language: Language) -> str:
    """Writes a source as Markdown.

    Args:
        source: the record.
        language: language of the page.

    Returns:
        Institution, title (a link where the record has an address), date, and the language of
        the document where it is not the page's.
    """
    chinese = language == "zh-TW"
    institution = plain_in_markdown(source.institution.in_language(language))
    parts = [institution, source_title(source), source_date(source, language)]
    note = ("，" if chinese else ", ").join(parts)
    foreign = document_language(source, language)
    if foreign:
        note += f"（{foreign}）" if chinese else f" ({foreign})"
    return note + ("。" if chinese else ".")


def source_title(source: Source) -> str:
    """Writes the title as Markdown, marked with its language, linked where there is an address."""
    title = plain_in_markdown(source.title)
    if source.url:
        title = f'[{title}](<{source.url}>){{rel="noopener"}}'
    # A published title stays as it is when the reader switches the wording of a region.
    keep = ' data-wording="keep"' if source.language.startswith("zh") else ""
    return f'<cite lang="{escape(source.language)}"{keep}>{title}</cite>'


def source_date(source: Source, language: Language) -> str:
    """Writes the date of publication as exactly as it is known.

    The first of January stands for a year and the first of a month for that month: records have
    no other way to say that the day is unknown.
    """
    date: datetime.date = source.date
    if date.day > 1:
        return write_date(date, language)
    return write_month(date, language) if date.month > 1 else write_year(date, language)


def document_language(source: Source, language: Language) -> str:
    """Names the language of a document, or returns nothing where it is the page's own."""
    code = source.language.partition("-")[0].lower()
    if code == language.partition("-")[0]:
        return ""
    chinese, english = _LANGUAGE_NAMES.get(code, (source.language, source.language))
    return plain_in_markdown(chinese if language == "zh-TW" else english)
