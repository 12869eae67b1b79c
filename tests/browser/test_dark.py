"""Light and dark: the system's by default, the reader's by choice."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage

BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"
PAPER, SLATE = "rgb(250, 247, 240)", "rgb(20, 25, 31)"


@pytest.mark.parametrize("path", ["", "concepts/qt/", "no/such/"])
@pytest.mark.parametrize("javascript", [True, False])
def test_the_system_decides_at_first(open_page: OpenPage, path: str, javascript: bool) -> None:
    assert open_page(path, javascript=javascript).page.evaluate(BACKGROUND) == PAPER
    assert open_page(path, dark=True, javascript=javascript).page.evaluate(BACKGROUND) == SLATE


@pytest.mark.parametrize("dark", [False, True])
def test_a_choice_holds_on_the_next_page_before_it_is_painted(
    open_page: OpenPage, site: str, dark: bool
) -> None:
    page = open_page("", dark=dark).page
    before, after = (SLATE, PAPER) if dark else (PAPER, SLATE)
    assert page.evaluate(BACKGROUND) == before
    page.locator(".kb-scheme").click()
    assert page.evaluate(BACKGROUND) == after
    # As it is when the body begins, so that nothing flashes in the other scheme.
    page.add_init_script(
        "new MutationObserver((_, observer) => { if (!document.body) return;"
        " window.__scheme = document.documentElement.dataset.scheme; observer.disconnect(); })"
        ".observe(document, { childList: true, subtree: true })"
    )
    page.goto(site + "concepts/qt/")
    assert page.evaluate("() => window.__scheme") == ("light" if dark else "dark")
    assert page.evaluate(BACKGROUND) == after


def test_choosing_what_the_system_has_follows_the_system_again(open_page: OpenPage) -> None:
    page = open_page("").page
    button = page.locator(".kb-scheme")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(BACKGROUND) == SLATE


def test_without_scripts_there_is_no_button_that_does_nothing(open_page: OpenPage) -> None:
    page = open_page("", javascript=False).page
    assert not page.locator(".kb-scheme").is_visible()
