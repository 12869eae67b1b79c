"""How the tokens of a query are weighted, on the tables of the shared vectors."""

from __future__ import annotations

from scripts.search.phrases import Phrase, PhraseTable
from scripts.search.query import plan
from scripts.search.weights import QUERY
from tests.search.tables import VECTORS, analyser_of

ANALYSER = analyser_of(VECTORS["tables"])
QUESTIONS = PhraseTable([Phrase(ANALYSER.phrase_units("為什麼"), "", "為什麼")])


def weights_of(query: str) -> dict[str, float]:
    made = plan(ANALYSER.units(query), ANALYSER, QUESTIONS, QUERY)
    return {want.token: want.weight for want in made.wants}


def test_a_pair_astride_two_wordings_counts_little() -> None:
    weights = weights_of("聯準會縮表規模")
    assert weights["#fed"] == weights["#qt"] == QUERY.concept
    assert weights["会缩"] <= 0.1 * QUERY.concept  # part of no word
    assert weights["会缩"] < weights["規模"]  # a word that no table knows


def test_what_lies_within_a_wording_counts_little() -> None:
    weights = weights_of("聯準會")
    assert max(weights["联准"], weights["准会"]) <= 0.1 * weights["#fed"]


def test_words_that_only_ask_are_not_looked_up() -> None:
    assert "为什" not in weights_of("為什麼債券") and "债券" in weights_of("為什麼債券")


def test_the_words_of_one_wording_share_their_weight() -> None:
    weights = weights_of("go up gradually")
    assert weights["go"] + weights["up"] <= weights["~rise"] < weights["gradual"]


def test_a_long_query_keeps_what_counts_most() -> None:
    weights = weights_of("聯準會縮表" + "甲乙丙丁戊己庚辛壬癸" * 3)
    assert len(weights) == QUERY.most_wants
    assert {"#fed", "#qt"} <= weights.keys()
