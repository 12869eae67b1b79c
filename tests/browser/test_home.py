"""The first screen of a phone: what this is, where to start, the state of QE and QT now."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenPage

HOMES = ("", "en/")
SCREEN = 844  # pixels, the height of the phone


def _bottom(locator: Locator) -> float:
    box = locator.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


@pytest.mark.parametrize("path", HOMES)
@pytest.mark.parametrize("javascript", [True, False])
def test_the_first_screen_answers_the_three_questions(
    open_page: OpenPage, path: str, javascript: bool
) -> None:
    page = open_page(path, javascript=javascript).page
    home = page.locator(".kb-home")
    search, banks = home.locator(".kb-search"), home.locator(".kb-banks")
    ways = home.locator("#start + ul > li")
    assert banks.locator("tbody tr").count() == 4
    assert ways.count() == 3
    order = [_bottom(part) for part in (search, home.locator("p").first, banks, ways.last)]
    assert order == sorted(order)
    assert order[-1] <= SCREEN


@pytest.mark.parametrize("path", HOMES)
def test_the_state_of_the_banks_is_readable_without_scrolling_sideways(
    open_page: OpenPage, path: str
) -> None:
    page = open_page(path).page
    box = page.locator(".kb-banks .kb-table")
    assert box.evaluate("(e) => e.scrollWidth <= e.clientWidth")
    row = box.locator("tbody tr").first.locator("td").all_inner_texts()
    assert len(row) == 4
    assert row[3].endswith("%")


@pytest.mark.parametrize(("path", "found"), [("", "search/"), ("en/", "en/search/")])
def test_without_scripts_the_search_box_leads_on_to_the_questions(
    open_page: OpenPage, site: str, path: str, found: str
) -> None:
    page = open_page(path, javascript=False).page
    page.locator(".kb-search input").fill("QE")
    page.locator(".kb-search button").click()
    page.wait_for_url(site + found + "?q=QE")
    assert page.locator('.md-content a[href$="/faq/"]').count() >= 1


@pytest.mark.parametrize("path", HOMES)
def test_typing_in_the_search_box_searches(open_page: OpenPage, path: str) -> None:
    page = open_page(path).page
    page.locator(".kb-search input").press_sequentially("QE")
    query = page.locator(".md-search__input")
    expect(query).to_be_focused()
    expect(query).to_have_value("QE")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


@pytest.mark.parametrize("path", HOMES)
def test_every_way_in_leads_somewhere(open_page: OpenPage, path: str) -> None:
    page = open_page(path).page
    links = page.locator("#start + ul a").all()
    assert len(links) >= 3
    for link in links:
        assert page.request.get(link.evaluate("(a) => a.href")).ok


def test_on_a_wide_screen_the_sections_are_named_and_the_sidebars_stay_away(
    open_page: OpenPage,
) -> None:
    page = open_page("", width=1280).page
    assert page.locator(".md-tabs__link").count() >= 5
    assert page.locator(".md-sidebar:visible").count() == 0
