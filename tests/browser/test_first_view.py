"""What a page loads before a reader has touched it, and what comes when it is wanted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

ARTICLE = "concepts/qe/"


def theme_script_is_there(page: Page) -> bool:
    names = page.evaluate("() => performance.getEntriesByType('resource').map((e) => e.name)")
    return any("/bundle." in name for name in names)


@pytest.mark.parametrize("width", [390, 1280])
def test_an_article_is_read_without_the_script_of_the_theme(
    open_page: OpenPage, width: int
) -> None:
    page = open_page(ARTICLE, width=width).page
    page.wait_for_load_state("networkidle")
    assert not theme_script_is_there(page)
    if width == 1280:
        expect(page.locator(".md-nav__link--active").last).to_be_visible()
    page.locator(".kb-body").hover()
    page.wait_for_function(
        "() => [...document.scripts].some((s) => /bundle/.test(s.src) && !s.type)"
    )
    expect(page.locator('script[type="text/plain"]')).to_have_count(0)


def test_the_first_tap_on_the_search_button_opens_a_box_that_finds(open_page: OpenPage) -> None:
    opened = open_page(ARTICLE, touch=True)
    page = opened.page
    page.locator(".kb-toggle--search").tap()
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("QT")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert opened.console_errors == []


def test_no_page_has_styles_or_scripts_of_its_own(site_folder: Path) -> None:
    """So that a host can forbid all inline code and styles (Content-Security-Policy)."""
    inline = re.compile(
        r'<style|\sstyle="|\son[a-z]+="|<script(?![^>]*(\ssrc=|application/(ld\+)?json))'
    )
    found = {
        file.relative_to(site_folder).as_posix(): hit[0]
        for file in site_folder.rglob("*.html")
        if (hit := inline.search(file.read_text(encoding="utf-8")))
    }
    assert found == {}
