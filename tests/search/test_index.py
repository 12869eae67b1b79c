"""The index and what it finds, on a small knowledge base."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.content.knowledge_base import KnowledgeBase, load_knowledge_base
from scripts.content.problems import ContentError
from scripts.search.build import write_search_index
from scripts.search.engine import Engine
from scripts.search.query import Want
from scripts.search.settings import load_settings
from scripts.search.store import IndexFolder, IndexMissing, LanguageStore
from tests.search.library import make_library


@pytest.fixture
def library(tmp_path: Path) -> tuple[KnowledgeBase, Path]:
    kb, site = make_library(tmp_path)
    write_search_index(kb, site)
    return kb, site


def engine_of(library: tuple[KnowledgeBase, Path]) -> Engine:
    return Engine(IndexFolder(library[1]))


@pytest.mark.parametrize(
    "query", ["聯準會升息", "联储局加息", "聯儲局 加息", "Fed rate rise", "美联储加息"]
)
def test_the_wording_of_any_region_finds_the_section(
    library: tuple[KnowledgeBase, Path], query: str
) -> None:
    hit = engine_of(library).search(query, "zh-TW").hits[0]
    assert (hit.url, hit.section) == ("concepts/fed/", "hike")


def test_an_alias_of_an_faq_page_and_of_a_term_finds_it(
    library: tuple[KnowledgeBase, Path],
) -> None:
    engine = engine_of(library)
    for query in ("日圓急升", "借日圓買美股", "carry"):
        assert engine.search(query, "zh-TW").hits[0].url == "faq/yen/", query


def test_a_query_in_the_other_language_gives_the_readers_pages_first(
    library: tuple[KnowledgeBase, Path],
) -> None:
    hits = engine_of(library).search("investors borrow cheap", "zh-TW").hits
    assert hits[0].url == "faq/yen/"
    languages = [hit.language for hit in hits]
    assert languages == sorted(languages, reverse=True)
    assert "en/faq/yen/" in [hit.url for hit in hits]


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("聯準匯", "聯準會"),
        ("利差交意", "利差交易"),
        ("Fedral Reserve", "federal Reserve"),
        ("房加", "房價"),
    ],
)
def test_a_slip_is_mended_and_shown(
    library: tuple[KnowledgeBase, Path], typed: str, corrected: str
) -> None:
    result = engine_of(library).search(typed, "zh-TW")
    assert result.corrected == corrected
    assert result.hits


def test_what_is_right_is_not_mended(library: tuple[KnowledgeBase, Path]) -> None:
    engine = engine_of(library)
    for query in ("聯準會為什麼升息", "利差交易 房價", "zzz", "貨幣政策"):
        assert engine.search(query, "zh-TW").corrected == "", query


def test_a_word_that_asks_is_no_slip(library: tuple[KnowledgeBase, Path]) -> None:
    engine = engine_of(library)
    assert engine.search("房價會唔會跌", "zh-TW").corrected == ""  # 唔會 sounds like 誤會
    assert engine.search("房價唔會", "zh-TW").corrected == "房價誤會"


def test_the_end_of_a_known_word_is_no_slip(library: tuple[KnowledgeBase, Path]) -> None:
    engine = engine_of(library)
    assert engine.search("理差交易", "zh-TW").corrected == "利差交易"
    assert engine.search("由理差交易", "zh-TW").corrected == ""  # a page says 由理


def test_a_page_is_found_by_the_words_of_its_address(
    library: tuple[KnowledgeBase, Path],
) -> None:
    chinese = LanguageStore(IndexFolder(library[1]), "zh-TW")  # no Chinese page says housing
    assert chinese.postings(Want("hous", 1.0, 0, 1))
    assert chinese.postings(Want("concept", 1.0, 0, 1)) is None  # nor is its folder looked up


@pytest.mark.parametrize("half", ["利差交", "聯準", "hous", "carry tr", "房"])
def test_half_a_word_finds_what_it_begins(library: tuple[KnowledgeBase, Path], half: str) -> None:
    assert engine_of(library).search(half, "zh-TW").hits


def test_the_lists_of_links_and_the_menu_are_not_indexed(
    library: tuple[KnowledgeBase, Path],
) -> None:
    engine = engine_of(library)
    assert not engine.search("不該找到", "zh-TW").hits
    assert not engine.search("選單", "zh-TW").hits


def test_a_glossary_entry_is_found_with_its_address(tmp_path: Path) -> None:
    _, site = make_library(tmp_path)
    source = tmp_path / "docs" / "zh-TW" / "concepts" / "fed.md"
    text = source.read_text(encoding="utf-8").replace("kind: article", "kind: reference")
    (tmp_path / "docs" / "zh-TW" / "glossary.md").write_text(text, encoding="utf-8")
    write_search_index(load_knowledge_base(tmp_path), site)
    urls = [hit.url for hit in Engine(IndexFolder(site)).search("加息", "zh-TW").hits]
    assert "glossary/#term-rate-hike" in urls


def test_the_same_content_gives_the_same_files(
    library: tuple[KnowledgeBase, Path],
) -> None:
    kb, site = library

    def files() -> dict[str, bytes]:
        return {
            file.relative_to(site).as_posix(): file.read_bytes()
            for file in sorted((site / "search").rglob("*.json"))
        }

    first = files()
    write_search_index(kb, site)  # now with what the first build remembered
    assert files() == first
    (kb.root / ".cache" / "search.json").unlink()
    write_search_index(kb, site)
    assert files() == first


def test_a_changed_page_is_found_by_its_new_text_under_a_new_version(
    library: tuple[KnowledgeBase, Path],
) -> None:
    kb, site = library
    before = IndexFolder(site).version
    page = site / "concepts" / "housing" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("跟著貸款走", "看人口結構"))
    write_search_index(kb, site)
    assert IndexFolder(site).version != before
    hits = Engine(IndexFolder(site)).search("人口結構", "zh-TW").hits
    assert [hit.url for hit in hits] == ["concepts/housing/"]
    assert [folder.name for folder in (site / "search").iterdir() if folder.is_dir()] == [
        IndexFolder(site).version
    ]


def test_a_cut_off_memory_is_forgotten(library: tuple[KnowledgeBase, Path]) -> None:
    kb, site = library
    (kb.root / ".cache" / "search.json").write_text('{"key": "x", "res')
    write_search_index(kb, site)
    assert engine_of(library).search("房價", "zh-TW").hits


def test_a_file_of_another_build_is_refused(library: tuple[KnowledgeBase, Path]) -> None:
    _, site = library
    folder = IndexFolder(site)
    file = site / "search" / folder.version / "manifest.json"
    file.write_text(file.read_text(encoding="utf-8").replace(folder.version, "0" * 12))
    with pytest.raises(IndexMissing):
        Engine(IndexFolder(site))


def test_popular_questions_are_those_that_exist(library: tuple[KnowledgeBase, Path]) -> None:
    popular = IndexFolder(library[1]).manifest["popular"]
    assert popular["en"] == [
        {"url": "en/faq/yen/", "title": "What has the yen carry trade to do with shares?"}
    ]


@pytest.mark.parametrize(
    "query", ["", " ", "\x00\x01", "(((", "[a-z]+*", "🙂", "😀" * 500, "a" * 5000, "債" * 5000,
              "<script>alert(1)</script>", "\u202eabc", "%00%ff", "__proto__", "constructor"],
)  # fmt: skip
def test_no_query_is_too_hostile(library: tuple[KnowledgeBase, Path], query: str) -> None:
    engine_of(library).search(query, "zh-TW")
    engine_of(library).search(query, "en")


def test_a_group_that_stands_twice_is_named_with_its_line(tmp_path: Path) -> None:
    data = tmp_path / "docs" / "data"
    data.mkdir(parents=True)
    (data / "search.yml").write_text(
        "everyday:\n  - {id: rise, words: [漲]}\n  - {id: rise, words: [升]}\n"
    )
    with pytest.raises(ContentError) as caught:
        load_settings(tmp_path)
    assert "search.yml:3" in str(caught.value) and "`rise`" in str(caught.value)


def test_a_word_in_two_groups_is_named_with_its_line(tmp_path: Path) -> None:
    data = tmp_path / "docs" / "data"
    data.mkdir(parents=True)
    (data / "search.yml").write_text(
        "everyday:\n  - {id: rise, words: [漲]}\n  - {id: price, words: [貴, 漲]}\n"
    )
    with pytest.raises(ContentError) as caught:
        load_settings(tmp_path)
    assert "search.yml:3:" in str(caught.value) and "`漲`" in str(caught.value)


def test_a_shard_says_which_index_it_belongs_to(library: tuple[KnowledgeBase, Path]) -> None:
    _, site = library
    version = IndexFolder(site).version
    files = list((site / "search" / version).rglob("*.json"))
    assert len(files) > 5
    for file in files:
        assert json.loads(file.read_text(encoding="utf-8"))["version"] == version
