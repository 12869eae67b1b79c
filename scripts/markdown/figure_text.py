"""How a figure of record is told in words: value, day and source."""

from __future__ import annotations

import datetime
import re

from scripts.content.dates import write_observed
from scripts.content.figures import Figure, Operand
from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import Language
from scripts.content.quantities import write_date, write_quantity
from scripts.content.readings import Origin, origins
from scripts.content.series import read_series

_DIGITS = 4  # significant digits of money; an article may round further


def value_text(kb: KnowledgeBase, figure: Figure, language: Language) -> str:
    """Writes the value with its unit.

    Args:
        kb: the knowledge base, which holds the reading of the figure.
        figure: the record.
        language: language of the text.

    Returns:
        For example `約 8.965 兆美元`; an empty string where the figure could not be read.
    """
    reading = kb.readings.get(figure.id)
    if reading is None:
        return ""
    text = _exchange_rate(
        write_quantity(reading.value, figure.unit, language, _DIGITS), figure.unit, language
    )
    return about(text, language) if figure.approx else text


def about(text: str, language: Language) -> str:
    """Marks a quantity as not exact: `每月約 750 億美元`, `about US$75 billion a month`."""
    if language == "en":
        return f"about {text}"
    return re.sub(r"\s*([-−]?\d)", r"約 \1", text, count=1)


def _exchange_rate(text: str, unit: str, language: Language) -> str:
    money, per, base = unit.partition(" per ")
    if not per:
        return text
    return f"1 {base} 兌 {text} {money}" if language == "zh-TW" else f"{text} {money} per {base}"


def date_text(kb: KnowledgeBase, figure: Figure, language: Language) -> str:
    """Writes when the value holds; empty where the value itself is a date."""
    reading = kb.readings.get(figure.id)
    if reading is None or isinstance(reading.value, datetime.date):
        return ""
    if figure.operands:
        return _operand_date(kb, figure.operands[figure.dated_by], reading.date, language)
    if figure.series is not None:
        return write_observed(reading.date, kb.series[figure.series], language)
    return write_date(reading.date, language)


def _operand_date(
    kb: KnowledgeBase, operand: Operand, date: datetime.date, language: Language
) -> str:
    if operand.series is not None:
        return write_observed(date, kb.series[operand.series], language)
    return date_text(kb, kb.figures[operand.figure or ""], language)


def sum_text(kb: KnowledgeBase, figure: Figure, language: Language) -> str:
    """Writes the sum of a computed figure in numbers: `6.736 兆美元 ÷ 32.48 兆美元`.

    Returns:
        An empty string where the figure is not computed, or a part of it could not be read.
    """
    parts = [_operand_text(kb, operand, language) for operand in figure.operands]
    if not parts or not all(parts):
        return ""
    first, second = parts
    return f"{first} ÷ {second}" if figure.ratio is not None else f"{second} ÷ {first} − 1"


def _operand_text(kb: KnowledgeBase, operand: Operand, language: Language) -> str:
    if operand.series is None:
        figure = kb.figures.get(operand.figure or "")
        return value_text(kb, figure, language) if figure else ""
    series, rows = kb.series.get(operand.series), kb.observations.get(operand.series)
    if series is None or rows is None:
        return ""
    reading = read_series(operand, series.unit, series, rows)
    return write_quantity(reading.value, series.unit, language, _DIGITS)


def source_text(kb: KnowledgeBase, figure: Figure, language: Language) -> str:
    """Writes who published the value, and where."""
    joint = "；" if language == "zh-TW" else "; "
    texts = (origin_text(kb, origin, language) for origin in origins(kb.figures, figure))
    return joint.join(text for text in texts if text)


def origin_text(kb: KnowledgeBase, origin: Origin, language: Language) -> str:
    """Writes who published a source or a series, and its title there."""
    if origin.kind == "series":
        series = kb.series.get(origin.id)
        return (
            _joined(series.publisher.in_language(language), series.origin(language), language)
            if series
            else ""
        )
    source = kb.sources.get(origin.id)
    return (
        _joined(source.institution.in_language(language), source.title, language) if source else ""
    )


def tooltip(kb: KnowledgeBase, figure: Figure, language: Language) -> str:
    """Writes value, day, source and note as the few words of a tooltip."""
    chinese = language == "zh-TW"
    value, made = value_text(kb, figure, language), sum_text(kb, figure, language)
    facts = [f"{value} = {made}" if made else value, date_text(kb, figure, language)]
    sentences = [("，" if chinese else ", ").join(fact for fact in facts if fact)]
    source = source_text(kb, figure, language)
    if source:
        sentences.append(f"來源：{source}" if chinese else f"Source: {source}")
    if figure.note:
        sentences.append(figure.note.in_language(language))
    stop = "。" if chinese else "."
    closed = [s if s.endswith((stop, "…", "！", "？")) else s + stop for s in sentences if s]
    return ("" if chinese else " ").join(closed)


def _joined(institution: str, title: str, language: Language) -> str:
    return f"{institution}，{title}" if language == "zh-TW" else f"{institution}, {title}"
