"""Every page of the syllabus exists in both languages, and keeps what readers rely on."""

import re
from pathlib import Path

import pytest

from scripts.cli import ROOT
from scripts.content.knowledge_base import KnowledgeBase, load_knowledge_base
from scripts.content.localised import LANGUAGES, Language
from scripts.content.pages import Page

SYLLABUS = Path(__file__).with_name("syllabus.txt").read_text(encoding="utf-8").split()
PRIMARY = {"central-bank", "government", "statistics", "law"}
MAY_BE_LONGER = {"effects/myths", "effects/evidence", "effects/pros-cons"}

CASE_SECTIONS = [
    *("key-points", "at-a-glance", "why", "what-was-done"),
    *("what-happened", "disputed", "lessons"),
]


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return load_knowledge_base(ROOT)


def test_no_page_of_the_syllabus_is_missing(kb: KnowledgeBase) -> None:
    missing = [
        f"docs/{language}/{path}.md"
        for path in SYLLABUS
        for language in LANGUAGES
        if kb.page(language, path) is None
    ]
    assert missing == []


def test_faq_answers_keep_to_the_limit(kb: KnowledgeBase) -> None:
    for page in kb.pages.values():
        if page.front.answer:
            answer = plain(page.front.answer)
            size = len(answer) if page.language == "zh-TW" else len(answer.split())
            assert size <= (120 if page.language == "zh-TW" else 60), page.file


def test_every_faq_page_has_everyday_wordings(kb: KnowledgeBase) -> None:
    for page in kb.pages.values():
        if page.front.kind == "faq":
            assert 3 <= len(page.front.aliases) <= 5, page.file


def test_every_faq_page_gives_a_fuller_answer_with_a_source(kb: KnowledgeBase) -> None:
    for page in kb.pages.values():
        if page.front.kind == "faq":
            assert sources(page), page.file
            assert len(page.front.related) >= 3, page.file
            if page.language == "zh-TW":
                assert 150 <= chinese_characters(page) <= 600, page.file


def test_every_article_rests_on_enough_sources(kb: KnowledgeBase) -> None:
    for page in articles(kb):
        cited = sources(page)
        assert len(cited) >= 5, page.file
        assert sum(kb.sources[source].kind in PRIMARY for source in cited) >= 3, page.file
        assert 3 <= len(page.front.related) <= 6, page.file


def test_every_article_has_a_readable_length(kb: KnowledgeBase) -> None:
    for page in articles(kb):
        if page.language == "zh-TW":
            # The table at a glance of a case is drawn from the records and comes on top.
            least = 1100 if page.front.kind == "case" else 1200
            most = 6000 if page.path in MAY_BE_LONGER else 2800
            assert least <= chinese_characters(page) <= most, page.file


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_myth_has_its_correction_and_a_source(kb: KnowledgeBase, language: Language) -> None:
    page = kb.page(language, "effects/myths")
    assert page is not None
    myths = re.split(r"^### ", page.body, flags=re.MULTILINE)[1:]
    assert len(myths) >= 15
    for myth in myths:
        assert NOTE.search(myth), myth.splitlines()[0]


def test_the_tables_of_studies_are_long_enough_to_compare(kb: KnowledgeBase) -> None:
    for about, least in (("qe", 15), ("qt", 8)):
        assert sum(study.about == about for study in kb.studies.values()) >= least


def test_an_institution_has_one_chinese_name(kb: KnowledgeBase) -> None:
    names: dict[str, str] = {}
    for source in kb.sources.values():
        institution = source.institution
        assert names.setdefault(institution.en, institution.zh_TW) == institution.zh_TW, source.id


def test_the_glossary_is_large_enough_to_serve(kb: KnowledgeBase) -> None:
    assert len(kb.terms) >= 180
    for term in kb.terms.values():
        assert kb.page("zh-TW", term.article) is not None, term.id


NOTE = re.compile(r"\[\^([^\]]+)\]")


def articles(kb: KnowledgeBase) -> list[Page]:
    """Returns the articles and cases in both languages."""
    return [page for page in kb.pages.values() if page.front.kind in ("article", "case")]


def sources(page: Page) -> set[str]:
    """Returns the ids of the sources that the text cites."""
    return set(NOTE.findall(page.body))


def chinese_characters(page: Page) -> int:
    """Counts what a reader reads, without addresses, notes and punctuation."""
    return len(re.findall(r"[\u4e00-\u9fff]", NOTE.sub("", plain(page.body))))


def test_country_cases_have_the_same_shape(kb: KnowledgeBase) -> None:
    cases = [page for page in kb.pages.values() if page.front.kind == "case"]
    assert len(cases) >= 36
    for page in cases:
        sections = [heading.id for heading in page.headings if heading.level == 2]
        assert sections == CASE_SECTIONS, page.file
        table = page.body.partition("{#at-a-glance}")[2].partition("\n## ")[0].strip()
        assert table.startswith("```view\nat-a-glance\n"), page.file
        assert "\n| " not in table, f"{page.file}: a table typed by hand"


def test_the_record_of_programmes_is_the_most_complete_there_is(kb: KnowledgeBase) -> None:
    assert len(kb.programmes) >= 125
    assert sum(len(programme.decisions) for programme in kb.programmes.values()) >= 430


def plain(markdown: str) -> str:
    """Drops the targets of links, which a reader does not see."""
    return re.sub(r"\]\([^)]*\)", "", markdown).replace("[", "")
