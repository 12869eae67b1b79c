"""Writes SVG elements; every text and every attribute is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from scripts.charts.thinning import Point


def element(tag: str, *inside: str, **attributes: str | float) -> str:
    """Writes an element.

    Args:
        tag: its name.
        inside: what it holds: elements, or text that went through `text`.
        attributes: by name; `_` stands for `-`, and one at the end is dropped (`class_`). Numbers
            are written as short as they can be.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
    )
    body = "".join(inside)
    return f"<{tag}{written}>{body}</{tag}>" if body else f"<{tag}{written}/>"


def text(words: str) -> str:
    """Makes a text safe to stand inside an element."""
    return escape(words, quote=False)


def number(value: float) -> str:
    """Writes a number with at most one decimal, and nothing that is not needed."""
    short = f"{value:.1f}".removesuffix(".0")
    return "0" if short == "-0" else short


def path(points: Sequence[Point]) -> str:
    """Writes the points as a path: the first place, then the steps from each to the next."""
    (x, y), *rest = [(round(x * 2) / 2, round(y * 2) / 2) for x, y in points]
    parts = [f"M{number(x)} {number(y)}"]
    for next_x, next_y in rest:
        dx, dy = next_x - x, next_y - y
        if dy == 0:
            parts.append(f"h{number(dx)}")
        elif dx == 0:
            parts.append(f"v{number(dy)}")
        else:
            parts.append(f"l{number(dx)}{'' if dy < 0 else ' '}{number(dy)}")
        x, y = next_x, next_y
    return "".join(parts)


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)
