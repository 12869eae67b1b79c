"""Adds up what the postings say and puts the pages in order.

`docs/assets/javascripts/search/ranking.js` does the same sums in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from scripts.search.query import Want
from scripts.search.weights import QueryWeights


@dataclass(frozen=True)
class PostingList:
    """What the index knows of a token: its rarity, and (document, impact) by document."""

    rarity: float
    documents: Sequence[tuple[int, float]]


class Lookup(Protocol):
    """Where postings come from."""

    def postings(self, want: Want) -> PostingList | None:
        """Returns the postings of a token, or None where no document has it."""

    def page_of(self, document: int) -> tuple[int, int]:
        """Returns number of the page, and of the section on it."""


@dataclass(frozen=True)
class Ranked:
    """A page that answers the query.

    Attributes:
        page: number of the page.
        section: its section that answers best; 0 is the lead.
        score: how well; comparable within one query only.
        reasons: token, weight and share of the score, the largest share first.
    """

    page: int
    section: int
    score: float
    reasons: tuple[tuple[str, float, float], ...]


def rank(
    wants: Sequence[Want], lookup: Lookup, weights: QueryWeights, fit: Callable[[int], float]
) -> list[Ranked]:
    """Ranks the pages of one language.

    A document's score is the sum of weight times impact, raised by the share of the query that it
    covers. A page counts as its best document, times how well it fits the kind of query. Its best
    section is named where it does nearly as well as the page as a whole.

    Args:
        wants: the weighted tokens.
        lookup: the index.
        weights: the numbers.
        fit: by what the score of a page is multiplied.

    Returns:
        Pages with the best first; of equals the one with the lower number first.
    """
    sums: dict[int, float] = {}
    covered: dict[int, float] = {}
    shares: dict[int, list[tuple[str, float, float]]] = {}
    everything = 0.0
    for want in wants:
        found = lookup.postings(want)
        if not found:
            continue
        part = want.weight * found.rarity
        everything += part
        for document, impact in found.documents:
            share = want.weight * impact
            sums[document] = sums.get(document, 0.0) + share
            covered[document] = covered.get(document, 0.0) + part
            shares.setdefault(document, []).append((want.token, want.weight, share))
    pages: dict[int, _PageScore] = {}
    for document in sorted(sums):
        coverage = covered[document] / everything
        score = sums[document] * (1 - weights.coverage + weights.coverage * coverage)
        page, section = lookup.page_of(document)
        pages.setdefault(page, _PageScore()).add(document, section, score)
    ranked = [
        Ranked(
            page,
            scores.section if scores.of_section >= weights.show_section * scores.best else 0,
            scores.best * fit(page),
            tuple(sorted(shares[scores.document], key=lambda share: -share[2])),
        )
        for page, scores in pages.items()
    ]
    return sorted(ranked, key=lambda hit: (-hit.score, hit.page))


@dataclass
class _PageScore:
    """The scores of a page's documents: the best, and the best of a section."""

    best: float = 0.0
    document: int = 0
    section: int = 0
    of_section: float = 0.0

    def add(self, document: int, section: int, score: float) -> None:
        if score > self.best:
            self.best, self.document = score, document
        if section and score > self.of_section:
            self.section, self.of_section = section, score
