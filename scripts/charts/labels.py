"""Puts labels where they fit: names of phases in rows, names of lines below each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    """A text with the room that it takes.

    Attributes:
        words: the text.
        middle: where its middle should be, across.
        width: how wide it is.
    """

    words: str
    middle: float
    width: float


def in_rows(
    labels: Sequence[Label], left: float, right: float, gap: float
) -> list[tuple[float, int]]:
    """Places labels in as few rows as it takes for none to touch the one before it.

    Args:
        labels: in order of their middle.
        left: where a row begins.
        right: where it ends.
        gap: room between two labels of a row.

    Returns:
        The middle and the row (from 0) of each label, moved inwards where it would stick out.
    """
    ends: list[float] = []
    placed = []
    for label in labels:
        half = label.width / 2
        middle = max(left + half, min(label.middle, right - half))
        row = next((i for i, end in enumerate(ends) if end + gap <= middle - half), len(ends))
        ends[row : row + 1] = [middle + half]
        placed.append((middle, row))
    return placed


def stacked(
    middles: Sequence[float], heights: Sequence[float], top: float, bottom: float
) -> list[float]:
    """Moves blocks of text up and down until none covers another.

    Args:
        middles: where the middle of each block should be, in any order.
        heights: of each block.
        top: upper border.
        bottom: lower border.

    Returns:
        The middle of each block; the order from top to bottom is kept.
    """
    order = sorted(range(len(middles)), key=lambda index: middles[index])
    placed = list(middles)
    border = top
    for index in order:
        placed[index] = max(placed[index], border + heights[index] / 2)
        border = placed[index] + heights[index] / 2
    border = bottom
    for index in reversed(order):
        placed[index] = min(placed[index], border - heights[index] / 2)
        border = placed[index] - heights[index] / 2
    return placed
