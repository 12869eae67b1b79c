"""Tips of terms and figures, by mouse, keyboard and finger (WCAG 1.4.13)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

ARTICLE = "concepts/qt/"
LINKS = ".kb-term, .kb-figure"


def test_the_mouse_shows_a_tip_and_takes_it_away(open_page: OpenPage) -> None:
    page = open_page(ARTICLE, width=1280).page
    link = page.locator(".kb-figure").first
    tip = page.locator(".kb-tip")
    expect(tip).to_be_hidden()
    link.hover()
    expect(tip).to_be_visible()
    expect(tip).to_contain_text(link.get_attribute("data-tip") or "-")
    expect(tip).to_contain_text(link.get_attribute("data-tip-title") or "-")
    page.mouse.move(5, 5)
    expect(tip).to_be_hidden()


def test_the_pointer_may_move_onto_the_tip(open_page: OpenPage) -> None:
    page = open_page(ARTICLE, width=1280).page
    page.locator(".kb-term").first.hover()
    tip = page.locator(".kb-tip")
    expect(tip).to_be_visible()
    tip.hover()
    page.wait_for_timeout(500)  # longer than the tip waits before it goes
    expect(tip).to_be_visible()


def test_escape_closes_while_the_pointer_stays(open_page: OpenPage) -> None:
    page = open_page(ARTICLE, width=1280).page
    page.locator(".kb-term").first.hover()
    expect(page.locator(".kb-tip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".kb-tip")).to_be_hidden()


def test_the_keyboard_shows_a_tip_and_names_it(open_page: OpenPage) -> None:
    page = open_page(ARTICLE, width=1280).page
    page.keyboard.press("Tab")
    link = page.locator(".kb-term").first
    link.focus()
    expect(page.locator(".kb-tip")).to_be_visible()
    expect(link).to_have_accessible_description(link.get_attribute("data-tip") or "-")
    page.keyboard.press("Tab")
    expect(link).not_to_have_attribute("aria-describedby", "kb-tip-text")


def test_the_first_tap_explains_and_the_second_leads_on(open_page: OpenPage) -> None:
    page = open_page(ARTICLE, touch=True).page
    before = page.url
    link = page.locator(".kb-term").first
    link.tap()
    expect(page.locator(".kb-tip")).to_be_visible()
    assert page.url == before
    link.tap()
    page.wait_for_url("**/glossary/#term-*")


def test_a_finger_finds_the_full_entry_in_the_tip(open_page: OpenPage) -> None:
    page = open_page(ARTICLE, touch=True).page
    page.locator(".kb-figure").first.tap()
    more = page.locator(".kb-tip a")
    box = more.bounding_box()
    assert box is not None and box["height"] >= 44
    more.tap()
    page.wait_for_url("**/data/figures/#figure-*")


def test_a_tap_elsewhere_closes_the_tip(open_page: OpenPage) -> None:
    page = open_page(ARTICLE, touch=True).page
    page.locator(".kb-term").first.tap()
    expect(page.locator(".kb-tip")).to_be_visible()
    page.locator("h1").tap()
    expect(page.locator(".kb-tip")).to_be_hidden()


@pytest.mark.parametrize("path", [ARTICLE, "en/" + ARTICLE])
def test_no_tip_reaches_beyond_a_phone(open_page: OpenPage, path: str) -> None:
    page = open_page(path, touch=True).page
    links = page.locator(f".kb-body :is({LINKS})")
    assert links.count() > 5
    for number in range(links.count()):
        links.nth(number).scroll_into_view_if_needed()
        links.nth(number).dispatch_event("pointerdown", {"pointerType": "touch"})
        links.nth(number).dispatch_event("click")
        box = page.locator(".kb-tip").bounding_box()
        assert box is not None
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        page.keyboard.press("Escape")


def test_without_scripts_the_link_leads_to_the_entry(open_page: OpenPage) -> None:
    page = open_page(ARTICLE, javascript=False).page
    page.locator(".kb-term").first.click()
    page.wait_for_url("**/glossary/#term-*")
    assert page.locator(":target").count() == 1
