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
    concepts, everyday = analyser.spans(units)
    wants: dict[str, Want] = {}

    def want(token: str, weight: float, start: int, end: int) -> None:
        if token not in wants or wants[token].weight < weight:
            wants[token] = Want(token, weight, start, end)

    for span in concepts:
        weight = weights.loose if span.phrase.loose else weights.concept
        want(f"#{span.phrase.id}", weight, span.start, span.end)
    for span in everyday:
        want(f"~{span.phrase.id}", weights.everyday, span.start, span.end)
    owners = _owners(units, concepts, everyday, questions, weights)
    for token in analyser.tokens(units):
        factor, owner = owners[token.start]
        if owner != owners[token.end - 1][1]:
            factor = weights.astride
        pair = token.end - token.start == 2
        want(token.text, factor * (weights.pair if pair else weights.word), token.start, token.end)
    return Plan(units, _strongest(list(wants.values()), weights.most_wants), concepts)


def _strongest(wants: list[Want], most: int) -> list[Want]:
    """Leaves out what counts least in a long query: each token is one more file to fetch."""
    kept = sorted((want for want in wants if want.weight), key=lambda want: -want.weight)[:most]
    return [want for want in wants if want in kept]


def _owners(
    units: Sequence[Unit],
    concepts: Sequence[Span],
    everyday: Sequence[Span],
    questions: PhraseTable,
    weights: QueryWeights,
) -> list[tuple[float, int]]:
    """Returns for each unit how much a token counts in its span, and a number for that span."""
    asking = questions.find([u.text for u in units], [u.broken for u in units])
    spans = [(_inside(weights.inside_everyday, span, units, weights), span) for span in everyday]
    spans += [(weights.question, span) for span in asking]
    spans += [
        (
            _inside(weights.inside_loose, span, units, weights)
            if span.phrase.loose
            else weights.inside_concept,
            span,
        )
        for span in concepts
    ]
    owners = [(1.0, 0)] * len(units)
    for number, (factor, span) in enumerate(spans, 1):
        owners[span.start : span.end] = [(factor, number)] * (span.end - span.start)
    return owners


def _inside(factor: float, span: Span, units: Sequence[Unit], weights: QueryWeights) -> float:
    """Returns what a token within a span counts; the words of a wording share it between them."""
    if units[span.start].han:
        return factor
    return factor * weights.inside_latin / (span.end - span.start)
