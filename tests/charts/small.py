"""A knowledge base in memory with one chart, for tests that look at one part of a drawing."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from scripts.content.charts import Chart
from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.records import Programme, Series

DAY = datetime.date.fromisoformat


def words(text: str) -> dict[str, str]:
    """Returns a text that is the same in both languages."""
    return {"zh-TW": text, "en": text}


def knowledge(rows: dict[str, list[tuple[str, float]]], units: dict[str, str]) -> KnowledgeBase:
    """Returns a knowledge base with series only.

    Args:
        rows: observations by series.
        units: unit by series; `USD million` where none is given. One with `!` in front is of
            events, whose values hold until the next.
    """
    kb = KnowledgeBase(Path())
    for name, observations in rows.items():
        kb.observations[name] = tuple((DAY(day), value) for day, value in observations)
        unit = units.get(name, "USD million")
        kb.series[name] = Series.model_validate(
            {
                "id": name, "name": words(name), "unit": unit.removeprefix("!"),
                "frequency": "event" if unit.startswith("!") else "weekly",
                "publisher": words("Fed"), "publisher_series": name, "licence": "free",
                "cite_as": "Fed", "first": observations[0][0], "last": observations[-1][0],
            }
        )  # fmt: skip
    return kb


def add_programme(kb: KnowledgeBase, name: str, kind: str, start: str, end: str | None) -> None:
    """Adds a programme."""
    kb.programmes[name] = Programme.model_validate(
        {
            "id": name, "bank": "fed", "kind": kind, "name": words(name), "start": start,
            "end": end, "assets": words("bonds"), "sources": ["x"],
        }
    )  # fmt: skip


def chart(lines: list[dict[str, Any]], **more: Any) -> Chart:
    """Returns a chart; its phases are given as ids of programmes."""
    phases = [{"programme": name, "label": words(name)} for name in more.pop("phases", [])]
    lines = [{"label": words(line["series"]), **line} for line in lines]
    data = {"id": "x", "title": words("X"), "unit": "USD trillion", "phases": phases} | more
    return Chart.model_validate({**data, "lines": lines})
