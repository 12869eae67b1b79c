"""Every number that the ranking rests on. The browser gets those of the query with the index."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class FieldWeight:
    """How much a field counts, and how strongly its length is evened out (BM25's b)."""

    weight: float
    b: float


@dataclass(frozen=True)
class IndexWeights:
    """Weights that go into the postings (BM25F: Robertson, Zaragoza and Taylor, 2004)."""

    k1: float = 4.0
    rarest: float = 4.0
    fields: dict[str, FieldWeight] = field(
        default_factory=lambda: {
            "title": FieldWeight(6.0, 0.5),
            "heading": FieldWeight(3.0, 0.5),
            "alias": FieldWeight(6.0, 0.6),
            "explains": FieldWeight(6.0, 0.6),
            "path": FieldWeight(4.0, 0.5),
            "page": FieldWeight(1.5, 0.3),
            "summary": FieldWeight(1.5, 0.5),
            "text": FieldWeight(0.7, 0.75),
            "whole": FieldWeight(0.2, 0.75),
        }
    )
    kinds: dict[str, float] = field(
        default_factory=lambda: {
            "article": 1.0, "case": 0.97, "faq": 1.02, "index": 0.7, "reference": 0.6, "term": 0.4,
        }
    )  # fmt: skip
    scale: float = 4.0  # an impact of 1 is stored as this
    longest_list: int = 120  # postings kept for a token, those of the highest impact


@dataclass(frozen=True)
class QueryWeights:
    """Weights that the query side applies, in Python and in the browser."""

    concept: float = 1.0
    loose: float = 0.75
    everyday: float = 0.8
    inside_concept: float = 0.1
    inside_loose: float = 0.7
    inside_everyday: float = 0.5
    question: float = 0.0
    astride: float = 0.2
    pair: float = 0.5
    word: float = 0.85
    inside_latin: float = 0.5
    half_typed: float = 0.6
    prefix: float = 0.7
    corrected: float = 0.9
    coverage: float = 0.15
    elsewhere: float = 0.85
    asked: float = 1.2
    show_section: float = 0.6
    twin: float = 0.9
    most_wants: int = 12


INDEX = IndexWeights()
QUERY = QueryWeights()
