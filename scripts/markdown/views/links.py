"""Links that views write: only to pages that exist, else plain text."""

from __future__ import annotations

from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.block import read_block, split_blocks
from scripts.markdown.views.view import ViewError


def page_link(rendering: Rendering, path: str, text: str, anchor: str = "") -> str:
    """Writes a link to a page of the same language.

    Args:
        rendering: the page being rendered.
        path: page path of the target.
        text: words of the link, plain text.
        anchor: id on that page.

    Returns:
        Markdown; just the words where there is no such page, or where it is the page itself.
    """
    words = plain_in_markdown(text)
    if rendering.kb.page(rendering.language, path) is None:
        return words
    if path == rendering.page.path and not anchor:
        return words
    return f"[{words}]({rendering.page.link_to(path, anchor)})"


def page_with_view(rendering: Rendering, view: str) -> str | None:
    """Returns the path of the first page that shows a whole view, without options."""
    for (language, path), page in rendering.kb.pages.items():
        if language != rendering.language or "```view" not in page.body:
            continue
        for block in split_blocks(page.body.split("\n")):
            try:
                if block.is_drawn and read_block(block) == (view, {}):
                    return path
            except ViewError:
                continue
    return None
