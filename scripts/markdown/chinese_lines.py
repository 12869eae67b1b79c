"""Joins the lines of a Chinese paragraph without the space that HTML would put between them."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from scripts.markdown.text_runs import OPAQUE, Run, text_runs

_HAN = (
    "\u2e80-\u2fff\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_FULL_WIDTH_MARK = "\u3001-\u3003\u3008-\u3020\u3030-\u303f\uff01-\uff60\uffe0-\uffe6"
# Between two Chinese characters no space belongs, nor on either side of a full-width mark.
_JOINT = re.compile(
    f"(?<=[{_HAN}])[ ]*\n[ ]*(?=[{_HAN}])"
    f"|(?<=[{_FULL_WIDTH_MARK}])[ ]*\n[ ]*"
    f"|[ ]*\n[ ]*(?=[{_FULL_WIDTH_MARK}])"
)


class ChineseLinesExtension(Extension):
    """Registers the joining of lines."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers after attribute lists (8), which need the line breaks."""
        md.treeprocessors.register(_Lines(md), "kb-chinese-lines", 6)


class _Lines(Treeprocessor):
    def run(self, root: Element) -> None:
        for run in text_runs(root, _instead):
            if "\n" in run.text:
                _join(run)


def _join(run: Run) -> None:
    removed = {offset for match in _JOINT.finditer(run.text) for offset in range(*match.span())}
    for piece in run.pieces:
        kept = [
            character
            for offset, character in enumerate(piece.read(), piece.start)
            if offset not in removed
        ]
        if len(kept) < piece.length:
            piece.write("".join(kept))


def _instead(element: Element) -> str | None:
    if element.tag in ("br", "code", "pre", "script", "style"):
        return OPAQUE
    # A note's number stands between two Chinese characters without parting them.
    return "" if element.tag == "sup" else None


def makeExtension(**options: Any) -> ChineseLinesExtension:
    """Called by Python-Markdown."""
    return ChineseLinesExtension(**options)
