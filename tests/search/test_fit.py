"""Which kind of page a query calls for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.search.fit import Place, fit_of
from scripts.search.phrases import Phrase, PhraseTable
from scripts.search.weights import QueryWeights
from tests.search.tables import VECTORS, analyser_of

HONG_KONG, JAPAN, BOTH, ANSWER = 1, 2, 3, 4
PLACES = (
    Place(frozenset({"#peg-7.75"}), frozenset("嘅"), frozenset({HONG_KONG, BOTH})),
    Place(frozenset({"~money"}), frozenset(), frozenset({JAPAN, BOTH})),
)


def fit_for(query: str) -> Callable[[int], float]:
    analyser = analyser_of(VECTORS["tables"])
    questions = PhraseTable([Phrase(analyser.phrase_units("怎么"), "", "怎么")])
    weights = QueryWeights(elsewhere=0.5, asked=3.0)
    answers = frozenset({ANSWER})
    return fit_of(analyser.units(query), analyser, questions, PLACES, answers, weights)


@pytest.mark.parametrize(
    ("query", "here"),
    [("升息", set()), ("7.75", {HONG_KONG, BOTH}), ("升息嘅", {HONG_KONG, BOTH}),
     ("money", {JAPAN, BOTH})],
)  # fmt: skip
def test_a_page_about_a_place_that_the_query_does_not_name_stands_back(
    query: str, here: set[int]
) -> None:
    fit = fit_for(query)
    assert {page for page in (HONG_KONG, JAPAN, BOTH) if fit(page) == 1.0} == here
    assert fit(0) == fit(ANSWER) == 1.0


def test_an_answer_is_what_a_question_calls_for() -> None:
    assert fit_for("怎么升息")(ANSWER) == 3.0
    assert fit_for("怎么升息")(0) == 1.0
