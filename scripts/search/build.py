"""Makes the search index of the built site."""

from __future__ import annotations

import gc
import json
from collections import Counter
from pathlib import Path
from typing import Any

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import LANGUAGES, Language
from scripts.search.analyser import Analyser
from scripts.search.entries import FoundPage, find_pages, term_path
from scripts.search.folding import folding_for
from scripts.search.language_tables import make_analyser, wordings
from scripts.search.memory import FILE, Memory, memory_key
from scripts.search.packing import pack, pack_group, pack_term
from scripts.search.postings import build_index, documents_of, surfaces_of
from scripts.search.settings import SearchSettings, load_settings
from scripts.search.sounds import sounds_for
from scripts.search.weights import INDEX
from scripts.search.write import LanguageIndex, write_files


def write_search_index(kb: KnowledgeBase, site_dir: Path) -> None:
    """Writes the index of both languages to `search/` in the built site.

    Args:
        kb: the knowledge base that the site was built from.
        site_dir: folder of the built site.
    """
    # An index is a million small objects that live to the end: looking for dead ones among them
    # again and again takes a fifth of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        _write(kb, site_dir)
    finally:
        if collecting:
            gc.enable()


def _write(kb: KnowledgeBase, site_dir: Path) -> None:
    settings = load_settings(kb.root)
    memory = Memory(kb.root / FILE, memory_key(kb.terms.values(), settings))
    found = {language: find_pages(kb, site_dir, language, memory) for language in LANGUAGES}
    numbers = _page_numbers(found)
    folding, written = _folding(found, settings, kb)
    analyser = make_analyser(folding, list(kb.terms.values()), settings)
    languages: dict[Language, LanguageIndex] = {}
    for language in LANGUAGES:
        pages: list[FoundPage | None] = [None] * len(numbers)
        for page in found[language]:
            pages[numbers[page.path]] = page
        index = build_index(documents_of(pages, analyser, memory), INDEX)
        languages[language] = LanguageIndex(pages, index, surfaces_of(pages))
    tables: dict[str, Any] = {
        "folding": ["".join(folding), "".join(folding.values()), written],
        "silent": pack(settings.silent),
        "questions": pack(settings.question_words),
        "everyday": "\n".join(
            pack_group(group.id, group.words, analyser) for group in settings.everyday
        ),
        "terms": "\n".join(pack_term(term, analyser) for term in kb.terms.values()),
        "terms_pages": [numbers.get(term_path(term.id), -1) for term in kb.terms.values()],
        "places": _places(found, settings, numbers, analyser),
        "answers": sorted(
            {numbers[p.path] for ps in found.values() for p in ps if p.kind == "faq"}
        ),
        "popular": {
            language: [
                {"url": page.url, "title": page.question or page.title}
                for path in settings.popular
                for page in found[language]
                if page.path == path
            ]
            for language in LANGUAGES
        },
    }
    # Of the characters that are folded only what they become is ever looked up.
    characters = "".join(sorted(set(folding.values()))), "".join(sorted(folding))
    sounds = memory.recall(
        "sounds", "\n".join(characters), lambda text: json.dumps(sounds_for(*text.split("\n")))
    )
    write_files(site_dir, languages, tables, json.loads(sounds))
    memory.save()


def _page_numbers(found: dict[Language, list[FoundPage]]) -> dict[str, int]:
    """Numbers the pages of all languages together, so that a page and its twin share a number."""
    paths = {page.path for pages in found.values() for page in pages}
    return {path: number for number, path in enumerate(sorted(paths))}


def _folding(
    found: dict[Language, list[FoundPage]], settings: SearchSettings, kb: KnowledgeBase
) -> tuple[dict[str, str], int]:
    """Cuts the folding table to what is met.

    Returns:
        The table, and how many entries at its head say how a folded character is written on the
        pages: those whose Traditional form stands there more often than the character itself.
    """
    counts: Counter[str] = Counter()
    for pages in found.values():
        for page in pages:
            for text in (page.title, page.question, page.summary):
                counts.update(text)
            for section in page.sections:
                counts.update(section.title)
                counts.update(section.text)
    met = set(counts)
    for words in (
        settings.silent,
        settings.question_words,
        *(group.words for group in settings.everyday),
        *([wording for wording, _ in wordings(term)] for term in kb.terms.values()),
        *(page.aliases for pages in found.values() for page in pages),
    ):
        met.update(*words)
    table = folding_for(met)
    written: dict[str, str] = {}
    for character, folded in table.items():
        if counts[character] > counts[written.get(folded, folded)]:
            written[folded] = character
    head = {character: folded for folded, character in written.items()}
    return {**head, **table}, len(head)


def _places(
    found: dict[Language, list[FoundPage]],
    settings: SearchSettings,
    numbers: dict[str, int],
    analyser: Analyser,
) -> list[Any]:
    """For each place the tokens that name it, its signs, and the pages whose titles name it."""
    titles: dict[int, set[str]] = {}
    for page in (page for pages in found.values() for page in pages if page.kind != "term"):
        tokens = analyser.index_tokens(page.question or page.title)
        titles.setdefault(numbers[page.path], set()).update(tokens)
    places: list[Any] = []
    for place in settings.places:
        names = [*(f"~{group}" for group in place.groups), *(f"#{term}" for term in place.terms)]
        about = [number for number, tokens in titles.items() if not tokens.isdisjoint(names)]
        places.append([names, place.signs, sorted(about)])
    return places
