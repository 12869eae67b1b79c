"""Charts can be read on a phone and on a desk, in light and dark."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage

PAGE = "cases/us-qt2/"
SHOWN = """() => [...document.querySelectorAll(".kb-chart")].map((chart) => {
  const drawings = [...chart.querySelectorAll("svg")].filter((svg) => svg.checkVisibility());
  const box = drawings[0].getBoundingClientRect();
  const scale = box.width / drawings[0].viewBox.baseVal.width;
  const texts = [...drawings[0].querySelectorAll("text")];
  const places = texts.map((text) => text.getBoundingClientRect());
  return {
    drawings: drawings.length,
    smallest: Math.min(...texts.map((t) => parseFloat(getComputedStyle(t).fontSize) * scale)),
    inside: places.every((p) => p.left >= box.left - 1 && p.right <= box.right + 1),
    colours: [...new Set(texts.map((text) => getComputedStyle(text).fill))],
    paper: getComputedStyle(document.body).backgroundColor,
  };
})"""


def luminance(colour: str) -> float:
    """Relative luminance of `rgb(r, g, b)`, as WCAG 2.2 defines it."""
    parts = [int(part) / 255 for part in colour[4:-1].split(",")]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("width", "dark"), [(320, True), (390, False), (1280, True)])
def test_text_is_large_enough_inside_and_in_contrast(
    open_page: OpenPage, width: int, dark: bool
) -> None:
    charts = open_page(PAGE, width=width, dark=dark).page.evaluate(SHOWN)
    assert charts
    for chart in charts:
        assert chart["drawings"] == 1
        assert chart["smallest"] >= 11
        assert chart["inside"]
        for colour in chart["colours"]:
            ends = sorted((luminance(colour), luminance(chart["paper"])))
            assert (ends[1] + 0.05) / (ends[0] + 0.05) >= 4.5, colour


def test_the_values_open_without_scripts(open_page: OpenPage) -> None:
    page = open_page(PAGE, javascript=False).page
    page.locator(".kb-chart summary").first.click()
    assert page.locator(".kb-chart table").first.is_visible()


def test_the_data_behind_a_chart_can_be_fetched(open_page: OpenPage, site: str) -> None:
    page = open_page(f"en/{PAGE}").page
    links = page.locator(".kb-chart__source a").evaluate_all("(all) => all.map((a) => a.href)")
    assert links and all(link.startswith(f"{site}open-data/series/") for link in links)
    assert all(page.request.get(link).text().startswith("date,value") for link in links)
