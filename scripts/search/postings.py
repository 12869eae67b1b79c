"""The inverted index of one language: for each token the documents and the impact on each."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from scripts.search.analyser import Analyser
from scripts.search.entries import FoundPage
from scripts.search.memory import Memory
from scripts.search.stemming import stem
from scripts.search.weights import IndexWeights

LONGEST_SECTION = 5_000  # characters; only lists of records are longer
_ENGLISH_WORD = re.compile("[a-z]{4,}")


@dataclass(frozen=True)
class Document:
    """What is ranked: a whole page, or one of its sections.

    Attributes:
        page: number of the page.
        section: number of the section on the page; the whole page and its lead are section 0.
        kind: kind of the page.
        fields: tokens by field.
    """

    page: int
    section: int
    kind: str
    fields: dict[str, list[str]]


@dataclass
class Index:
    """Postings and what a store needs to read them.

    Attributes:
        rarity: for each token its inverse document frequency.
        postings: for each token (document, impact), by document.
    """

    rarity: dict[str, float] = field(default_factory=dict)
    postings: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


def documents_of(
    pages: Sequence[FoundPage | None], analyser: Analyser, memory: Memory
) -> list[Document]:
    """Makes the documents of a language: each page as a whole, then each of its sections.

    Args:
        pages: pages by number; None where the language has no such page.
        analyser: cuts the texts.
        memory: what is known of texts that have not changed.

    Returns:
        Documents, numbered by their place.
    """
    documents: list[Document] = []

    def make(text: str) -> str:
        return " ".join(analyser.index_tokens(text))

    def cut(text: str) -> list[str]:
        return memory.recall("text", text, make).split()

    for number, page in enumerate(pages):
        if page is None:
            continue
        heading = cut(page.title)
        if page.question and page.question != page.title:
            heading = cut(page.question) + heading
        texts = [cut(section.text[:LONGEST_SECTION]) for section in page.sections]
        titles = [cut(section.title) for section in page.sections]
        rest = [token for tokens in (*titles, *texts[1:]) for token in tokens]
        fields = {
            "title": heading,
            # Each token once: the wordings of one term are no proof that a page is about it.
            "alias": list(dict.fromkeys(token for alias in page.aliases for token in cut(alias))),
            "explains": list(dict.fromkeys(t for words in page.explains for t in cut(words))),
            "path": cut(_name_of(page)),
            "summary": cut(page.summary),
            "text": texts[0] if texts else [],
            "whole": rest,
        }
        documents.append(Document(number, 0, page.kind, fields))
        for place in range(1, len(page.sections)):
            fields = {"heading": titles[place], "page": heading, "text": texts[place]}
            documents.append(Document(number, place, page.kind, fields))
    return documents


def _name_of(page: FoundPage) -> str:
    """Returns the words of the address by which people know a page: of its file, or its folder."""
    if page.kind == "term":
        return ""
    return page.path.removesuffix("/index").rpartition("/")[2].replace("-", " ")


def build_index(documents: Sequence[Document], weights: IndexWeights) -> Index:
    """Computes the postings (BM25F), in time linear in the size of the texts.

    Args:
        documents: documents of one language.
        weights: weights of the fields.

    Returns:
        The index.
    """
    lengths = _mean_lengths(documents)
    weighted: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, document in enumerate(documents):
        frequencies: dict[str, float] = defaultdict(float)
        for name, tokens in document.fields.items():
            if not tokens:
                continue
            settings = weights.fields[name]
            norm = 1 - settings.b + settings.b * len(tokens) / lengths[name]
            share = settings.weight / norm
            for token, count in Counter(tokens).items():
                frequencies[token] += share * count
        for token, frequency in frequencies.items():
            weighted[token].append((number, frequency))
    index = Index()
    total = len(documents)
    factors = [weights.kinds[document.kind] for document in documents]
    for token in sorted(weighted):
        found = weighted[token]
        rarity = math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
        rarity = min(rarity, weights.rarest)
        index.rarity[token] = rarity
        index.postings[token] = _impacts(found, rarity, factors, weights)
    return index


def surfaces_of(pages: Sequence[FoundPage | None]) -> dict[str, str]:
    """Finds the commonest English word behind each stem, where the two differ."""
    counts: Counter[str] = Counter()
    for page in pages:
        if page is not None:
            for section in page.sections:
                counts.update(_ENGLISH_WORD.findall(section.text.lower()))
            counts.update(_ENGLISH_WORD.findall(f"{page.title} {page.question}".lower()))
    surfaces: dict[str, str] = {}
    for word, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        surfaces.setdefault(stem(word), word)
    return {stemmed: word for stemmed, word in surfaces.items() if stemmed != word}


def _mean_lengths(documents: Sequence[Document]) -> dict[str, float]:
    sums: dict[str, int] = defaultdict(int)
    counts: dict[str, int] = defaultdict(int)
    for document in documents:
        for name, tokens in document.fields.items():
            if tokens:
                sums[name] += len(tokens)
                counts[name] += 1
    return {name: sums[name] / counts[name] for name in sums}


def _impacts(
    found: list[tuple[int, float]],
    rarity: float,
    factors: Sequence[float],
    weights: IndexWeights,
) -> list[tuple[int, int]]:
    k1 = weights.k1
    best = rarity * (k1 + 1) * weights.scale
    impacts = [
        (number, int(best * factors[number] * frequency / (frequency + k1) + 0.5) or 1)
        for number, frequency in found
    ]
    if len(impacts) > weights.longest_list:
        impacts.sort(key=lambda posting: (-posting[1], posting[0]))
        impacts = sorted(impacts[: weights.longest_list])
    return impacts
