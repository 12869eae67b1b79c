"""The search box in the browser: what a reader finds, the same as on the command line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from scripts.search.engine import Engine
from scripts.search.store import IndexFolder
from tests.browser.conftest import OpenPage
from tests.search.score import answerable, load_queries, tallies
from tests.search.tables import VECTORS

PARTS = (
    *("analyser", "store", "query", "spelling", "fit", "ranking", "engine"),
    *("passages", "items"),
)
PAGE = "concepts/qe/"
RUN_IN_PAGE = """
async ([site, config, queries]) => {
  const folder = new kbSearch.IndexFolder(`${site}search/`, config);
  const engine = new kbSearch.Engine(folder);
  const found = [];
  let largest = 0;
  for (const [query, language] of queries) {
    const { hits, corrected } = await engine.search(query, language);
    const texts = await engine.texts(hits);
    folder.trim();
    const sizes = [...folder.files.values()].map((file) => file.size);
    largest = Math.max(largest, sizes.reduce((sum, size) => sum + size, 0));
    const own = hits.flatMap((hit, place) => hit.language === language ? [texts[place][0]] : []);
    found.push({ query, corrected, urls: own });
  }
  return { found, largest };
}
"""


def box(page: Page) -> Any:
    return page.locator(".md-search__input")


def hits(page: Page) -> Any:
    return page.locator(".md-search-result__item")


def search(page: Page, query: str) -> None:
    """Types a query as a reader does and waits for what it finds."""
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.insert_text(query)
    expect(hits(page).first).to_be_visible()


def load_parts(page: Page, site: str) -> None:
    for part in PARTS:
        page.add_script_tag(url=f"{site}assets/javascripts/search/{part}.js")


def config_of(site_folder: Path) -> Any:
    return json.loads((site_folder / "search" / "search_index.json").read_text())["config"]


# --- the same search in both languages of the code


def test_the_browser_cuts_texts_as_python_does(open_page: OpenPage, site: str) -> None:
    page = open_page(PAGE).page
    load_parts(page, site)
    result = page.evaluate(
        """(vectors) => {
          const { folding: [from, to], terms, everyday, silent } = vectors.tables;
          const signs = [...to];
          const analyser = new kbSearch.Analyser(new Map([...from].map((s, i) => [s, signs[i]])));
          analyser.silent = new Set(silent.flatMap((word) => analyser.phraseUnits(word)));
          const phrase = (id, loose) => (wording) =>
            ({ units: analyser.phraseUnits(wording), id, wording, loose });
          const concepts = terms.flatMap(([id, names, aliases]) =>
            [...names.map(phrase(id, false)), ...aliases.map(phrase(id, true))]);
          const groups = everyday.flatMap(([id, ...words]) => words.map(phrase(id, false)));
          analyser.concepts = new kbSearch.PhraseTable(concepts);
          analyser.everyday = new kbSearch.PhraseTable(groups);
          const texts = vectors.texts.map(({ text }) => {
            const units = analyser.units(text);
            return {
              text,
              units: units.map((u) => [u.text, text.slice(u.start, u.end),
                (u.han ? "han" : "word") + (u.joined ? "+" : "") + (u.broken ? "|" : "")]),
              tokens: analyser.tokens(units).map((token) => token.text),
              concepts: analyser.spans(units).concepts
                .map(({ phrase, start, end }) => [phrase.id, start, end, phrase.loose]),
              everyday: analyser.spans(units).everyday
                .map(({ phrase, start, end }) => [phrase.id, start, end]),
            };
          });
          const alike = (a, b) => ["匯會", "會匯", "澎膨", "膨澎"].includes(a + b);
          return {
            tables: vectors.tables,
            stems: Object.fromEntries(
              Object.keys(vectors.stems).map((word) => [word, kbSearch.stem(word)])),
            distances: vectors.distances.map(([a, b, limit]) =>
              [a, b, limit, kbSearch.distance(a, b, limit)]),
            slips: vectors.slips.map(([a, b]) =>
              [a, b, kbSearch.hanSlip([...a], [...b], alike) ?? null]),
            texts,
          };
        }""",
        VECTORS,
    )
    for part in VECTORS:
        assert result[part] == VECTORS[part], part


def test_every_known_query_finds_the_same_pages_as_on_the_command_line(
    open_page: OpenPage, site: str, site_folder: Path
) -> None:
    engine = Engine(IndexFolder(site_folder))
    queries = [(query.text, query.language) for query in load_queries()]
    page = open_page(PAGE).page
    load_parts(page, site)
    result = page.evaluate(RUN_IN_PAGE, [site, config_of(site_folder), queries])
    for (query, language), found in zip(queries, result["found"], strict=True):
        expected = engine.search(query, language)
        urls = [hit.url for hit in expected.hits if hit.language == language]
        assert found["urls"] == urls[: len(found["urls"])], query
        assert len(found["urls"]) >= min(len(urls), 7), query
        assert found["corrected"] == expected.corrected, query
    # What is kept in memory stays bounded, however many queries there are.
    assert result["largest"] <= 3_200_000


def test_the_known_queries_find_the_pages_that_answer_them(site: str, site_folder: Path) -> None:
    engine = Engine(IndexFolder(site_folder))
    queries = list(answerable(load_queries(), site_folder))
    found = tallies(engine, queries)
    total = found.pop("all")
    assert total.first_three / total.queries >= 0.97, found
    assert total.first / total.queries >= 0.90, found
    for kind, tally in found.items():
        assert tally.first_three / tally.queries >= 0.85, kind


# --- what a hit shows


def test_an_faq_hit_shows_its_short_answer(open_page: OpenPage, site_folder: Path) -> None:
    opened = open_page(PAGE)
    search(opened.page, "QE 和 QT 差在哪裡")
    first = hits(opened.page).first
    expect(first.locator("a")).to_have_attribute("href", re.compile(r"/faq/qe-vs-qt/$"))
    built = (site_folder / "faq" / "qe-vs-qt" / "index.html").read_text(encoding="utf-8")
    answer = re.search(r'<div class="kb-answer">(.*?)</div>', built, re.DOTALL)
    assert answer
    words = re.sub(r"<[^>]+>", "", answer[1]).strip()[:20]
    expect(first).to_contain_text(words)
    assert not opened.console_errors
    assert not opened.foreign_requests


def test_marks_follow_wordings_of_other_regions(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    search(page, "联储局加息")
    marked = set(page.locator(".md-search-result__item mark").all_text_contents())
    assert {"聯準會", "升息"} <= marked


def test_a_glossary_hit_shows_its_definition(open_page: OpenPage, site: str) -> None:
    page = open_page(PAGE).page
    search(page, "基點")
    hit = hits(page).filter(has=page.locator('a[href*="glossary/#term-"]')).first
    expect(hit.locator("p")).to_contain_text("0.01")
    expect(hit).to_contain_text("名詞")


def test_an_article_hit_names_the_section_and_leads_to_it(open_page: OpenPage) -> None:
    page = open_page("en/" + PAGE).page
    search(page, "accounting of reserves money multiplier failed")
    link = page.locator('.md-search-result__link[href*="reserves-mechanics/#"]').first
    expect(link.locator("mark").first).to_be_visible()
    link.click()
    page.wait_for_url("**/concepts/reserves-mechanics/#*")
    identifier = page.url.rpartition("#")[2]
    expect(page.locator(f"[id='{identifier}']")).to_be_visible()


def test_the_other_language_comes_after_and_is_labelled(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    search(page, "helicopter money")
    links = page.locator(".md-search-result__item").evaluate_all(
        "items => items.map(item => [item.querySelector('a').href.includes('/en/'),"
        " item.textContent.includes('English')])"
    )
    assert links[0] == [False, False]
    foreign = [labelled for is_foreign, labelled in links if is_foreign]
    assert foreign and all(foreign)
    assert [is_foreign for is_foreign, _ in links] == sorted(f for f, _ in links)


# --- suggestions


def test_a_slip_is_understood_and_said_so(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    search(page, "聯準匯 縮表")
    expect(page.locator(".kb-notes")).to_contain_text("聯準會 縮表")
    expect(page.locator(".kb-search-status")).to_contain_text("聯準會 縮表")


def test_half_a_word_is_completed_by_a_click_or_an_arrow(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    search(page, "殖利率曲線控")
    offer = page.locator(".kb-notes__completions button").first
    expect(offer).to_have_text("殖利率曲線控制")
    page.keyboard.press("ArrowRight")
    expect(box(page)).to_have_value("殖利率曲線控制")
    expect(offer).to_have_count(0)


def test_the_empty_box_offers_popular_questions_and_a_way_to_ask(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    page.keyboard.press("/")
    links = page.locator(".kb-empty__link")
    expect(links.nth(3)).to_be_visible()
    ask = page.locator(".kb-empty__link--ask")
    expect(ask).to_have_attribute("href", re.compile(r"issues/new\?template=question\.yml$"))
    page.keyboard.press("Enter")
    expect(box(page)).to_be_focused()
    assert page.url.endswith(PAGE)
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()


def test_recent_searches_stay_in_the_browser_and_can_be_forgotten(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    search(page, "縮表")
    hits(page).first.locator("a").first.click()
    page.wait_for_load_state()
    page.keyboard.press("/")
    recent = page.locator(".kb-empty__link", has_text="縮表").first
    expect(recent).to_be_visible()
    recent.click()
    expect(box(page)).to_have_value("縮表")
    expect(hits(page).first).to_be_visible()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.locator(".kb-empty__link", has_text="清除紀錄").click()
    expect(page.locator(".kb-empty__title", has_text="最近搜尋")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('kb.searches')") == "[]"


def test_nothing_found_says_so_and_offers_help(open_page: OpenPage) -> None:
    page = open_page("en/" + PAGE).page
    page.keyboard.press("/")
    page.keyboard.insert_text("zzqqxx")
    expect(page.locator(".kb-search-status")).to_have_text("Nothing found")
    expect(page.locator(".kb-empty__link--ask")).to_be_visible()


# --- typing


@pytest.mark.parametrize("key", ["/", "s"])
def test_the_keyboard_alone_finds_and_opens_a_page(open_page: OpenPage, key: str) -> None:
    page = open_page(PAGE, width=1280).page
    page.keyboard.press(key)
    page.keyboard.type("QT", delay=20)
    page.wait_for_url("**/?q=QT")
    links = page.locator(".md-search-result__link")
    expect(links.first).to_be_visible()
    expect(page.locator(".kb-search-status")).not_to_be_empty()
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box(page)).to_be_focused()
    first = links.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{first}**")


@pytest.mark.parametrize(
    ("late", "focused"),
    [("房貸", ".md-search-result__link >> nth=0"), ("zzqqxx", ".md-search__input")],
    ids=["results", "nothing"],
)
def test_an_answer_that_comes_late_does_not_take_the_readers_place(
    open_page: OpenPage, late: str, focused: str
) -> None:
    page = open_page(PAGE, width=1280).page
    search(page, "縮表")
    page.keyboard.press("ArrowDown")
    first = page.locator(".md-search-result__link").first
    expect(first).to_be_focused()
    before = first.get_attribute("href")
    box(page).evaluate(
        "(box, late) => { box.value = late; box.dispatchEvent(new InputEvent('input')) }", late
    )
    page.wait_for_function(
        "before => document.querySelector('.md-search-result__link')?.href !== before", arg=before
    )
    expect(page.locator(focused)).to_be_focused()


def test_escape_closes_the_search(open_page: OpenPage) -> None:
    page = open_page(PAGE, width=1280).page
    search(page, "QE")
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()


def test_screen_readers_are_told_how_many_results_there_are(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    search(page, "縮表")
    status = page.locator(".kb-search-status")
    expect(status).to_have_role("status")
    expect(status).to_have_text(f"找到 {hits(page).count()} 筆結果")


def test_half_composed_text_is_not_searched_for(open_page: OpenPage) -> None:
    page = open_page(PAGE, width=1280).page
    search(page, "縮表")
    before = hits(page).all_text_contents()
    queries = page.evaluate_handle(
        "() => { const seen = []; document.querySelector('.md-search__input')"
        ".addEventListener('kb-notes', (event) => seen.push(event.detail.query)); return seen; }"
    )
    session = page.context.new_cdp_session(page)
    for composed in ("ㄕ", "ㄕㄥ", "ㄕㄥㄒ", "升ㄒㄧ"):
        session.send(
            "Input.imeSetComposition",
            {"text": composed, "selectionStart": len(composed), "selectionEnd": len(composed)},
        )
        page.wait_for_timeout(60)
        assert hits(page).all_text_contents() == before
    session.send("Input.insertText", {"text": "升息"})
    expect(box(page)).to_have_value("縮表升息")
    expect(page.locator("mark", has_text="升息").first).to_be_visible()
    assert queries.json_value() == ["縮表升息"]


def test_text_that_is_dropped_or_pasted_by_mouse_is_searched_for(open_page: OpenPage) -> None:
    page = open_page(PAGE, width=1280).page
    box(page).focus()
    page.evaluate(
        "() => { const box = document.querySelector('.md-search__input'); box.value = '縮表';"
        " box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromDrop' })) }"
    )
    expect(hits(page).first).to_be_visible()


# --- the address


def test_an_address_with_a_query_opens_the_search(open_page: OpenPage) -> None:
    page = open_page(f"search/?q={quote('縮表 升息')}").page
    expect(box(page)).to_have_value("縮表 升息")
    expect(hits(page).first).to_be_visible()


def test_the_address_follows_the_query_and_leads_back_to_it(open_page: OpenPage) -> None:
    page = open_page(PAGE, width=1280).page
    search(page, "日圓")
    page.wait_for_url(re.compile(r"\?q="))
    assert unquote(page.url).endswith("?q=日圓")
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile(r"/concepts/qe/$"))
    page.wait_for_timeout(100)  # The theme takes a focus that comes with the blur for the old one.
    search(page, "殭屍企業")
    page.wait_for_url(re.compile(r"\?q="))
    hits(page).first.locator("a").first.click()
    page.wait_for_url(re.compile(r"^(?!.*\?q=).*$"))
    page.go_back()
    expect(box(page)).to_have_value("殭屍企業")
    expect(hits(page).first).to_be_visible()


@pytest.mark.parametrize(("home", "search_page"), [("", "search/"), ("en/", "en/search/")])
def test_the_site_can_be_a_search_engine_of_the_browser(
    open_page: OpenPage, site: str, site_folder: Path, home: str, search_page: str
) -> None:
    page = open_page(home).page
    link = page.locator('link[rel="search"]')
    assert link.get_attribute("type") == "application/opensearchdescription+xml"
    address = link.evaluate("link => link.href")
    assert address == f"{site}{home}opensearch.xml"
    tree = ElementTree.parse(site_folder / home / "opensearch.xml")
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    url = tree.find(f"{space}Url")
    assert url is not None
    assert url.get("template") == f"{site}{search_page}?q={{searchTerms}}"
    name = tree.findtext(f"{space}ShortName")
    assert name and len(name) <= 16


def test_without_javascript_the_search_page_lists_the_questions(open_page: OpenPage) -> None:
    page = open_page("search/?q=QE", javascript=False).page
    assert page.locator('.kb-body a[href*="faq/"]').count() > 20


# --- privacy, faults, abuse


def test_no_request_holds_what_was_typed(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(unquote(request.url)))
    search(page, "secretword 殭屍企業")
    page.wait_for_timeout(300)
    assert asked
    assert not [url for url in asked if "secretword" in url or "殭" in url]


def test_the_focus_fetches_ahead(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    with page.context.expect_event("request", lambda r: r.url.endswith("/manifest.json")):
        page.keyboard.press("/")


def test_the_parts_of_the_search_are_fetched_at_once(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    held: list[Route] = []

    def hold_till_all_are_asked_for(route: Route) -> None:
        held.append(route)
        if len(held) == len(PARTS):
            for one in held:
                one.continue_()

    page.context.route(
        re.compile(rf"/search/(?:{'|'.join(PARTS)})\.js$"), hold_till_all_are_asked_for
    )
    with page.context.expect_event(
        "request", lambda request: request.url.endswith("/manifest.json"), timeout=10_000
    ):
        page.keyboard.press("/")


def spoil(page: Page, pattern: str, answer: Callable[[Route], None]) -> None:
    page.context.route(re.compile(pattern), answer)


def test_a_shard_that_does_not_load_leaves_the_rest_and_can_be_retried(
    open_page: OpenPage, site_folder: Path
) -> None:
    opened = open_page(PAGE, width=1280)
    page = opened.page
    blocked: list[str] = []

    def block_one(route: Route) -> None:
        if not blocked or blocked[0] == route.request.url:
            blocked.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    spoil(page, r"/zh-TW/\d+\.json$", block_one)
    search(page, "縮表 殭屍企業 利差交易")
    retry = page.locator(".kb-notes__action")
    expect(retry).to_be_visible()
    page.context.unroute_all()
    retry.click()
    expect(retry).to_have_count(0)
    expect(hits(page).first).to_be_visible()


WATCH_COUNT = """() => {
  window.said = [];
  const meta = document.querySelector('.md-search-result__meta');
  const note = () => {
    if (getComputedStyle(meta).clipPath === 'none') window.said.push(meta.textContent);
  };
  new MutationObserver(note).observe(meta, { childList: true, characterData: true, subtree: true });
}"""


def test_nothing_found_is_not_said_because_the_index_does_not_load(open_page: OpenPage) -> None:
    page = open_page(PAGE, width=1280).page
    page.keyboard.press("/")
    expect(page.locator(".kb-empty__link").first).to_be_visible()
    page.evaluate(WATCH_COUNT)
    spoil(page, r"/zh-TW/\d+\.json$", lambda route: route.abort())
    page.keyboard.insert_text("縮表")
    expect(page.locator(".kb-notes__action")).to_be_visible()
    assert "沒有符合的項目" not in page.evaluate("window.said")
    expect(page.locator(".kb-search-status")).not_to_contain_text("沒有找到")


def test_the_answer_to_the_empty_box_is_not_taken_for_one_to_what_was_typed_since(
    open_page: OpenPage,
) -> None:
    page = open_page(PAGE, width=1280).page
    spoil(page, r"/empty\.js$", lambda route: route.abort())  # slower than the theme
    page.evaluate("""() => {
      const Native = window.Worker;
      window.Worker = class extends Native {
        constructor(...given) { super(...given); window.worker = this; }
      };
    }""")
    page.keyboard.press("/")
    expect(page.locator(".md-search-result__meta")).to_have_text("打字進行搜尋")
    page.evaluate(WATCH_COUNT)
    box(page).evaluate("""(box) => {
      box.value = '縮表';
      box.dispatchEvent(new InputEvent('input'));
      const data = { type: 3, data: { items: [], query: '' } };
      window.worker.dispatchEvent(new MessageEvent('message', { data }));
    }""")
    expect(hits(page).first).to_be_visible()
    assert "沒有符合的項目" not in page.evaluate("window.said")


def test_an_index_of_another_build_is_refused(open_page: OpenPage, site_folder: Path) -> None:
    page = open_page(PAGE, width=1280).page
    version = config_of(site_folder)["version"]

    def misplace(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace(version, "0" * 12))

    spoil(page, r"/zh-TW/\d+\.json$", misplace)
    page.keyboard.press("/")
    page.keyboard.insert_text("縮表")
    expect(page.locator(".kb-notes__action")).to_have_text("重新載入本頁")
    assert hits(page).count() == 0


def test_a_site_that_was_rebuilt_meanwhile_is_searched_anew(
    open_page: OpenPage, site_folder: Path
) -> None:
    page = open_page(PAGE, width=1280).page
    old = "a" * 12
    config = {"config": {**config_of(site_folder), "version": old}, "docs": []}
    answers = [json.dumps(config)]

    def first_time_old(route: Route) -> None:
        if answers:
            route.fulfill(body=answers.pop(), content_type="application/json")
        else:
            route.continue_()

    spoil(page, r"/search/search_index\.json$", first_time_old)
    page.reload()
    search(page, "縮表")
    assert not answers


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "((((((((((",
    ".*+?^${}()|[]\\",
    "\u202e縮表\u202d",
    "🙂🙂🙂",
    "縮" * 3000,
    "a" * 3000,
    "__proto__ constructor toString",
    "%00%ff&#60;",
    "\u0000\u0007控制",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_neither_hang_nor_inject(open_page: OpenPage, query: str) -> None:
    opened = open_page(f"{PAGE}?q={quote(query)}")
    page = opened.page
    dialogs: list[str] = []

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    expect(page.locator(".kb-search-status")).not_to_be_empty()
    assert page.locator(".md-search img, .md-search script, .md-search [onerror]").count() == 0
    box(page).fill("縮表")
    expect(hits(page).first).to_be_visible()
    assert not dialogs
    assert not opened.console_errors
