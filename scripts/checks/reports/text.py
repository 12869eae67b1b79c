"""Findings as text, with the characters at fault underlined."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from scripts.checks.finding import Finding

WIDTH = 100


def as_text(findings: Iterable[Finding], line_of: Callable[[str, int], str]) -> str:
    """Writes findings for a terminal.

    Args:
        findings: sorted.
        line_of: gives a line of a file, without its end; empty where there is none.

    Returns:
        For each finding its place and message, then the line with the fault underlined.
    """
    parts: list[str] = []
    for finding in findings:
        parts.append(str(finding))
        line = line_of(finding.path, finding.line)
        if line.strip():
            shown, marks = underlined(line, finding.column, finding.length)
            parts += [f"    {shown}", f"    {marks}"]
    return "\n".join(parts)


def underlined(line: str, column: int, length: int) -> tuple[str, str]:
    """Cuts a line around the fault.

    Args:
        line: the line.
        column: column of the fault, from 1.
        length: characters at fault; a place between characters has none.

    Returns:
        The piece of the line and, in the same widths, the marks below it.
    """
    start = min(column - 1, len(line))
    end = min(start + max(1, length), len(line))
    room = WIDTH * 2 // 3 - _width(line[start:end])
    first = start
    while first > 0 and (room := room - _width(line[first - 1])) >= 0:
        first -= 1
    room = WIDTH - _width(line[first:end])
    last = end
    while last < len(line) and (room := room - _width(line[last])) >= 0:
        last += 1
    before = "…" if first else ""
    after = "…" if last < len(line) else ""
    piece = "".join(c if c.isprintable() else "·" for c in line[first:last])
    gap = len(before) + _width(line[first:start])
    return f"{before}{piece}{after}", " " * gap + "^" * max(1, _width(line[start:end]))


def _width(text: str) -> int:
    """Returns the columns that a terminal needs: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
