"""WCAG 2.2 AA: what axe-core finds, and the keyboard."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

# axe-core as the locked package ships it, with its licence.
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RUN = """() => axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
})"""
PAGES = (
    "",
    "en/",
    "concepts/qt/",
    "en/concepts/qt/",
    "concepts/reserves-mechanics/",
    "en/cases/us-qe1-qe3/",
    "about/contributing/",
    "faq/",
    "faq/qe-vs-qt/",
    "glossary/",
    "en/data/figures/",
    "no/such/",
)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, True)])
def test_axe_finds_nothing(open_page: OpenPage, path: str, width: int, dark: bool) -> None:
    page = open_page(path, width=width, dark=dark).page
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = [
        f"{violation['id']}: {violation['nodes'][0]['html'][:200]}"
        for violation in page.evaluate(RUN)["violations"]
    ]
    assert found == []


@pytest.mark.parametrize("path", ["", "concepts/qt/", "faq/qe-vs-qt/"])
def test_the_first_stop_skips_to_the_text(open_page: OpenPage, path: str) -> None:
    page = open_page(path).page
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("跳到內文")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    text = page.locator(":target")
    assert text.evaluate("(e) => e.matches('.kb-body, .kb-home')")
    page.keyboard.press("Tab")
    assert text.evaluate("(e) => e.contains(document.activeElement)")


def test_a_closed_menu_is_no_stop_for_the_tab_key(open_page: OpenPage) -> None:
    page = open_page("concepts/qt/").page
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("() => !document.activeElement.closest('.md-sidebar--primary')")


def test_the_keyboard_opens_and_closes_the_menu(open_page: OpenPage) -> None:
    page = open_page("concepts/qt/").page
    button = page.locator("button.kb-toggle--menu")
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-expanded", "true")
    here = page.locator(".md-sidebar--primary :focus")
    expect(here).to_contain_text("QT")
    expect(here).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


@pytest.mark.parametrize("dark", [False, True])
def test_what_has_the_focus_shows_it(open_page: OpenPage, dark: bool) -> None:
    page = open_page("faq/", width=1280, dark=dark).page
    for _ in range(25):
        page.keyboard.press("Tab")
        style, width = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement);"
            " return [s.outlineStyle, parseFloat(s.outlineWidth)]; }"
        )
        assert style != "none" and width >= 2, page.evaluate(
            "() => document.activeElement.outerHTML.slice(0, 200)"
        )


def test_the_menu_opens_without_scripts(open_page: OpenPage) -> None:
    page = open_page("concepts/qt/", javascript=False).page
    page.locator(".md-header label[for=__drawer]").click()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["concepts/reserves-mechanics/", "en/cases/"])
def test_type_of_twice_the_size_needs_no_scrolling_sideways(open_page: OpenPage, path: str) -> None:
    page = open_page(path).page
    page.evaluate(
        "() => { const root = document.documentElement;"
        " root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + 'px'; }"
    )
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
