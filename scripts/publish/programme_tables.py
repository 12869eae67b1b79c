"""Programmes and decisions as tables: one row a programme, one row a dated decision."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterable, Sequence
from typing import Literal

from scripts.content.dataset import LICENCE, LICENCE_ADDRESS, Citation
from scripts.content.figure_links import without_links
from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import Text
from scripts.content.records import Amount, Column, Decision, Programme

Value = str | int | float | bool | list[str] | None
Row = dict[str, Value]
Table = Literal["programmes", "decisions"]


def columns_of(kb: KnowledgeBase, table: Table) -> list[Column]:
    """Returns the columns of a table in the order of the data dictionary."""
    return [column for column in kb.columns.values() if column.table == table]


def programme_rows(kb: KnowledgeBase) -> list[Row]:
    """Returns one row a programme, in the order of the records."""
    return [
        _in_order(columns_of(kb, "programmes"), _programme(kb, programme))
        for programme in kb.programmes.values()
    ]


def decision_rows(kb: KnowledgeBase) -> list[Row]:
    """Returns one row a decision, programme by programme."""
    return [
        _in_order(columns_of(kb, "decisions"), _decision(kb, programme, decision))
        for programme in kb.programmes.values()
        for decision in programme.decisions
    ]


def column_rows(kb: KnowledgeBase) -> list[Row]:
    """Returns the data dictionary itself."""
    return [
        {
            "table": column.table,
            "name": column.name,
            "type": column.type,
            "meaning_zh_tw": column.meaning.zh_TW,
            "meaning_en": column.meaning.en,
        }
        for column in kb.columns.values()
    ]


def to_csv(rows: Sequence[Row], header: Iterable[str]) -> str:
    """Writes rows as CSV (RFC 4180 but for plain line feeds), in UTF-8 without a mark.

    Args:
        rows: the rows.
        header: names of the columns, for a table without rows too.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, list(header), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def to_json(kb: KnowledgeBase, citation: Citation) -> str:
    """Writes everything as one JSON document: what it is, the dictionary, and the programmes.

    Each programme holds its decisions, without the columns that only repeat the programme.
    """
    decisions: dict[str, list[Row]] = {}
    for row in decision_rows(kb):
        own = {name: row[name] for name in row if name not in _REPEATED}
        decisions.setdefault(str(row["programme"]), []).append(own)
    document = {
        "title": citation.title,
        "version": citation.version.isoformat(),
        "licence": {"name": LICENCE, "url": LICENCE_ADDRESS},
        "citation": citation.plain(),
        "columns": column_rows(kb),
        "programmes": [
            {**row, "decisions": decisions.get(str(row["id"]), [])} for row in programme_rows(kb)
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


_REPEATED = ("programme", "bank", "kind", "name_zh_tw", "name_en")


def _in_order(columns: list[Column], values: Row) -> Row:
    """Puts values in the order of the dictionary.

    Raises:
        ValueError: a value is not explained there, or nothing fills a column.
    """
    names = [column.name for column in columns]
    if set(names) != values.keys():
        raise ValueError(
            f"docs/data/columns.yml: {sorted(set(names) ^ values.keys())} are explained but not "
            "written, or written but not explained; change the file or programme_tables.py"
        )
    return {name: values[name] for name in names}


def _programme(kb: KnowledgeBase, programme: Programme) -> Row:
    bank = kb.banks[programme.bank]
    return {
        "id": programme.id,
        "bank": bank.id,
        **_texts("bank", bank.short),
        "kind": programme.kind,
        **_texts("name", programme.name),
        "announced": _day(programme.announced),
        "start": _day(programme.start),
        "end": _day(programme.end),
        **_amount(programme.amount),
        **_texts("size", programme.size),
        **_texts("pace", programme.pace),
        **_texts("assets", programme.assets),
        **_texts("outcome", programme.outcome),
        **_texts("exit", programme.exit),
        "decision_count": len(programme.decisions),
        **_sources(kb, programme.sources),
    }


def _decision(kb: KnowledgeBase, programme: Programme, decision: Decision) -> Row:
    return {
        "programme": programme.id,
        "bank": programme.bank,
        "kind": programme.kind,
        **_texts("name", programme.name),
        "date": _day(decision.date),
        **_texts("what", decision.what),
        **_amount(decision.amount),
        **_sources(kb, decision.sources),
    }


def _texts(name: str, text: Text | None) -> Row:
    return {
        f"{name}_zh_tw": without_links(text.zh_TW) if text else None,
        f"{name}_en": without_links(text.en) if text else None,
    }


def _day(date: datetime.date | None) -> str | None:
    return date.isoformat() if date else None


def _amount(amount: Amount | None) -> Row:
    if amount is None:
        return dict.fromkeys(("amount_low", "amount_high", "amount_unit", "amount_about"))
    low, high = amount.value if isinstance(amount.value, tuple) else (amount.value, amount.value)
    return {
        "amount_low": low,
        "amount_high": high,
        "amount_unit": amount.unit,
        "amount_about": amount.approx,
    }


def _sources(kb: KnowledgeBase, sources: tuple[str, ...]) -> Row:
    return {
        "source_ids": list(sources),
        "source_urls": [kb.sources[source].url or "" for source in sources],
    }


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ";".join(value) if isinstance(value, list) else value
