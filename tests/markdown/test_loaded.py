"""The knowledge base follows the files while pages are being rendered, and is not read for each."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import Language
from scripts.markdown.loaded import LoadedKnowledge
from scripts.markdown.term_matcher import term_matcher
from tests.markdown.rendered import FIXTURES


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(FIXTURES / "docs", tmp_path / "docs")
    return tmp_path


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    later = file.stat().st_mtime_ns + 1_000_000_000
    os.utime(file, ns=(later, later))


def test_a_changed_page_is_read_again_and_the_records_are_not(root: Path) -> None:
    knowledge = LoadedKnowledge(root)
    before = knowledge.current()
    edit(root / "docs/en/concepts/qe.md", "title: What is QE", "title: Easing")
    knowledge.refresh()
    after = knowledge.current()
    assert after.pages["en", "concepts/qe"].front.title == "Easing"
    assert after.terms is before.terms
    assert after.pages["en", "glossary"] is before.pages["en", "glossary"]


def test_new_and_deleted_pages_are_noticed(root: Path) -> None:
    knowledge = LoadedKnowledge(root)
    shutil.copy(root / "docs/en/concepts/qe.md", root / "docs/en/concepts/new.md")
    (root / "docs/en/faq/qe-vs-qt.md").unlink()
    knowledge.refresh()
    pages = knowledge.current().pages
    assert ("en", "concepts/new") in pages
    assert ("en", "faq/qe-vs-qt") not in pages


def test_a_broken_page_is_told_and_the_others_stay(
    root: Path, caplog: pytest.LogCaptureFixture
) -> None:
    knowledge = LoadedKnowledge(root)
    edit(root / "docs/en/concepts/qe.md", "kind: article", "kind: novel")
    knowledge.refresh()
    assert "docs/en/concepts/qe.md:4" in caplog.text
    assert ("en", "concepts/qe") not in knowledge.current().pages
    assert ("en", "glossary") in knowledge.current().pages


def test_a_changed_record_makes_what_was_made_of_records_anew(root: Path) -> None:
    knowledge = LoadedKnowledge(root)
    first = knowledge.derived(term_matcher, "en")
    assert [match.term.id for match in first.find("easy money and QE")] == ["quantitative-easing"]
    edit(root / "docs/data/terms.yml", "abbr: QE\n", "abbr: LSAP\n")
    knowledge.refresh()
    second = knowledge.derived(term_matcher, "en")
    assert [match.term.id for match in second.find("QE and LSAP")] == ["quantitative-easing"]
    assert next(second.find("QE and LSAP")).start == 7


def test_the_matcher_is_compiled_once_for_all_pages(root: Path) -> None:
    made: list[Language] = []

    def make(kb: KnowledgeBase, language: Language) -> int:
        made.append(language)
        return len(kb.terms)

    knowledge = LoadedKnowledge(root)
    edit(root / "docs/en/concepts/qe.md", "title: What is QE", "title: Easing")
    knowledge.refresh()
    for language in ("en", "zh-TW", "en"):
        assert knowledge.derived(make, language) == len(knowledge.current().terms)
    assert made == ["en", "zh-TW"]


def test_files_are_looked_at_no_more_than_twice_a_second(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    knowledge = LoadedKnowledge(root)
    edit(root / "docs/en/concepts/qe.md", "title: What is QE", "title: Easing")
    now = 100.4
    assert knowledge.current().pages["en", "concepts/qe"].front.title == "What is QE"
    now = 100.6
    assert knowledge.current().pages["en", "concepts/qe"].front.title == "Easing"
