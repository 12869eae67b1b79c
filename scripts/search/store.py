"""Reads the index files, as the browser does."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from scripts.content.localised import Language
from scripts.search.analyser import Analyser
from scripts.search.fit import Place
from scripts.search.layout import ENTRY_POINT, FORMAT, shard_keys, shard_of
from scripts.search.packing import TermWords, unpack_terms
from scripts.search.phrases import Phrase, PhraseTable
from scripts.search.query import Want
from scripts.search.ranking import PostingList
from scripts.search.weights import QueryWeights


class IndexMissing(Exception):
    """There is no index, or one that this code cannot read."""


class IndexFolder:
    """The index of a built site."""

    def __init__(self, site_dir: Path) -> None:
        """Opens the index.

        Raises:
            IndexMissing: the site has none, or one of another format.
        """
        try:
            entry = json.loads((site_dir / ENTRY_POINT).read_text(encoding="utf-8"))["config"]
        except (OSError, KeyError, ValueError) as error:
            raise IndexMissing(f"{site_dir} holds no search index") from error
        if entry.get("format") != FORMAT:
            raise IndexMissing(f"{site_dir} holds a search index of another format")
        self.version: str = entry["version"]
        self._folder = site_dir / "search" / self.version

    def read(self, name: str) -> Any:
        """Reads one file of the index."""
        data = json.loads((self._folder / name).read_text(encoding="utf-8"))
        if data["version"] != self.version:
            raise IndexMissing(f"{name} belongs to another build")
        return data

    @cached_property
    def manifest(self) -> Any:
        """Tables and counts."""
        return self.read("manifest.json")

    @cached_property
    def terms(self) -> list[TermWords]:
        """The terms with their wordings."""
        return unpack_terms(self.manifest["terms"])

    @cached_property
    def weights(self) -> QueryWeights:
        """Weights of the query side."""
        return QueryWeights(**self.manifest["weights"])

    @cached_property
    def sounds(self) -> dict[str, frozenset[str]]:
        """The sounds of each character."""
        sounds: dict[str, set[str]] = {}
        for sound, characters in self.read("sounds.json")["sounds"].items():
            for character in characters:
                sounds.setdefault(character, set()).add(sound)
        return {character: frozenset(found) for character, found in sounds.items()}

    @cached_property
    def analyser(self) -> Analyser:
        """The analyser that the index was made with."""
        manifest = self.manifest
        characters, folded, _ = manifest["folding"]
        folding = dict(zip(characters, folded, strict=True))
        nothing = PhraseTable(())
        bare = Analyser(folding, nothing, nothing, frozenset())
        silent = frozenset(
            u for word in manifest["silent"].split("|") for u in bare.phrase_units(word)
        )
        plain = Analyser(folding, nothing, nothing, silent)
        concepts = PhraseTable(
            Phrase(plain.phrase_units(wording), identifier, wording, loose)
            for identifier, names, aliases in self.terms
            for loose, wordings in ((False, names), (True, aliases))
            for wording in wordings
        )
        everyday = PhraseTable(
            Phrase(plain.phrase_units(word), identifier, word)
            for identifier, *words in (g.split("|") for g in manifest["everyday"].splitlines())
            for word in words
        )
        return Analyser(folding, concepts, everyday, silent)

    @cached_property
    def questions(self) -> PhraseTable:
        """Words that tell what kind of answer is wanted."""
        cut = self.analyser.phrase_units
        words = self.manifest["questions"].split("|")
        return PhraseTable(Phrase(cut(word), "", word) for word in words)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Parts of the world that pages are about."""
        units = self.analyser.units
        return tuple(
            Place(
                frozenset(tokens), frozenset(unit.text for unit in units(signs)), frozenset(pages)
            )
            for tokens, signs, pages in self.manifest["places"]
        )

    @cached_property
    def answers(self) -> frozenset[int]:
        """Numbers of the FAQ pages."""
        return frozenset(self.manifest["answers"])


class LanguageStore:
    """Postings and pages of one language."""

    def __init__(self, folder: IndexFolder, language: Language) -> None:
        self._folder = folder
        self._language = language
        counts = folder.manifest["languages"][language]
        self._scale: float = folder.manifest["scale"]
        self._shard_count: int = counts["shards"]
        self._chunk_starts: list[int] = [0, *accumulate(counts["chunks"])]
        self._page_starts: list[int] = [0, *accumulate(counts["documents"])]
        self._shards: dict[int, Any] = {}
        self._chunks: dict[int, Any] = {}

    def rarity(self, token: str) -> float | None:
        """Returns how rare a token is, or None where no document has it."""
        entry = self._entry(token)
        return entry[0] / 100 if entry else None

    def surface(self, token: str) -> str:
        """Returns the commonest word behind a stem."""
        entry = self._entry(token)
        return str(entry[2]) if entry and len(entry) > 2 else token

    def beginning_with(self, start: str) -> Iterator[tuple[str, float]]:
        """Yields the tokens that begin with two letters or one character, or more."""
        for token, entry in self._entries(start):
            yield token, entry[0] / 100

    def postings(self, want: Want) -> PostingList | None:
        """Returns the postings of a token, or of all tokens that begin so."""
        if not want.prefix:
            entry = self._entry(want.token)
            if not entry:
                return None
            return PostingList(entry[0] / 100, list(_unpack(entry[1], self._scale)))
        merged: dict[int, float] = {}
        rarest = 0.0
        for _, entry in self._entries(want.token):
            rarest = max(rarest, entry[0] / 100)
            for document, impact in _unpack(entry[1], self._scale):
                merged[document] = max(merged.get(document, 0.0), impact)
        return PostingList(rarest, sorted(merged.items())) if merged else None

    def page_of(self, document: int) -> tuple[int, int]:
        """Returns number of the page, and of the section on it."""
        page = bisect_right(self._page_starts, document) - 1
        return page, document - self._page_starts[page]

    def has_page(self, number: int) -> bool:
        """Whether the language has a page of this number."""
        return self._page_starts[number + 1] > self._page_starts[number]

    def document_of(self, page: int, section: int) -> int:
        """Returns the document of a section, or of the whole page where it lacks the section."""
        first, after = self._page_starts[page], self._page_starts[page + 1]
        return first + section if first + section < after else first

    def text(self, document: int) -> Any:
        """Returns url, kind and title of the page, then id, title and text of the section."""
        chunk = bisect_right(self._chunk_starts, document) - 1
        if chunk not in self._chunks:
            name = f"{self._language}/texts-{chunk}.json"
            self._chunks[chunk] = self._folder.read(name)["texts"]
        return self._chunks[chunk][document - self._chunk_starts[chunk]]

    def _entry(self, token: str) -> Any:
        return self._shard(shard_keys(token)[0]).get(token)

    def _entries(self, start: str) -> Iterator[tuple[str, Any]]:
        numbers = dict.fromkeys(shard_of(key, self._shard_count) for key in shard_keys(start))
        for number in numbers:
            for token, entry in self._numbered(number).items():
                if _begins(token, entry, start):
                    yield token, entry

    def _shard(self, key: str) -> Any:
        return self._numbered(shard_of(key, self._shard_count))

    def _numbered(self, number: int) -> Any:
        if number not in self._shards:
            self._shards[number] = self._folder.read(f"{self._language}/{number}.json")["tokens"]
        return self._shards[number]


def _begins(token: str, entry: list[Any], start: str) -> bool:
    """Whether a token, or the commonest word behind it, begins so."""
    return token.startswith(start) or (len(entry) > 2 and entry[2].startswith(start))


def _unpack(numbers: list[int], scale: float) -> Iterator[tuple[int, float]]:
    document = 0
    for place in range(0, len(numbers), 2):
        document += numbers[place]
        yield document, numbers[place + 1] / scale
