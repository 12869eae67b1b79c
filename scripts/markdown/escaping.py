"""Makes text from records safe to stand in Markdown."""

from __future__ import annotations

import re

from scripts.content.figure_links import figure_links

_MARKDOWN = re.compile(r"([\\`*_\[\]{}|])")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def plain_in_markdown(text: str) -> str:
    """Escapes a text so that Markdown shows it as it is, also in a table cell or a link text.

    Args:
        text: any text; line breaks become spaces.

    Returns:
        Markdown for one line. It must not begin a line, where `-` or `#` would still have a
        meaning.
    """
    return _escaped(" ".join(text.split()))


def worded_in_markdown(text: str) -> str:
    """Escapes a text of a record but keeps its links to figures of record."""
    parts: list[str] = []
    position = 0
    for link in figure_links(text):
        parts.append(_escaped(text[position : link.start]))
        parts.append(f"[{_escaped(link.words)}](figure:{link.figure})")
        position = link.end
    return " ".join("".join([*parts, _escaped(text[position:])]).split())


def _escaped(text: str) -> str:
    escaped = _MARKDOWN.sub(r"\\\1", text)
    return "".join(_HTML.get(character, character) for character in escaped)
