"""What kind of page a query calls for, whatever its words.

`docs/assets/javascripts/search/fit.js` does the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scripts.search.analyser import Analyser, Unit
from scripts.search.phrases import PhraseTable
from scripts.search.weights import QueryWeights


@dataclass(frozen=True)
class Place:
    """A part of the world that some pages are about.

    Attributes:
        tokens: by which a query names it.
        signs: Han characters that only people there write.
        pages: numbers of the pages about it.
    """

    tokens: frozenset[str]
    signs: frozenset[str]
    pages: frozenset[int]


def fit_of(
    units: Sequence[Unit],
    analyser: Analyser,
    questions: PhraseTable,
    places: Sequence[Place],
    answers: frozenset[int],
    weights: QueryWeights,
) -> Callable[[int], float]:
    """Tells how well pages fit a query: an FAQ page fits a question, and a page about a place
    does not fit a query that names no such place.

    Args:
        units: the query.
        analyser: knows the names of places.
        questions: words of questions.
        places: the places.
        answers: numbers of the FAQ pages.
        weights: the numbers.

    Returns:
        By what the score of a page is multiplied.
    """
    concepts, everyday = analyser.spans(units)
    named = {f"#{span.phrase.id}" for span in concepts} | {f"~{s.phrase.id}" for s in everyday}
    written = {unit.text for unit in units}
    here: set[int] = set()
    elsewhere: set[int] = set()
    for place in places:
        met = not named.isdisjoint(place.tokens) or not written.isdisjoint(place.signs)
        (here if met else elsewhere).update(place.pages)
    elsewhere -= here
    asks = bool(questions.find([unit.text for unit in units], [unit.broken for unit in units]))

    def fit(page: int) -> float:
        factor = weights.elsewhere if page in elsewhere else 1.0
        return factor * weights.asked if asks and page in answers else factor

    return fit
