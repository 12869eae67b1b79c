"""Two languages, two wordings: switches, addresses, and the page for what does not exist."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage


@pytest.mark.parametrize(
    ("path", "language", "other"),
    [
        ("", "zh-TW", "en/"),
        ("en/", "en", ""),
        ("concepts/qt/", "zh-TW", "en/concepts/qt/"),
        ("en/concepts/qt/", "en", "concepts/qt/"),
    ],
)
@pytest.mark.parametrize("javascript", [True, False])
def test_the_switch_keeps_the_page(
    open_page: OpenPage, site: str, path: str, language: str, other: str, javascript: bool
) -> None:
    page = open_page(path, javascript=javascript).page
    assert page.locator("html").get_attribute("lang") == language
    page.locator(".kb-language").click()
    page.wait_for_url(site + other)
    assert page.locator("html").get_attribute("lang") != language


def test_the_switch_keeps_the_section_of_the_address(open_page: OpenPage, site: str) -> None:
    page = open_page("concepts/qt/#key-points").page
    page.locator(".kb-language").click()
    page.wait_for_url(site + "en/concepts/qt/#key-points")


def test_the_switch_keeps_the_section_that_is_being_read(open_page: OpenPage, site: str) -> None:
    page = open_page("concepts/qt/").page
    heading = page.locator(".kb-body h2[id]").nth(2)
    section = heading.get_attribute("id")
    heading.evaluate("(h2) => h2.scrollIntoView()")
    page.locator(".kb-language").click()
    page.wait_for_url(f"{site}en/concepts/qt/#{section}")


def test_from_the_top_the_switch_leads_to_the_top(open_page: OpenPage, site: str) -> None:
    page = open_page("concepts/qt/").page
    page.locator(".kb-language").click()
    page.wait_for_url(site + "en/concepts/qt/")


@pytest.mark.parametrize("path", ["", "en/", "concepts/qt/", "en/faq/qe-vs-qt/"])
def test_every_page_names_its_twin(open_page: OpenPage, site: str, path: str) -> None:
    page = open_page(path, javascript=False).page
    chinese = site + path.removeprefix("en/")
    english = site + "en/" + path.removeprefix("en/")
    links = page.locator("link[hreflang]")
    named = {link.get_attribute("hreflang"): link.get_attribute("href") for link in links.all()}
    assert named == {"zh-TW": chinese, "en": english, "x-default": chinese}
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == site + path


def test_link_previews_know_title_description_and_language(open_page: OpenPage) -> None:
    page = open_page("faq/qe-vs-qt/", javascript=False).page

    def og(name: str) -> str | None:
        return page.locator(f'meta[property="og:{name}"]').get_attribute("content")

    assert og("title") == page.locator("h1").inner_text()
    assert og("locale") == "zh_TW"
    assert og("type") == "article"
    description = page.locator("meta[name=description]").get_attribute("content")
    assert description and og("description") == description


@pytest.mark.parametrize(
    ("path", "language", "home"), [("no/such/", "zh-TW", ""), ("en/no/such/", "en", "en/")]
)
def test_a_wrong_address_is_answered_in_its_language(
    open_page: OpenPage, site: str, path: str, language: str, home: str
) -> None:
    page = open_page(path).page
    assert page.locator("html").get_attribute("lang") == language
    shown = page.locator("section:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_have_attribute("lang", language)
    links = [link.evaluate("(a) => a.href") for link in shown.locator("a").all()]
    assert links == [site + home, site + home + "faq/", site + home + "glossary/"]
    for link in links:
        assert page.request.get(link).ok


def test_a_wrong_address_is_answered_in_both_without_scripts(open_page: OpenPage) -> None:
    page = open_page("no/such/", javascript=False).page
    expect(page.locator("section:visible")).to_have_count(2)


# Wording of Taiwan and Hong Kong


def _asked_for_wordings(page: Page) -> list[str]:
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if "wording-hk" in r.url else None)
    return asked


def test_hong_kong_wording_is_loaded_when_chosen_and_can_be_undone(open_page: OpenPage) -> None:
    page = open_page("concepts/qt/").page
    asked = _asked_for_wordings(page)
    article = page.locator(".kb-body")
    before = page.locator(".md-content").inner_html()
    assert "聯準會" in article.inner_text()
    page.reload()
    assert asked == []
    button = page.locator(".kb-wording")
    button.click()
    expect(article).to_contain_text("聯儲局")
    assert len(asked) == 1
    assert "聯準會" not in article.inner_text()
    assert "聯準會" not in "".join(
        link.get_attribute("data-tip-title") or "" for link in page.locator(".kb-term").all()
    )
    assert page.locator("html").get_attribute("lang") == "zh-HK"
    button.click()
    expect(article).to_contain_text("聯準會")
    assert page.locator(".md-content").inner_html() == before


def test_the_choice_of_wording_holds_on_the_next_page(open_page: OpenPage, site: str) -> None:
    page = open_page("concepts/qt/").page
    page.locator(".kb-wording").click()
    expect(page.locator(".kb-body")).to_contain_text("聯儲局")
    page.goto(site + "concepts/qe/")
    expect(page.locator(".kb-body")).to_contain_text("聯儲局")


def test_no_word_is_seen_to_change_on_the_next_page(open_page: OpenPage, site: str) -> None:
    page = open_page("concepts/qt/").page
    page.locator(".kb-wording").click()
    expect(page.locator(".kb-body")).to_contain_text("聯儲局")
    page.wait_for_function("() => localStorage.getItem('kb.wording.table')")
    page.add_init_script(
        "window.__seen = []; const look = () => {"
        " const text = document.querySelector('.kb-body p');"
        " if (text && text.checkVisibility({ visibilityProperty: true }))"
        " window.__seen.push(text.textContent); requestAnimationFrame(look) }; look()"
    )
    page.route("**/wording-hk.json", lambda route: route.abort())
    for path in ("concepts/qe/", "faq/qe-vs-qt/"):
        page.goto(site + path)
        expect(page.locator(".kb-body p").first).to_be_visible()
        seen = page.evaluate("() => window.__seen")
        assert seen and len(set(seen)) == 1
    expect(page.locator(".kb-body")).to_contain_text("聯儲局")


def test_what_compares_wordings_is_left_alone(open_page: OpenPage) -> None:
    page = open_page("concepts/qt/").page
    page.evaluate(
        "() => document.querySelector('.kb-body > p')"
        ".insertAdjacentHTML('afterend', '<p data-wording=keep id=kept>聯準會</p>')"
    )
    page.locator(".kb-wording").click()
    expect(page.locator(".kb-body")).to_contain_text("聯儲局")
    assert page.locator("#kept").inner_text() == "聯準會"


def test_english_pages_and_pages_without_scripts_have_no_wording_switch(
    open_page: OpenPage,
) -> None:
    assert open_page("en/concepts/qt/").page.locator(".kb-wording").count() == 0
    assert not open_page("concepts/qt/", javascript=False).page.locator(".kb-wording").is_visible()
