"""Draws a conceptual diagram as SVG. Colours and type come from `diagrams.css`."""

from __future__ import annotations

import math
from html import escape

from scripts.content.diagrams import (
    LINE_HEIGHT,
    WIDTH,
    Area,
    Box,
    Diagram,
    Line,
    Note,
    Point,
    lines_of,
)
from scripts.content.localised import Language

_HEAD = 8.0  # length of an arrow-head
_BASELINE = 4.6  # from the middle of a line of text down to the foot of its letters


def draw(diagram: Diagram, identifier: str, language: Language) -> str:
    """Draws a diagram.

    Args:
        diagram: what to draw.
        identifier: begins every id in the drawing, so that a page can hold several.
        language: language of the labels.

    Returns:
        One `<svg>` element on one line, with title and description for screen readers.
    """
    name, words = f"diagram-{identifier}-title", f"diagram-{identifier}-words"
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {diagram.height:g}" role="img" '
        f'aria-labelledby="{name}" aria-describedby="{words}">',
        f'<title id="{name}">{escape(diagram.title.in_language(language))}</title>',
        f'<desc id="{words}">{escape(diagram.words.in_language(language))}</desc>',
        *(_area(area) for area in diagram.areas),
        *(_line(line) for line in diagram.lines),
        *(_box(box, language) for box in diagram.boxes),
        *(_note(note, language) for note in diagram.notes),
        "</svg>",
    ]
    return "".join(parts)


def _area(area: Area) -> str:
    points = " ".join(f"{x:g},{y:g}" for x, y in area.within)
    return f'<polygon class="kb-area kb-tone-{area.tone}" points="{points}"/>'


def _line(line: Line) -> str:
    points = line.through
    path = _smooth(points) if line.curved else "L".join(f"{x:g} {y:g}" for x, y in points)
    dashed = " kb-dashed" if line.dashed else ""
    drawn = f'<path class="kb-line kb-tone-{line.tone}{dashed}" d="M{path}"/>'
    return drawn + (_head(points[-2], points[-1], line.tone) if line.arrow else "")


def _head(start: Point, end: Point, tone: str) -> str:
    """Draws an arrow-head as a triangle: a marker would need an id that is its own on the page."""
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    corners = [end] + [
        (end[0] - _HEAD * math.cos(angle + turn), end[1] - _HEAD * math.sin(angle + turn))
        for turn in (0.45, -0.45)
    ]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return f'<polygon class="kb-arrow kb-tone-{tone}" points="{points}"/>'


def _smooth(points: tuple[Point, ...]) -> str:
    """Writes a Catmull-Rom spline through the points as cubic Bézier curves."""
    path = f"{points[0][0]:g} {points[0][1]:g}"
    for i in range(len(points) - 1):
        before, start, end = points[max(i - 1, 0)], points[i], points[i + 1]
        after = points[min(i + 2, len(points) - 1)]
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        path += "C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in (first, second, end))
    return path


def _box(box: Box, language: Language) -> str:
    x, y, width, height = box.at
    lines = lines_of(box.text, language)
    top = y + height / 2 - LINE_HEIGHT * (len(lines) - 1) / 2 + _BASELINE
    return (
        f'<g class="kb-box kb-tone-{box.tone}">'
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="3"/>'
        + _text(lines, x + width / 2, top, "middle", strong_first=box.lead)
        + "</g>"
    )


def _note(note: Note, language: Language) -> str:
    lines = lines_of(note.text, language)
    strong = " kb-strong" if note.strong else ""
    return (
        f'<g class="kb-note kb-tone-{note.tone}{strong}">'
        + _text(lines, *note.at, note.align, strong_first=False)
        + "</g>"
    )


def _text(lines: list[str], x: float, y: float, anchor: str, *, strong_first: bool) -> str:
    spans = []
    for number, line in enumerate(lines):
        strong = ' class="kb-strong"' if strong_first and number == 0 else ""
        height = y + number * LINE_HEIGHT
        spans.append(f'<tspan x="{x:g}" y="{height:g}"{strong}>{escape(line)}</tspan>')
    return f'<text text-anchor="{anchor}">{"".join(spans)}</text>'
