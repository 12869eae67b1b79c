"""The picture says what the data say."""

from __future__ import annotations

import datetime
import math

import pytest
from lxml import etree

from scripts.charts.canvas import CANVASES, NARROW, WIDE, Canvas
from scripts.charts.curves import read_curves
from scripts.charts.drawing import Drawing, draw, lay_out, line_points, period
from scripts.charts.phases import read_spans
from scripts.charts.wording import wording_for
from scripts.content.charts import Chart
from scripts.content.knowledge_base import KnowledgeBase
from tests.charts.small import DAY, add_programme, chart, knowledge

WEEKS = [DAY("2008-01-02") + datetime.timedelta(weeks=week) for week in range(900)]
ASSETS = [(day.isoformat(), 4e6 + 3e6 * math.sin(i / 150)) for i, day in enumerate(WEEKS)]
ASSETS[333] = (ASSETS[333][0], 8_965_487)


@pytest.fixture
def kb() -> KnowledgeBase:
    kb = knowledge({"A": ASSETS, "R": [("2008-01-02", 5), ("2016-01-06", 1)]}, {"R": "!percent"})
    add_programme(kb, "qe1", "qe", "2008-11-25", "2010-03-31")
    add_programme(kb, "qt1", "qt", "2017-10-01", "2019-08-01")
    add_programme(kb, "open", "reserve-management", "2024-12-12", None)
    return kb


def laid_out(record: Chart, kb: KnowledgeBase, canvas: Canvas) -> tuple[Drawing, etree._Element]:
    curves = read_curves(record, kb)
    spans = read_spans(record, kb, *period(curves))
    wording = wording_for(record, 9, "en")
    drawing = lay_out(canvas, curves, spans, wording)
    return drawing, etree.fromstring(f"<svg>{draw(drawing, curves, spans, wording)}</svg>")


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.name)
def test_the_peak_of_the_data_is_the_highest_point(kb: KnowledgeBase, canvas: Canvas) -> None:
    record = chart([{"series": "A"}])
    drawing, _ = laid_out(record, kb, canvas)
    points = line_points(drawing, read_curves(record, kb)[0])
    x, y = min(points, key=lambda point: point[1])
    assert x == pytest.approx(drawing.across.place_of(WEEKS[333]))
    assert y == pytest.approx(drawing.upright.place(8.965487))
    assert len(points) < len(ASSETS)


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.name)
def test_the_line_stays_in_the_plot(kb: KnowledgeBase, canvas: Canvas) -> None:
    record = chart([{"series": "A"}])
    drawing, _ = laid_out(record, kb, canvas)
    plot = drawing.plot
    for x, y in line_points(drawing, read_curves(record, kb)[0]):
        assert plot.left <= x <= plot.right and plot.top <= y <= plot.bottom
    assert plot.right < canvas.width and plot.bottom < canvas.height


def test_the_shade_spans_the_days_of_the_programme(kb: KnowledgeBase) -> None:
    drawing, svg = laid_out(chart([{"series": "A"}], phases=["qe1", "qt1", "open"]), kb, WIDE)
    shades = {e.get("class"): e for e in svg.iter("rect")}
    days = {"kb-ease": ("2008-11-25", "2010-03-31"), "kb-tight": ("2017-10-01", "2019-08-01"),
            "kb-other": ("2024-12-12", WEEKS[-1].isoformat())}  # fmt: skip
    assert shades.keys() == days.keys()
    for name, (begin, end) in days.items():
        x, width = float(shades[name].get("x", 0)), float(shades[name].get("width", 0))
        assert x == pytest.approx(drawing.across.place_of(DAY(begin)), abs=0.1)
        assert x + width == pytest.approx(drawing.across.place_of(DAY(end)), abs=0.1)


def test_a_phase_outside_the_period_is_left_out(kb: KnowledgeBase) -> None:
    record = chart([{"series": "A"}], phases=["qe1", "qt1"], **{"from": "2012-01-01"})
    _, svg = laid_out(record, kb, WIDE)
    assert [e.get("class") for e in svg.iter("rect")] == ["kb-tight"]


def test_a_long_gap_between_phases_is_named_where_the_record_says_so(kb: KnowledgeBase) -> None:
    for pauses, expected in ((True, ["qe1", "pause", "qt1"]), (False, ["qe1", "qt1"])):
        record = chart([{"series": "A"}], phases=["qe1", "qt1"], pauses=pauses)
        curves = read_curves(record, kb)
        spans = read_spans(record, kb, *period(curves))
        assert [span.label.en for span in spans] == expected
    assert [span.tone for span in spans] == ["ease", "tight"]


def test_a_rate_goes_in_steps_up_to_the_end(kb: KnowledgeBase) -> None:
    record = chart([{"series": "R"}, {"series": "R", "label": {"zh-TW": "乙", "en": "B"}}],
                   unit="percent")  # fmt: skip
    drawing, _ = laid_out(record, kb, WIDE)
    points = line_points(drawing, read_curves(record, kb)[0])
    step = drawing.across.place_of(DAY("2016-01-06"))
    five, one = drawing.upright.place(5), drawing.upright.place(1)
    assert points == [(drawing.across.start, five), (step, five), (step, one)]


def test_the_axis_begins_at_zero(kb: KnowledgeBase) -> None:
    kb.observations["A"] = tuple((day, 8e6 + i) for i, day in enumerate(WEEKS))
    drawing, _ = laid_out(chart([{"series": "A"}]), kb, NARROW)
    assert drawing.upright.low == 0 and drawing.ticks[0] == 0


def test_the_last_value_stands_beside_the_line_with_its_day(kb: KnowledgeBase) -> None:
    _, svg = laid_out(chart([{"series": "A"}]), kb, NARROW)
    texts = [e.text for e in svg.iter("text")]
    assert texts[-3:-2] == ["A"]
    assert texts[-1] == f"{WEEKS[-1].day} {WEEKS[-1]:%b %Y}"
