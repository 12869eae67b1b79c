"""Writes the index files, under a version made from their content."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scripts.content.localised import Language
from scripts.search.entries import FoundPage
from scripts.search.layout import (
    CHUNK_BYTES,
    ENTRY_POINT,
    FORMAT,
    LONGEST_TEXT,
    SHARD_BYTES,
    shard_keys,
    shard_of,
)
from scripts.search.postings import Index
from scripts.search.weights import INDEX, QUERY

_VERSION_MARK = "\0version\0"
_TOKEN_BYTES, _POSTING_BYTES = 20, 5  # what they take in a file, about


@dataclass(frozen=True)
class LanguageIndex:
    """What is written for one language.

    Attributes:
        pages: pages by number; None where the language lacks the page.
        index: the postings.
        surfaces: the commonest word behind a stem, where the two differ.
    """

    pages: Sequence[FoundPage | None]
    index: Index
    surfaces: Mapping[str, str]


def write_files(
    site_dir: Path,
    languages: Mapping[Language, LanguageIndex],
    tables: Mapping[str, Any],
    sounds: Mapping[str, str],
) -> str:
    """Writes all files of the index.

    Args:
        site_dir: folder of the built site.
        languages: the indexes.
        tables: what the analyser and the box need, for the manifest.
        sounds: characters by sound.

    Returns:
        The version.
    """
    files: dict[str, dict[str, Any]] = {"sounds.json": {"sounds": dict(sounds)}}
    counts: dict[str, Any] = {}
    for language, one in languages.items():
        shards = _shards(one)
        for number, entries in enumerate(shards):
            files[f"{language}/{number}.json"] = {"tokens": entries}
        chunks = _chunks(one.pages)
        for number, texts in enumerate(chunks):
            files[f"{language}/texts-{number}.json"] = {"texts": texts}
        counts[language] = {
            "shards": len(shards),
            "chunks": [len(texts) for texts in chunks],
            "documents": [max(1, len(page.sections)) if page else 0 for page in one.pages],
        }
    files["manifest.json"] = {
        **tables,
        "weights": asdict(QUERY),
        "scale": INDEX.scale,
        "languages": counts,
    }
    written = {name: _json({"version": _VERSION_MARK, **data}) for name, data in files.items()}
    digest = hashlib.sha256(str(FORMAT).encode())
    for name in sorted(written):
        digest.update(f"{name}\0{written[name]}\0".encode())
    version = digest.hexdigest()[:12]
    folder = site_dir / "search"
    _remove_other_versions(folder)
    for subfolder in ("", *languages):
        (folder / version / subfolder).mkdir(parents=True, exist_ok=True)
    for name, text in written.items():
        text = text.replace(_json(_VERSION_MARK), f'"{version}"', 1)
        (folder / version / name).write_text(text, encoding="utf-8")
    entry = {"config": {"format": FORMAT, "version": version}, "docs": []}
    (site_dir / ENTRY_POINT).write_text(_json(entry), encoding="utf-8")
    return version


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _remove_other_versions(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.is_dir() and re.fullmatch("[0-9a-f]{12}", old.name):
            shutil.rmtree(old)


def _shards(one: LanguageIndex) -> list[dict[str, Any]]:
    postings = one.index.postings
    size = sum(_TOKEN_BYTES + _POSTING_BYTES * len(found) for found in postings.values())
    shards: list[dict[str, Any]] = [{} for _ in range(max(1, round(size / SHARD_BYTES)))]
    for token in postings:
        shards[shard_of(shard_keys(token)[0], len(shards))][token] = _entry(one, token)
    return shards


def _entry(one: LanguageIndex, token: str) -> list[Any]:
    """Rarity in hundredths, then steps from document to document with impacts; then the word."""
    numbers: list[int] = []
    last = 0
    for document, impact in one.index.postings[token]:
        numbers += (document - last, impact)
        last = document
    entry: list[Any] = [round(one.index.rarity[token] * 100), numbers]
    if token in one.surfaces:
        entry.append(one.surfaces[token])
    return entry


def _chunks(pages: Sequence[FoundPage | None]) -> list[list[Any]]:
    """Packs what is shown of each document, in order."""
    chunks: list[list[Any]] = []
    size = CHUNK_BYTES
    for record in (record for page in pages if page for record in _records(page)):
        length = len(_json(record).encode())
        if size + length > CHUNK_BYTES:
            chunks.append([])
            size = 0
        chunks[-1].append(record)
        size += length
    return chunks


def _records(page: FoundPage) -> Iterator[list[str]]:
    """Yields url, kind, title, then id, title and text of a section, for each document."""
    head = [page.url, page.kind, page.question or page.title]
    lead = page.sections[0].text if page.sections else ""
    yield [*head, "", "", page.summary if page.kind in ("faq", "term") or not lead else lead]
    for section in page.sections[1:]:
        yield [*head, section.id, section.title, section.text[:LONGEST_TEXT]]
