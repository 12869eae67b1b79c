"""Fewer points for the same picture: what the pixels cannot show need not be sent."""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]


def thin(points: Sequence[Point], width: float) -> list[Point]:
    """Keeps, in each column of the canvas, the highest and the lowest point.

    Args:
        points: in order from left to right.
        width: of a column, in units of the canvas.

    Returns:
        The first, the last and the extreme points of every column, in order; so every peak and
        every trough is still there.
    """
    if len(points) < 3:
        return list(points)
    columns: dict[int, list[Point]] = {}
    for point in points[1:-1]:
        columns.setdefault(int(point[0] // width), []).append(point)
    kept = [points[0]]
    for column in columns.values():
        extremes = {min(column, key=_height), max(column, key=_height)}
        kept += [point for point in column if point in extremes]
    kept.append(points[-1])
    return kept


def straighten(points: Sequence[Point]) -> list[Point]:
    """Leaves out the points between two others on the same level or the same upright."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1:
            (x0, y0), (x1, y1) = kept[-2], kept[-1]
            level = y0 == y1 == point[1]
            upright = x0 == x1 == point[0] and (y1 - y0) * (point[1] - y1) > 0
            if level or upright:
                kept.pop()
        kept.append(point)
    return kept


def _height(point: Point) -> float:
    return point[1]
