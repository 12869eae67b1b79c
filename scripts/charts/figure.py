"""A chart as a page shows it: title, pictures for wide and narrow columns, sources, values."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.charts.canvas import CANVASES, Canvas
from scripts.charts.curves import Curve, read_curves
from scripts.charts.drawing import draw, lay_out, period
from scripts.charts.phases import Span, read_spans
from scripts.charts.svg import element, text
from scripts.charts.telling import sources, summary, table
from scripts.charts.wording import Wording, wording_for
from scripts.content.charts import Chart
from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import Language


def render_figure(chart: Chart, kb: KnowledgeBase, language: Language, open_data: str) -> str:
    """Draws a chart.

    Args:
        chart: the record, free of faults (`chart_faults`).
        kb: the knowledge base that holds its series and programmes.
        language: of the page.
        open_data: link from the page to the folder of the published data, ending in `/`.

    Returns:
        A `figure` element. It takes its colours from the stylesheet and has no style of its own.

    Raises:
        ValueError: a series has no observation in the chart's period.
    """
    curves = read_curves(chart, kb)
    spans = read_spans(chart, kb, *period(curves))
    wording = wording_for(
        chart, max(value for curve in curves for _, value in curve.rows), language
    )
    pictures = [_picture(canvas, curves, spans, wording) for canvas in CANVASES]
    unit = text(wording.say(f"（{wording.unit}）", f" ({wording.unit})"))
    title = text(chart.title.in_language(language))
    caption = element("figcaption", title, element("span", unit, class_="kb-chart__unit"))
    values = element(
        "details",
        element("summary", wording.say("數字與文字說明", "The chart in words and numbers")),
        element("p", text(summary(curves, wording))),
        table(curves, wording),
    )
    told = element("p", sources(curves, wording, open_data), class_="kb-chart__source")
    return element(
        "figure", caption, *pictures, told, values, class_="kb-chart", id=f"chart-{chart.id}"
    )


def _picture(
    canvas: Canvas, curves: Sequence[Curve], spans: Sequence[Span], wording: Wording
) -> str:
    name = f"chart-{wording.chart.id}-{canvas.name}"
    drawing = lay_out(canvas, curves, spans, wording)
    return element(
        "svg",
        element("title", text(wording.chart.title.in_language(wording.language)), id=f"{name}-t"),
        element("desc", text(summary(curves, wording)), id=f"{name}-d"),
        draw(drawing, curves, spans, wording),
        class_=f"kb-chart__{canvas.name}",
        role="img",
        aria_labelledby=f"{name}-t",
        aria_describedby=f"{name}-d",
        viewBox=f"0 0 {canvas.width:g} {canvas.height:g}",
        width=canvas.width,
        height=canvas.height,
        font_size=canvas.text,
        fill="currentColor",
    )
