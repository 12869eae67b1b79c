"""Every page of the syllabus exists in both languages, and keeps what readers rely on."""

import re
from pathlib import Path

import pytest

from scripts.cli import ROOT
from scripts.content.knowledge_base import KnowledgeBase, load_knowledge_base
from scripts.content.localised import LANGUAGES

SYLLABUS = Path(__file__).with_name("syllabus.txt").read_text(encoding="utf-8").split()


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


def test_the_glossary_is_large_enough_to_serve(kb: KnowledgeBase) -> None:
    assert len(kb.terms) >= 180
    for term in kb.terms.values():
        assert kb.page("zh-TW", term.article) is not None, term.id


def plain(markdown: str) -> str:
    """Drops the targets of links, which a reader does not see."""
    return re.sub(r"\]\([^)]*\)", "", markdown).replace("[", "")
