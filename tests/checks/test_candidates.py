"""Candidates for the glossary: compounds that many pages write and no entry explains."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.checks.candidates import PAGES, Candidate, find_candidates, write_candidates
from scripts.checks.context import Context
from scripts.content.knowledge_base import load_with_problems

_HEAD = "---\ntitle: T\ndescription: D\nkind: reference\nreviewed: 2026-11-23\n---\n\n"
_TERM = (
    "- id: known\n  zh-TW: 期限溢酬\n  zh-HK: 期限溢酬\n  zh-CN: 期限溢酬\n  en: term premium\n"
    "  definition: {zh-TW: 甲。, en: A.}\n  article: index\n"
)
# Different characters before and after the compounds, as in real sentences.
_AROUND = [("甲", "天"), ("乙", "地"), ("丙", "玄"), ("丁", "黃"), ("戊", "宇"), ("己", "宙")]


@pytest.fixture
def found(tmp_path: Path) -> dict[str, Candidate]:
    """What is found on pages that share two compounds and a term of the glossary."""
    for number, (before, after) in enumerate(_AROUND):
        texts = {
            "zh-TW": f"{before}信用利差{after}，{before}期限溢酬{after}。風吹草動{number}。",
            "en": f"The credit spread of {number}, a term premium, and the bank in the town.",
        }
        for language, text in texts.items():
            file = tmp_path / "docs" / language / f"page-{number}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{_HEAD}{text}\n", encoding="utf-8")
    data = tmp_path / "docs" / "data"
    data.mkdir()
    (data / "terms.yml").write_text(_TERM, encoding="utf-8")
    kb, problems = load_with_problems(tmp_path)
    return {item.wording: item for item in find_candidates(Context(kb, problems))}


def test_compounds_without_an_entry_are_found(found: dict[str, Candidate]) -> None:
    assert found["信用利差"] == Candidate(
        "信用利差", "zh-TW", PAGES, PAGES, "docs/zh-TW/page-0.md", 8
    )
    assert found["credit spread"].pages == PAGES


def test_entries_of_the_glossary_and_their_pieces_are_not(found: dict[str, Candidate]) -> None:
    assert not {"期限溢酬", "期限溢", "限溢酬", "term premium"} & set(found)
    assert not {"信用利", "用利差"} & set(found)


def test_set_phrases_between_the_same_neighbours_and_grammar_are_not(
    found: dict[str, Candidate],
) -> None:
    assert not {"風吹草動", "吹草動", "in the", "the bank"} & set(found)


def test_most_frequent_come_first_with_their_place(found: dict[str, Candidate]) -> None:
    line = write_candidates([found["信用利差"]])
    assert line.split() == ["6", "pages", "6", "times", "信用利差", "(docs/zh-TW/page-0.md:8)"]
