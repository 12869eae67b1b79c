"""Tables that readers sort, and the timeline that they filter."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

ROWS = ".kb-sortable tbody tr"


def keys(page: Page, column: int) -> list[str]:
    """Returns what the rows are sorted by, empty ones left out."""
    cells = page.locator(f"{ROWS} td:nth-child({column})")
    found: list[str] = cells.evaluate_all("(cells) => cells.map((cell) => cell.dataset.sort)")
    return [key for key in found if key]


@pytest.mark.parametrize(
    ("path", "start", "size"),
    [("cases/", "開始", "規模"), ("en/cases/", "Start", "Size")],
)
def test_headers_sort_by_value(open_page: OpenPage, path: str, start: str, size: str) -> None:
    opened = open_page(path)
    page = opened.page
    header = page.get_by_role("columnheader", name=start)
    before = page.locator(".kb-sortable thead").bounding_box()
    header.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(header).to_have_attribute("aria-sort", "ascending")
    dates = keys(page, 4)
    assert len(dates) > 100 and dates == sorted(dates) and dates[0] < "2000" < "2025" < dates[-1]
    page.keyboard.press("Space")
    expect(header).to_have_attribute("aria-sort", "descending")
    assert keys(page, 4) == dates[::-1]
    assert "–" in page.locator(f"{ROWS} td:nth-child(4)").last.inner_text()
    page.get_by_role("columnheader", name=size).get_by_role("button").click()
    expect(header).not_to_have_attribute("aria-sort", re.compile("."))
    dollars = [float(key.removeprefix("USD ")) for key in keys(page, 6) if key.startswith("USD")]
    assert dollars == sorted(dollars) and dollars[0] < 1e11 < 1e12 < dollars[-1]
    after = page.locator(".kb-sortable thead").bounding_box()
    assert before and after and before["height"] == after["height"]
    assert opened.console_errors == []


def test_without_scripts_the_table_is_whole_and_has_no_dead_buttons(open_page: OpenPage) -> None:
    with_scripts = open_page("cases/").page.locator(".kb-sortable thead").bounding_box()
    page = open_page("cases/", javascript=False).page
    assert page.locator(ROWS).count() > 100
    assert page.locator(".kb-sortable button").count() == 0
    plain = page.locator(".kb-sortable thead").bounding_box()
    assert with_scripts and plain and with_scripts["height"] == plain["height"]


def test_other_pages_do_not_load_the_scripts(open_page: OpenPage) -> None:
    page = open_page("en/concepts/qe/").page
    assert page.locator("script[src*='sort.js'], script[src*='timeline.js']").count() == 0


@pytest.mark.parametrize("path", ["timeline/", "en/timeline/"])
def test_the_timeline_keeps_to_one_bank(open_page: OpenPage, path: str) -> None:
    opened = open_page(path)
    page = opened.page
    items = page.locator(".kb-timeline li:visible:not(.kb-filter *)")
    every = items.count()
    link = page.locator(".kb-filter a[data-bank=boj]")
    link.focus()
    page.keyboard.press("Enter")
    expect(link).to_have_attribute("aria-current", "true")
    own = page.locator(".kb-timeline > ul > li[data-bank=boj]").count()
    assert 0 < own < every
    expect(items).to_have_count(own)
    # A year in which this bank did nothing is gone, and its link in the contents brings all back.
    expect(page.locator("#year-2007")).to_be_hidden()
    page.evaluate("location.hash = 'year-2007'")
    expect(page.locator("#year-2007")).to_be_visible()
    expect(items).to_have_count(every)
    assert opened.console_errors == []
    shared = open_page(path + "#bank-boj").page
    expect(shared.locator(".kb-timeline li:visible:not(.kb-filter *)")).to_have_count(own)


def test_the_timeline_lists_everything_without_scripts(open_page: OpenPage) -> None:
    page = open_page("timeline/", javascript=False).page
    assert page.locator(".kb-timeline > ul > li").count() > 400
    page.locator(".kb-filter a[data-bank=boe]").click()
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    assert target.get_attribute("data-bank") == "boe"
