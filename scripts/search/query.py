"""Turns a query into weighted tokens.

`docs/assets/javascripts/search/query.js` does the same, with the weights that the index brings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.search.analyser import Analyser, Unit
from scripts.search.phrases import PhraseTable, Span
from scripts.search.weights import QueryWeights


@dataclass(frozen=True)
class Want:
    """A token that a page should have.

    Attributes:
        token: the token.
        weight: how much it counts.
        start: first unit of the query that it stands for.
        end: unit after the last.
        prefix: any token that begins so will do.
    """

    token: str
    weight: float
    start: int
    end: int
    prefix: bool = False


@dataclass(frozen=True)
class Plan:
    """A query, cut and weighted.

    Attributes:
        units: the query's units.
        wants: the tokens, none twice.
        concepts: the wordings of the glossary that were met.
    """

    units: Sequence[Unit]
    wants: Sequence[Want]
    concepts: Sequence[Span]


def plan(
    units: Sequence[Unit], analyser: Analyser, questions: PhraseTable, weights: QueryWeights
) -> Plan:
    """Weights the tokens of a query.

    Args:
        units: the query, cut by the analyser.
        analyser: knows the glossary and the everyday words.
        questions: words that tell what kind of answer is wanted.
        weights: the numbers.

    Returns:
        The plan.
    """
    concepts = analyser.concept_spans(units)
    everyday = analyser.everyday_spans(units)
    asking = _asking(units, questions, concepts)
    wants: dict[str, Want] = {}

    def want(token: str, weight: float, start: int, end: int) -> None:
        if token not in wants or wants[token].weight < weight:
            wants[token] = Want(token, weight, start, end)

    for span in concepts:
        weight = weights.loose if span.phrase.loose else weights.concept
        want(f"#{span.phrase.id}", weight, span.start, span.end)
    for span in everyday:
        want(f"~{span.phrase.id}", weights.everyday, span.start, span.end)
    for token in analyser.tokens(units):
        weight = 1.0
        concept = _around(concepts, token.start, token.end)
        if concept:
            weight = weights.inside_loose if concept.phrase.loose else weights.inside_concept
        elif _around(everyday, token.start, token.end):
            weight = weights.inside_everyday
        asked = sum(asking[token.start : token.end])
        if asked == token.end - token.start:
            weight *= weights.question
        elif asked:
            weight *= weights.beside_question
        want(token.text, weight, token.start, token.end)
    return Plan(units, list(wants.values()), concepts)


def _asking(units: Sequence[Unit], questions: PhraseTable, concepts: Sequence[Span]) -> list[bool]:
    """Tells for each unit whether it belongs to a question word and to no concept."""
    asking = [False] * len(units)
    for span in questions.find([u.text for u in units], [u.broken for u in units]):
        for index in range(span.start, span.end):
            asking[index] = not _around(concepts, index, index + 1)
    return asking


def _around(spans: Sequence[Span], start: int, end: int) -> Span | None:
    return next((span for span in spans if span.start <= start and end <= span.end), None)
