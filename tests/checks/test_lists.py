"""The word lists: every entry catches its slip, and every context is really one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.checks.lists import CheckLists, Pattern, Wording, WordMatcher, load_lists

ROOT = Path(__file__).resolve().parents[2]
LISTS: CheckLists = load_lists(ROOT)
WORDINGS = [*LISTS.wordings, *LISTS.typos, *LISTS.simplified, *LISTS.spelling]


@pytest.mark.parametrize("entry", WORDINGS, ids=lambda entry: entry.avoid)
def test_wording(entry: Wording) -> None:
    matcher = WordMatcher([entry])
    assert matcher.find(f"，{entry.avoid}。"), "does not catch itself"
    for context in entry.unless:
        whole = context.replace("~", entry.avoid)
        assert entry.avoid in whole, f"{context} does not hold {entry.avoid}"
        assert not matcher.find(f"，{whole}。")
    for right in entry.write:
        assert not matcher.find(f"，{right}。"), "the cure is itself at fault"


@pytest.mark.parametrize("entry", LISTS.patterns, ids=lambda entry: entry.pattern[:30])
def test_pattern(entry: Pattern) -> None:
    assert entry.examples and entry.right
    for example in entry.examples:
        assert re.search(entry.pattern, example), example
    for right in entry.right:
        assert not re.search(entry.pattern, right), right


def test_no_entry_stands_twice() -> None:
    for entries in (LISTS.wordings, LISTS.typos, LISTS.simplified, LISTS.spelling):
        words = [(entry.avoid, entry.language) for entry in entries]
        assert sorted(set(words)) == sorted(words)


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("資產配置很重要", False),
        ("修改配置", True),
        ("空氣質量監測", False),
        ("質量監控", False),
        ("服務質量", True),
        ("物質量子化", True),
        ("各國債券", False),
        ("買進國債", True),
        ("外加息差", False),
        ("宣布加息", True),
        ("地平水平面", False),
        ("利率水平", True),
    ],
)
def test_words_are_judged_by_their_neighbours(text: str, caught: bool) -> None:
    assert bool(WordMatcher(LISTS.wordings).find(text)) == caught
