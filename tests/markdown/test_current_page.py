"""The seam to the generators: which page is being rendered."""

from __future__ import annotations

import posixpath
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from scripts.markdown.current_page import (
    CurrentPage,
    current_page,
    rewrites_html,
    site_address,
)
from scripts.markdown.page_extension import Rendering


class Relpath(Treeprocessor):
    """As MkDocs registers it."""

    file = SimpleNamespace(src_uri="en/faq/qe-vs-qt.md")


class RenderingContext(Preprocessor):
    """As Zensical registers it."""

    config = {  # noqa: RUF012
        "docs_dir": "/home/someone/project/docs/zh-TW",
        "site_url": "https://example.org/kb/en/",
    }
    page = SimpleNamespace(path="faq/index.md")


def test_mkdocs_names_the_page() -> None:
    md = Markdown()
    md.treeprocessors.register(Relpath(md), "relpath", 0)
    assert current_page(md) == CurrentPage("en", "faq/qe-vs-qt")


def test_zensical_names_the_page_and_the_folder_its_language() -> None:
    md = Markdown()
    md.preprocessors.register(RenderingContext(md), "rendering_context", 0)
    assert current_page(md) == CurrentPage("zh-TW", "faq/index")


@pytest.mark.parametrize("rewritten", [False, True])
@pytest.mark.parametrize("path", ["cases/a", "cases/index", "glossary"])
def test_a_file_of_the_site_is_reached_from_every_page(path: str, rewritten: bool) -> None:
    page = SimpleNamespace(url=f"en/{path.removesuffix('/index')}/")
    kb = SimpleNamespace(page=lambda *_: page)
    loaded: Any = None
    known: Any = kb
    rendering = Rendering(CurrentPage("en", path), known, loaded, rewritten=rewritten)
    link = rendering.link_to_file("open-data/x.csv")
    # Zensical itself goes one folder up, where a page has a folder of its own.
    moved = f"../{link}" if rewritten and not path.endswith("index") else link
    assert posixpath.normpath(f"{page.url}{moved}") == "open-data/x.csv"


def test_only_zensical_rewrites_links_in_html() -> None:
    mkdocs, zensical = Markdown(), Markdown()
    mkdocs.treeprocessors.register(Relpath(mkdocs), "relpath", 0)
    zensical.preprocessors.register(RenderingContext(zensical), "rendering_context", 0)
    assert not rewrites_html(mkdocs) and rewrites_html(zensical)


def test_the_site_lies_above_its_languages() -> None:
    md = Markdown()
    md.preprocessors.register(RenderingContext(md), "rendering_context", 0)
    assert site_address(md) == "https://example.org/kb/"


def test_without_a_generator_the_option_names_it() -> None:
    assert current_page(Markdown(), "zh-TW/index.md") == CurrentPage("zh-TW", "index")


@pytest.mark.parametrize("page", ["", "de/index.md", "index.md"])
def test_an_unknown_page_is_an_error(page: str) -> None:
    with pytest.raises(RuntimeError, match=r"page|language folder"):
        current_page(Markdown(), page)


@pytest.mark.parametrize(
    ("page", "target", "anchor", "link"),
    [
        ("faq/a", "glossary", "term-qe", "../glossary.md#term-qe"),
        ("glossary", "faq/a", "", "faq/a.md"),
        ("data/figures", "data/sources", "x", "sources.md#x"),
        ("a/b/c", "a/d", "", "../d.md"),
        ("glossary", "glossary", "term-qe", "#term-qe"),
        ("faq/a", "faq/a", "", "a.md"),
    ],
)
def test_links_are_relative_to_the_page(page: str, target: str, anchor: str, link: str) -> None:
    assert CurrentPage("en", page).link_to(target, anchor) == link
