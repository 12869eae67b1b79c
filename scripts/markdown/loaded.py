"""The knowledge base, loaded once a process and refreshed when files change."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from scripts.content.knowledge_base import KnowledgeBase, load_with_problems
from scripts.content.localised import LANGUAGES, Language
from scripts.content.pages import Page, load_page
from scripts.content.problems import ContentError, Problem

log = logging.getLogger("mkdocs.scripts.markdown")
Made = TypeVar("Made")
Stamps = dict[Path, tuple[int, int]]
_CHECK_EVERY = 0.5  # seconds between two looks at the file system


class LoadedKnowledge:
    """Keeps one knowledge base up to date while a generator renders page after page.

    A changed page is read alone; a changed record, series or list of pages reloads the rest too.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.RLock()
        self._stamps = _stamps(root)
        self._checked = time.monotonic()
        self._derived: dict[tuple[Any, Language], Any] = {}
        self._kb = self._load_all()

    def current(self) -> KnowledgeBase:
        """Returns the knowledge base as the files now are, looking at most twice a second."""
        with self._lock:
            if time.monotonic() - self._checked >= _CHECK_EVERY:
                self.refresh()
            return self._kb

    def derived(self, make: Callable[[KnowledgeBase, Language], Made], language: Language) -> Made:
        """Returns what `make` makes of the records, made anew only when records change.

        Args:
            make: a function of records (not of pages), such as one that compiles a matcher.
            language: passed on to `make`.
        """
        with self._lock:
            key = (make, language)
            if key not in self._derived:
                self._derived[key] = make(self.current(), language)
            made: Made = self._derived[key]
            return made

    def refresh(self) -> None:
        """Reads the files that changed since the last look."""
        with self._lock:
            self._checked = time.monotonic()
            stamps = _stamps(self._root)
            if stamps == self._stamps:
                return
            changed = {
                file
                for file in stamps.keys() | self._stamps.keys()
                if stamps.get(file) != self._stamps.get(file)
            }
            self._stamps = stamps
            if any(file.suffix != ".md" for file in changed):
                self._derived.clear()
                self._kb = self._load_all()
            else:
                self._kb = self._with_pages(changed)

    def _load_all(self) -> KnowledgeBase:
        kb, problems = load_with_problems(self._root)
        _report(problems)
        return kb

    def _with_pages(self, files: set[Path]) -> KnowledgeBase:
        pages = dict(self._kb.pages)
        for file in sorted(files):
            language, path = _address(self._root, file)
            pages.pop((language, path), None)
            page = self._page(file, language, path)
            if page is not None:
                pages[language, path] = page
        return replace(self._kb, pages=pages)

    def _page(self, file: Path, language: Language, path: str) -> Page | None:
        if not file.exists():
            return None
        try:
            return load_page(file, self._root, language, path)
        except ContentError as error:
            _report(error.problems)
            return None


@cache
def loaded_knowledge(root: Path) -> LoadedKnowledge:
    """Returns the one keeper of a repository root; generators make new extensions for each page."""
    return LoadedKnowledge(root)


def _report(problems: list[Problem]) -> None:
    for problem in problems:
        log.warning("%s", problem)


def _address(root: Path, file: Path) -> tuple[Language, str]:
    for language in LANGUAGES:
        folder = root / "docs" / language
        if file.is_relative_to(folder):
            return language, file.relative_to(folder).with_suffix("").as_posix()
    raise ValueError(f"{file} lies in no language folder")


def _stamps(root: Path) -> Stamps:
    stamps: Stamps = {}
    endings = [("data", (".yml", ".csv")), *((language, (".md",)) for language in LANGUAGES)]
    for name, suffixes in endings:
        for folder, _, files in os.walk(root / "docs" / name):
            for file in files:
                if file.endswith(suffixes):
                    path = Path(folder, file)
                    status = path.stat()
                    stamps[path] = (status.st_mtime_ns, status.st_size)
    return stamps
