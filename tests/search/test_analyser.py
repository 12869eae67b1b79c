"""The analyser against the vectors that the browser's analyser is held to as well."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.search.slips import distance, han_slip
from scripts.search.stemming import stem
from tests.search.tables import VECTORS, analyser_of

ANALYSER = analyser_of(VECTORS["tables"])
SOUND_ALIKE = ({"匯", "會"}, {"澎", "膨"})


@pytest.mark.parametrize("case", VECTORS["texts"], ids=lambda case: repr(case["text"]))
def test_texts_are_cut_as_specified(case: dict[str, Any]) -> None:
    text = case["text"]
    units = ANALYSER.units(text)
    described = [
        [
            unit.text,
            text[unit.start : unit.end],
            ("han" if unit.han else "word") + "+" * unit.joined + "|" * unit.broken,
        ]
        for unit in units
    ]
    assert described == case["units"]
    assert [token.text for token in ANALYSER.tokens(units)] == case["tokens"]
    concepts, everyday = ANALYSER.spans(units)
    assert [[s.phrase.id, s.start, s.end, s.phrase.loose] for s in concepts] == case["concepts"]
    assert [[s.phrase.id, s.start, s.end] for s in everyday] == case["everyday"]


def test_forms_of_a_word_share_a_stem() -> None:
    assert {word: stem(word) for word in VECTORS["stems"]} == VECTORS["stems"]
    assert stem("purchases") == stem("purchased") == stem("purchasing") == stem("purchase")
    assert stem("easing") == stem("eases")


@pytest.mark.parametrize(("typed", "right", "limit", "slips"), VECTORS["distances"])
def test_slips_between_words_are_counted(typed: str, right: str, limit: int, slips: int) -> None:
    assert distance(typed, right, limit) == slips


@pytest.mark.parametrize(("typed", "right", "slip"), VECTORS["slips"])
def test_one_slip_in_a_chinese_wording_is_found(
    typed: str, right: str, slip: list[float] | None
) -> None:
    found = han_slip(list(typed), list(right), lambda one, other: {one, other} in SOUND_ALIKE)
    assert (list(found) if found else None) == slip


def test_all_wordings_of_a_term_become_one_token() -> None:
    wordings = ("聯準會", "聯儲局", "美联储", "Federal Reserve", "Ｆｅｄ", "the Fed's", "美國央行")
    for wording in wordings:
        assert "#fed" in ANALYSER.index_tokens(wording), wording


def test_a_wording_does_not_reach_across_punctuation() -> None:
    assert "#qe" in ANALYSER.index_tokens("量化 寬鬆")
    assert "#qe" not in ANALYSER.index_tokens("量化，寬鬆")


@pytest.mark.parametrize("case", VECTORS["texts"], ids=lambda case: repr(case["text"]))
def test_an_index_holds_what_a_query_is_cut_into(case: dict[str, Any]) -> None:
    expected = [*case["tokens"], *(f"#{c[0]}" for c in case["concepts"])]
    expected += [f"~{e[0]}" for e in case["everyday"]]
    assert ANALYSER.index_tokens(case["text"]) == expected


def test_silent_words_do_not_part_a_wording_but_others_do() -> None:
    assert "#qt" in ANALYSER.index_tokens("the Fed shrinks the balance sheet")
    assert "#qt" in ANALYSER.index_tokens("shrink balance sheet")
    assert "#qt" not in ANALYSER.index_tokens("shrink one balance sheet")
