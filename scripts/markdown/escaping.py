"""Makes text from records safe to stand in Markdown."""

from __future__ import annotations

import re

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
    one_line = " ".join(text.split())
    escaped = _MARKDOWN.sub(r"\\\1", one_line)
    return "".join(_HTML.get(character, character) for character in escaped)
