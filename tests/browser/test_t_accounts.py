"""The walk-through of T-accounts: by keyboard, by address, without scripts and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.test_accessibility import AXE, RUN

PAGE = "concepts/reserves-mechanics/"
SHOWN = """() => [...document.querySelectorAll(".kb-step")]
  .filter((step) => step.offsetHeight).map((step) => step.querySelector("h3").id)"""
ALL = """() => [...document.querySelectorAll(".kb-step h3")].map((head) => head.id)"""


@pytest.mark.parametrize(("path", "dark"), [(PAGE, False), ("en/" + PAGE, True)])
def test_the_keyboard_walks_through_every_step(open_page: OpenPage, path: str, dark: bool) -> None:
    opened = open_page(path, dark=dark)
    page = opened.page
    steps = page.evaluate(ALL)
    where, on = page.locator(".kb-steps__where"), page.locator(".kb-steps__on")
    assert len(steps) > 5
    assert page.evaluate(SHOWN) == steps[:1]
    on.focus()
    page.keyboard.press("Enter")
    assert page.evaluate(SHOWN) == [steps[1]]
    for step in steps[2:]:
        page.keyboard.press("ArrowRight")
        assert page.evaluate(SHOWN) == [step]
        assert page.url.endswith(f"#{step}")
    expect(where).to_contain_text(f"{len(steps)} / {len(steps)}")
    expect(where).to_contain_text(page.locator(f"#{steps[-1]}").inner_text().rstrip("#"))
    expect(on).to_have_attribute("aria-disabled", "true")
    expect(on).to_be_focused()
    page.keyboard.press("ArrowRight")  # beyond the end nothing changes
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(SHOWN) == [steps[-2]]
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert [violation["id"] for violation in page.evaluate(RUN)["violations"]] == []
    assert opened.console_errors == []


def test_an_address_leads_to_its_step(open_page: OpenPage) -> None:
    page = open_page(PAGE + "#run-off", width=1280).page
    assert page.evaluate(SHOWN) == ["run-off"]
    expect(page.locator("#run-off")).to_be_in_viewport()
    page.locator(".md-sidebar--secondary a[href='#from-nonbank']").click()
    expect(page.locator("#from-nonbank")).to_be_in_viewport()
    assert page.evaluate(SHOWN) == ["from-nonbank"]


def test_without_scripts_and_on_paper_every_step_is_there(open_page: OpenPage) -> None:
    plain = open_page(PAGE, javascript=False).page
    tables = plain.locator(".kb-account")
    assert tables.count() > 20
    assert all(table.is_visible() for table in tables.all())
    expect(plain.locator(".kb-steps__on")).to_be_hidden()
    page = open_page(PAGE).page
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN) == page.evaluate(ALL)


def test_nothing_moves_when_the_script_arrives(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    page.wait_for_load_state("networkidle")
    shift = page.evaluate(
        """() => new Promise((tell) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => tell(sum)));
        })"""
    )
    assert shift == 0
