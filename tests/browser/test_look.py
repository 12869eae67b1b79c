"""What a reader sees: type, measure, tables, controls, print, and nothing asked of strangers."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage

PAGES = ("", "en/", "concepts/qt/", "en/concepts/qt/", "faq/", "faq/qe-vs-qt/", "glossary/")
WIDE_TABLE = """() => {
  const table = document.querySelector(".kb-table table");
  table.style.minWidth = "2000px";
  window.dispatchEvent(new Event("resize"));
}"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_goes_wrong_and_nobody_else_is_asked(
    open_page: OpenPage, path: str, width: int
) -> None:
    opened = open_page(path, width=width)
    opened.page.wait_for_load_state("networkidle")
    assert opened.console_errors == []
    assert opened.foreign_requests == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_window(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width).page
    widest = page.evaluate(
        "() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
    )
    assert widest <= width


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_the_page_loads(open_page: OpenPage, path: str, width: int) -> None:
    opened = open_page(path, width=width)
    opened.page.wait_for_load_state("networkidle")
    shift = opened.page.evaluate(
        """() => new Promise((tell) => {
          let sum = 0;
          const observer = new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += entry.value;
          });
          observer.observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => tell(sum)));
        })"""
    )
    assert shift == 0


@pytest.mark.parametrize(
    ("path", "leading", "ems"),
    [("concepts/qt/", 1.8, (34, 38)), ("en/concepts/qt/", 1.65, (33, 38))],
)
def test_type_is_made_for_reading(
    open_page: OpenPage, path: str, leading: float, ems: tuple[int, int]
) -> None:
    measure = """() => {
      const paragraph = document.querySelector(".kb-body > p");
      const style = getComputedStyle(paragraph);
      return [parseFloat(style.fontSize), parseFloat(style.lineHeight), paragraph.clientWidth];
    }"""
    phone_size, phone_leading, _ = open_page(path, width=390).page.evaluate(measure)
    assert 17 <= phone_size <= 18
    assert phone_leading / phone_size == pytest.approx(leading, abs=0.01)
    size, _, width = open_page(path, width=1280).page.evaluate(measure)
    assert ems[0] <= width / size <= ems[1]


def test_chinese_is_set_in_traditional_system_fonts(open_page: OpenPage) -> None:
    page = open_page("concepts/qt/").page
    families = page.evaluate("() => getComputedStyle(document.body).fontFamily")
    assert families.startswith('"PingFang TC"')
    assert page.evaluate("() => [...document.fonts].length") == 0


def test_figures_in_tables_line_up(open_page: OpenPage) -> None:
    page = open_page("concepts/qt/").page
    numeric = page.evaluate(
        "() => getComputedStyle(document.querySelector('.kb-table td')).fontVariantNumeric"
    )
    assert "tabular-nums" in numeric


def test_a_wide_table_scrolls_in_its_own_box_and_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("concepts/qt/").page
    page.evaluate(WIDE_TABLE)
    box = page.locator(".kb-table").first
    assert box.get_attribute("role") == "region"
    assert (box.get_attribute("aria-label") or "").startswith("表格 1: ")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.kb-table').scrollLeft > 0")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_a_table_that_fits_is_no_stop_for_the_tab_key(open_page: OpenPage) -> None:
    page = open_page("", width=1280).page
    assert page.locator(".kb-table").first.get_attribute("tabindex") is None


def test_a_wide_table_scrolls_without_scripts_too(open_page: OpenPage) -> None:
    page = open_page("concepts/qt/", javascript=False).page
    overflow = page.evaluate(
        "() => getComputedStyle(document.querySelector('.kb-table')).overflowX"
    )
    assert overflow == "auto"


@pytest.mark.parametrize("path", ["", "concepts/qt/", "faq/"])
def test_controls_are_large_enough_for_a_finger(open_page: OpenPage, path: str) -> None:
    page = open_page(path).page
    small = page.evaluate(
        """() => [...document.querySelectorAll(
          ".md-header__inner > :is(button, a), .kb-wording, .kb-search *, summary, .kb-related a")]
          .filter((element) => element.checkVisibility() && !element.matches("label"))
          .map((element) => [element.className, element.getBoundingClientRect().height])
          .filter(([, height]) => height < 44)"""
    )
    assert small == []


def test_an_article_says_what_it_is_and_when_it_was_checked(open_page: OpenPage) -> None:
    page = open_page("concepts/qt/").page
    assert page.locator("h1").count() == 1
    assert "文章" in page.locator(".kb-head__kind").inner_text()
    assert page.locator(".kb-head__reviewed").inner_text() == "資料查核：2026 年 11 月 23 日"
    english = open_page("en/concepts/qt/").page
    assert english.locator(".kb-head__reviewed").inner_text() == ("Facts checked: 23 November 2026")


def test_the_heading_of_a_question_is_the_question(open_page: OpenPage) -> None:
    page = open_page("faq/qe-vs-qt/").page
    assert page.locator("h1").inner_text().endswith("？")
    first = page.evaluate("() => document.querySelector('.kb-body').firstElementChild.className")
    assert first == "kb-answer"


def test_the_tab_of_the_browser_names_the_page_and_the_site(open_page: OpenPage) -> None:
    assert open_page("concepts/qt/").page.title().endswith(" · QE 與 QT 知識庫")
    assert open_page("en/concepts/qt/").page.title().endswith(" · QE & QT Knowledge Base")


def test_printing_leaves_the_text_and_the_addresses(open_page: OpenPage) -> None:
    page = open_page("concepts/qt/", dark=True).page
    page.emulate_media(media="print")
    for chrome in (".md-header", ".md-footer", ".kb-wording", ".kb-edit"):
        assert not page.locator(chrome).is_visible()
    background = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(255, 255, 255)"
    link = page.locator('.footnote a[href^="http"]').first
    printed = link.evaluate("(a) => getComputedStyle(a, '::after').content")
    assert (link.get_attribute("href") or "-") in printed


def test_still_pictures_for_those_who_ask(open_page: OpenPage) -> None:
    page = open_page("concepts/qt/").page
    page.emulate_media(reduced_motion="reduce")
    duration = page.evaluate(
        "() => getComputedStyle(document.querySelector('.md-sidebar')).transitionDuration"
    )
    assert set(duration.split(", ")) == {"0s"}


def test_the_link_to_the_source_files_asks_nobody_for_stars(open_page: OpenPage) -> None:
    page = open_page("concepts/qt/").page
    assert page.locator(".kb-source").get_attribute("href")
    assert page.locator("[data-md-component=source]").count() == 0
