"""Remembers from build to build what was cut from pages that have not changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from scripts.content.records import Term
from scripts.search.settings import SearchSettings

FILE = Path(".cache") / "search.json"
_CODE = ("analyser", "entries", "folding", "phrases", "stemming")  # whose results are remembered


class Memory:
    """Results by the hash of what they were made from; lives in `.cache/`, safe to delete."""

    def __init__(self, file: Path, key: str) -> None:
        """Opens the memory.

        Args:
            file: where it is kept.
            key: stands for everything else that the results depend on; a memory with another
                key is forgotten.
        """
        self._file = file
        self._key = key
        self._old: dict[str, str] = {}
        self._used: dict[str, str] = {}
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            if kept["key"] == key:
                self._old = kept["results"]
        except (OSError, ValueError, KeyError, TypeError):
            pass  # None yet, or one that was cut off while it was written.

    def recall(self, kind: str, text: str, make: Callable[[str], str]) -> str:
        """Returns the result for a text, made anew only where it is not remembered.

        Args:
            kind: what is made of the text.
            text: what it is made from.
            make: makes it.

        Returns:
            The result.
        """
        name = kind + hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
        if name not in self._used:
            self._used[name] = self._old[name] if name in self._old else make(text)
        return self._used[name]

    def save(self) -> None:
        """Keeps what this build used, and nothing else."""
        if self._used.keys() == self._old.keys():
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        data = {"key": self._key, "results": self._used}
        self._file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def memory_key(terms: Iterable[Term], settings: SearchSettings) -> str:
    """Returns a hash of the code, the glossary and the settings that cut the texts."""
    digest = hashlib.sha256(_code().encode())
    for term in terms:
        digest.update(term.model_dump_json().encode())
    digest.update(settings.model_dump_json().encode())
    return digest.hexdigest()


@cache
def _code() -> str:
    folder = Path(__file__).parent
    return "".join((folder / f"{name}.py").read_text(encoding="utf-8") for name in _CODE)
