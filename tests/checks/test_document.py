"""The scanner reads Markdown as Python-Markdown does, and every place is right."""

from __future__ import annotations

import html
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import markdown
import pytest
from markdown.treeprocessors import Treeprocessor

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.content.front_matter import FrontMatter
from scripts.content.knowledge_base import load_with_problems
from scripts.content.pages import Page
from scripts.content.yaml_source import YamlSource

ROOT = Path(__file__).resolve().parents[2]
_FRONT = FrontMatter(title="T", description="D", kind="article", reviewed="2026-01-01")


def document(body: str) -> Document:
    """A document of a body without front matter."""
    page = Page(
        "concepts/x", "zh-TW", "docs/zh-TW/concepts/x.md", _FRONT, body, 1, YamlSource(None)
    )
    return Document(page, body)


class _Collect(Treeprocessor):
    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.found: list[tuple[str, str]] = []

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in ("a", "img"):
                target = element.get("href") or element.get("src") or ""
                if not target.startswith("#fn"):
                    self.found.append((str(element.tag), html.unescape(target)))


def rendered_links(body: str) -> list[tuple[str, str]]:
    """(element, address) of the links that Python-Markdown makes."""
    md = markdown.Markdown(extensions=["attr_list", "tables", "footnotes", "md_in_html"])
    collect = _Collect(md)
    md.treeprocessors.register(collect, "collect", -100)
    md.convert(body)
    return sorted(collect.found)


def scanned_links(page: Document) -> list[tuple[str, str]]:
    """The same, as the scanner sees them."""
    return sorted(
        ("img" if link.kind == "image" else "a", link.target)
        for link in page.resolved_links
        if not link.target.startswith("#fn") and page.block_at(link.start) >= 0
    )


def test_links_of_every_real_page_are_those_that_are_rendered() -> None:
    kb, problems = load_with_problems(ROOT)
    context = Context(kb, problems)
    assert context.documents
    for page in context.documents:
        assert scanned_links(page) == rendered_links(page.page.body), page.path


@pytest.mark.parametrize(
    "body",
    [
        '見[甲](a.md)與[乙](b.md "題")。',
        "`[甲](a.md)` 與 ``[乙](`b.md)`` 與 [丙](c.md)",
        "```text\n[甲](a.md)\n```\n\n[乙](b.md)",
        "[甲 `]` 乙](a.md)",
        "![圖](a.png) [![圖](b.png)](c.md)",
        "[甲][ref] 與 [ref][]\n\n[ref]: a.md",
        "<https://example.org/a> 與 \\[甲](a.md)",
        "| [甲](a.md) | `[乙](b.md)` |\n| --- | --- |\n| [丙](c.md) | 丁 |",
        "- [甲](a.md)\n    - [乙](b.md)\n\n1. [丙](c.md)",
        "> [甲](a.md)\n> [乙](b.md)",
        "[甲](<a b.md>) [乙](b_(c).md)",
        "<!-- [甲](a.md) --> [乙](b.md)",
        "**[甲](a.md)**、*[乙](b.md)*",
        "## [甲](a.md) {#a}\n\n[乙](b.md){: .x }",
        "[甲\n乙](a.md)",
        "[甲](a.md",
        "[甲] (a.md)",
        "甲](a.md)",
    ],
)
def test_links_are_those_that_are_rendered(body: str) -> None:
    assert scanned_links(document(body)) == rendered_links(body)


def test_every_visible_character_stands_where_the_prose_says() -> None:
    kb, problems = load_with_problems(ROOT)
    for page in Context(kb, problems).documents:
        prose = page.prose
        for index in range(0, len(prose.text), 7):
            character = prose.text[index]
            offset = prose.offset(index)
            if character not in "\n\ufffc" and prose.passage(index).block >= 0:
                assert page.text[offset] == character, (page.path, index)


def test_prose_has_words_only() -> None:
    page = document(
        "見**[甲](a.md)**的 `程式`[^x]，<b>乙</b>。<!-- 註 -->\n\n| a | b |\n| - | - |\n| 1 | 2 |"
    )
    assert page.prose.text.split("\n")[0] == "見甲的 \ufffc，乙。"
    assert re.findall(r"\w+", page.prose.text)[-4:] == ["a", "b", "1", "2"]


def test_line_and_column_count_characters() -> None:
    page = document("一二三\n\n四[五](六.md)")
    assert page.place(page.links[0].target_start) == (3, 6)
