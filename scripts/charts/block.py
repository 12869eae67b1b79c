"""Reads what an author writes to show a chart: ```` ```chart ```` and its id."""

from __future__ import annotations

from collections.abc import Collection, Sequence


class ChartError(ValueError):
    """A chart block names no chart; the message says what is accepted."""


def read_chart(lines: Sequence[str], known: Collection[str]) -> str:
    """Reads which chart a block names.

    Args:
        lines: the block with its fences.
        known: ids of the charts that exist.

    Returns:
        The id of one of them.

    Raises:
        ChartError: the block names none of them, or more than one.
    """
    inside = [line.strip() for line in lines[1:-1] if line.strip()]
    if len(inside) != 1:
        raise ChartError("a chart block holds one line, the id of a chart of docs/data/charts.yml")
    if inside[0] not in known:
        accepted = ", ".join(known) or "none"
        raise ChartError(f"no chart `{inside[0]}` in docs/data/charts.yml; accepted: {accepted}")
    return inside[0]
