"""Draws a chart on a canvas: shaded phases, grid, lines, and the labels of all of them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.charts.canvas import Canvas, Plot
from scripts.charts.curves import Curve
from scripts.charts.labels import Label, in_rows, stacked
from scripts.charts.phases import Span
from scripts.charts.scale import Scale, decimals, value_ticks, year_ticks
from scripts.charts.svg import element, path, text
from scripts.charts.thinning import Point, straighten, thin
from scripts.charts.wording import Wording, width_of

_GAP = 6.0  # between a label and what it names
_LEADING = 1.25  # from line to line, in sizes of the type
_DOT = 3.5
_AIR = 0.05  # above the highest and below the lowest value, as a share of the range


@dataclass(frozen=True)
class Drawing:
    """A chart laid out on a canvas.

    Attributes:
        canvas: its size and type.
        plot: where the lines run.
        across: from days to places.
        upright: from values to places.
        ticks: values that the vertical axis marks.
        rows: middle and row of the label of each span.
    """

    canvas: Canvas
    plot: Plot
    across: Scale
    upright: Scale
    ticks: tuple[float, ...]
    rows: tuple[tuple[float, int], ...]


def period(curves: Sequence[Curve]) -> tuple[datetime.date, datetime.date]:
    """Returns the first and the last day that the lines of a chart cover together."""
    return min(curve.rows[0][0] for curve in curves), max(curve.last[0] for curve in curves)


def value_range(curves: Sequence[Curve]) -> tuple[float, float]:
    """Returns the range of the vertical axis: zero and every value, with a little air."""
    values = [value for curve in curves for _, value in curve.rows]
    low, high = min(*values, 0.0), max(*values, 0.0)
    air = (high - low or 1.0) * _AIR
    return (low - air if low < 0 else 0.0), high + air


def lay_out(
    canvas: Canvas, curves: Sequence[Curve], spans: Sequence[Span], wording: Wording
) -> Drawing:
    """Finds the places of everything: labels first, the lines take the room that is left."""
    size = canvas.text
    low, high = value_range(curves)
    ticks = value_ticks(low, high, canvas.ticks)
    places = decimals([tick * wording.factor for tick in ticks])
    left = max(width_of(wording.tick(tick, places), size) for tick in ticks) + _GAP
    left = max(left, width_of("2000", size) / 2)
    right = (
        canvas.width
        - _GAP
        - max(
            width_of(words, size)
            for curve in curves
            for words in _end_label(curve, curves, wording)
        )
    )
    first, last = period(curves)
    across = Scale(first.toordinal(), last.toordinal(), left, right - _DOT)
    names = [
        Label(words, (across.place_of(span.begin) + across.place_of(span.end)) / 2, width)
        for span in spans
        for words in (span.label.in_language(wording.language),)
        for width in (width_of(words, size),)
    ]
    order = sorted(range(len(names)), key=lambda index: names[index].middle)
    placed = in_rows([names[index] for index in order], left, right, _GAP / 2)
    rows = tuple(place for _, place in sorted(zip(order, placed, strict=True)))
    strip = max((row + 1 for _, row in rows), default=0) * size * _LEADING
    plot = Plot(left, strip + size * 1.6, right, canvas.height - size * 1.8)
    upright = Scale(low, high, plot.bottom, plot.top)
    return Drawing(canvas, plot, across, upright, tuple(ticks), rows)


def draw(drawing: Drawing, curves: Sequence[Curve], spans: Sequence[Span], wording: Wording) -> str:
    """Writes the parts of a chart as SVG, from back to front."""
    return "".join(
        (
            *_phases(drawing, spans, wording),
            *_grid(drawing, wording),
            *_years(drawing, curves),
            *(_line(drawing, curve, number) for number, curve in enumerate(curves, 1)),
            *(_peak(drawing, curves, wording)),
            *_ends(drawing, curves, wording),
        )
    )


def _phases(drawing: Drawing, spans: Sequence[Span], wording: Wording) -> list[str]:
    plot, size = drawing.plot, drawing.canvas.text
    found = []
    for span, (middle, row) in zip(spans, drawing.rows, strict=True):
        begin, end = drawing.across.place_of(span.begin), drawing.across.place_of(span.end)
        baseline = size * (1.2 + row * _LEADING)
        if span.tone != "pause":
            found.append(
                element("rect", class_=f"kb-{span.tone}", x=begin, y=baseline + size * 0.25,
                        width=max(end - begin, 1), height=plot.bottom - baseline - size * 0.25,
                        fill_opacity=".13")
            )  # fmt: skip
        words = span.label.in_language(wording.language)
        found.append(
            element("text", text(words), class_=f"kb-{span.tone}", x=middle, y=baseline,
                    text_anchor="middle")
        )  # fmt: skip
    return found


def _grid(drawing: Drawing, wording: Wording) -> list[str]:
    plot, size = drawing.plot, drawing.canvas.text
    places = decimals([tick * wording.factor for tick in drawing.ticks])
    found = []
    for tick in drawing.ticks:
        y = drawing.upright.place(tick)
        kind = "kb-axis" if tick == 0 else "kb-rule"
        found.append(
            element("path", class_=kind, d=f"M{plot.left:.1f} {y:.1f}H{plot.right:.1f}",
                    stroke="currentColor")
        )  # fmt: skip
        found.append(
            element("text", text(wording.tick(tick, places)), class_="kb-soft",
                    x=plot.left - _GAP, y=y + size * 0.35, text_anchor="end")
        )  # fmt: skip
    return found


def _years(drawing: Drawing, curves: Sequence[Curve]) -> list[str]:
    plot, canvas = drawing.plot, drawing.canvas
    room = max(1, int((plot.right - plot.left) // canvas.year))
    found = []
    for year in year_ticks(*period(curves), room):
        x = drawing.across.place_of(datetime.date(year, 1, 1))
        found.append(
            element("path", class_="kb-axis", d=f"M{x:.1f} {plot.bottom:.1f}v4",
                    stroke="currentColor")
        )  # fmt: skip
        found.append(
            element("text", str(year), class_="kb-soft", x=x, y=canvas.height - 4,
                    text_anchor="middle")
        )  # fmt: skip
    return found


def line_points(drawing: Drawing, curve: Curve) -> list[Point]:
    """Returns the points of a line on the canvas, as few as show the same."""
    points = [
        (drawing.across.place_of(day), drawing.upright.place(value)) for day, value in curve.rows
    ]
    if not curve.holds:
        return straighten(thin(points, drawing.canvas.column))
    stairs: list[Point] = []
    for x, y in points:
        if stairs:
            stairs.append((x, stairs[-1][1]))
        stairs.append((x, y))
    stairs.append((drawing.across.end, stairs[-1][1]))
    return straighten(stairs)


def _line(drawing: Drawing, curve: Curve, number: int) -> str:
    return element(
        "path", class_=f"kb-line-{number}", d=path(line_points(drawing, curve)), fill="none",
        stroke="currentColor", stroke_width=2, stroke_linejoin="round",
    )  # fmt: skip


def _peak(drawing: Drawing, curves: Sequence[Curve], wording: Wording) -> list[str]:
    """Marks the highest value of a chart with one line, unless it is also the last."""
    if len(curves) != 1:
        return []
    day, value = max(curves[0].rows, key=lambda row: row[1])
    size, words = drawing.canvas.text, wording.short(value)
    x, y = drawing.across.place_of(day), drawing.upright.place(value)
    half = width_of(words, size) / 2
    if x + half > drawing.plot.right - 2 * _DOT:
        return []
    return [
        element("circle", class_="kb-line-1", cx=x, cy=y, r=_DOT),
        element("text", text(words), class_="kb-line-1", x=max(x, drawing.plot.left + half),
                y=y - size * 0.6, text_anchor="middle"),
    ]  # fmt: skip


def _end_label(curve: Curve, curves: Sequence[Curve], wording: Wording) -> list[str]:
    """Names a line, with its last value; with its day where there is room for it."""
    words = [curve.line.label.in_language(wording.language), wording.short(curve.last[1])]
    if len(curves) < 3:
        words.append(wording.short_day(curve, curve.last[0]))
    return words


def _ends(drawing: Drawing, curves: Sequence[Curve], wording: Wording) -> list[str]:
    plot, size = drawing.plot, drawing.canvas.text
    leading = size * _LEADING
    labels = [_end_label(curve, curves, wording) for curve in curves]
    places = [drawing.upright.place(curve.last[1]) for curve in curves]
    heights = [len(label) * leading + size * 0.3 for label in labels]
    middles = stacked(places, heights, 0, plot.bottom + size)
    found = []
    for number, curve in enumerate(curves, 1):
        index = number - 1
        x = drawing.across.end if curve.holds else drawing.across.place_of(curve.last[0])
        found.append(element("circle", class_=f"kb-line-{number}", cx=x, cy=places[index], r=_DOT))
        top = middles[index] - len(labels[index]) * leading / 2 + size * 0.95
        for row, words in enumerate(labels[index]):
            found.append(
                element("text", text(words), x=plot.right + _GAP, y=top + row * leading,
                        class_=f"kb-line-{number}" if row < 2 else "kb-soft",
                        **({"font_weight": "700"} if row == 1 else {}))
            )  # fmt: skip
    return found
