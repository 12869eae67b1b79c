"""Writes a Markdown table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(
    headers: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[int] = ()
) -> str:
    """Writes a pipe table.

    Args:
        headers: one a column.
        rows: cells in Markdown, already escaped (`plain_in_markdown`).
        numbers: columns, from 0, that hold numbers and are set flush right.

    Returns:
        The table, or an empty string when there is no row.
    """
    body = [_line(row) for row in rows]
    if not body:
        return ""
    rule = _line(["---:" if column in numbers else "---" for column in range(len(headers))])
    return "\n".join((_line(headers), rule, *body))


def with_id(cell: str, identifier: str) -> str:
    """Gives a table cell an id, so that a link can lead to the row."""
    return f"{cell} {{ #{identifier} }}"


def sorted_by(cell: str, key: str) -> str:
    """Gives a table cell the value that its column is sorted by, where its words would mislead.

    Args:
        cell: the cell in Markdown.
        key: compared character by character; an empty key comes last in either order.
    """
    return f'{cell} {{ data-sort="{key}" }}'


def sortable(tables: str) -> str:
    """Marks tables whose columns readers may sort; `sort.js` then makes buttons of the headers."""
    return f'<div class="kb-sortable" markdown="1">\n\n{tables}\n\n</div>'


def records(tables: str) -> str:
    """Marks tables of records, whose every row would otherwise carry links to the glossary."""
    return f'<div class="kb-records" markdown="1">\n\n{tables}\n\n</div>'


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
