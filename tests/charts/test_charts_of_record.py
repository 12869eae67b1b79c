"""Every chart of record, in both languages: sound, small, and without style of its own."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from lxml import html

from scripts.charts.canvas import CANVASES
from scripts.charts.figure import render_figure
from scripts.charts.wording import width_of
from scripts.cli import ROOT
from scripts.content.knowledge_base import KnowledgeBase, load_records
from scripts.content.localised import LANGUAGES

BUDGET = 8_000  # bytes, gzip


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return load_records(ROOT)[0]


def parsed(text: str) -> Any:
    """Returns the tree of an HTML text."""
    return html.fromstring(text)


def test_charts_are_sound_and_small(kb: KnowledgeBase) -> None:
    assert kb.charts
    for chart in kb.charts.values():
        for language in LANGUAGES:
            text = render_figure(chart, kb, language, "../open-data/")
            assert len(gzip.compress(text.encode())) <= BUDGET, chart.id
            assert "style=" not in text and "<script" not in text
            figure = parsed(text)
            assert len(figure.xpath("//svg[@role='img'][title][desc]")) == len(CANVASES)
            files = [link.get("href").rpartition("/")[2] for link in figure.iter("a")]
            assert {f"{line.series}.csv" for line in chart.lines} <= set(files)


def test_labels_stay_on_the_canvas(kb: KnowledgeBase) -> None:
    outside = []
    for chart in kb.charts.values():
        for language in LANGUAGES:
            figure = parsed(render_figure(chart, kb, language, ""))
            for canvas, svg in zip(CANVASES, figure.iter("svg"), strict=True):
                for label in svg.iter("text"):
                    width = width_of(label.text, canvas.text)
                    share = {"middle": 0.5, "end": 1.0}.get(label.get("text-anchor"), 0.0)
                    left = float(label.get("x")) - share * width
                    if left < -0.5 or left + width > canvas.width + 0.5:
                        outside.append(f"{chart.id} {language} {canvas.name}: {label.text}")
    assert outside == []


def test_drawing_twice_makes_the_same(kb: KnowledgeBase) -> None:
    chart = next(iter(kb.charts.values()))
    assert render_figure(chart, kb, "en", "") == render_figure(chart, kb, "en", "")


def test_the_table_holds_the_value_at_the_end_of_each_year(kb: KnowledgeBase) -> None:
    figure = parsed(render_figure(kb.charts["fed-assets"], kb, "en", ""))
    rows = [[cell.text for cell in row] for row in figure.xpath("//tbody/tr")]
    assert ["2021", "8.76"] in rows
    assert rows[0][0] == "2003" and rows[-1][0].endswith("(latest)")


def test_the_alternative_tells_start_peak_and_last(kb: KnowledgeBase) -> None:
    figure = parsed(render_figure(kb.charts["fed-assets"], kb, "zh-TW", ""))
    told = figure.xpath("//svg/desc")[0].text
    assert "最高 8.97 兆美元（2022 年 4 月 13 日）" in told
    assert told.startswith("總資產：2003 年 1 月")
