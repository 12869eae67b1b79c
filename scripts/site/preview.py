"""One build of the site for looking at, whose pages can be rendered again one by one."""

from __future__ import annotations

import filecmp
import shutil
import tempfile
import threading
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.run import apply_rules
from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import LANGUAGES, SOURCE_LANGUAGE, Language
from scripts.content.pages import Page, load_page
from scripts.content.problems import ContentError, Problem
from scripts.site.build import finish_builds, load_sound, start_builds
from scripts.site.language_process import LanguageProcess

_SEEN = (".html", ".css", ".js", ".svg", ".json")


class Preview:
    """A whole build in a folder of its own, with the processes that made it still there.

    It is never built twice: what cannot be mended by rendering a page again (records, templates,
    a page that is new) is another preview's matter.
    """

    def __init__(self, root: Path, address: str) -> None:
        """Makes the folder; `build` does the rest.

        Args:
            root: repository root.
            address: address under which the site will be served.
        """
        self._root = root
        self._address = address
        self._top = Path(tempfile.mkdtemp(prefix="qe-site-"))
        self.folder = self._top / "site"
        self._kb = KnowledgeBase(root)
        self._read: dict[tuple[Language, str], Document] = {}
        self._processes: dict[Language, LanguageProcess] = {}
        self._stopping = threading.Lock()
        self.stopped = False

    def build(self) -> None:
        """Builds everything.

        Raises:
            ContentError: something is at fault, or `close` was called meanwhile.
        """
        self._kb = load_sound(self._root)
        with self._stopping:
            if not self.stopped:
                self._processes = start_builds(self._kb, self.folder, self._address)
        finish_builds(self._processes.values())
        if self.stopped:
            raise ContentError([Problem("docs", 1, 1, "the build was stopped")])
        messages = self._processes[SOURCE_LANGUAGE].order(publish=str(self.folder))
        if messages:
            raise ContentError([Problem("docs", 1, 1, message) for message in messages])
        read = Context(self._kb, []).documents
        self._read = {(document.language, document.page.path): document for document in read}

    def holds(self, files: Collection[Path]) -> bool:
        """Tells whether all of these files are pages that were there when it was built."""
        return all(file.is_file() and self._address_of(file) in self._kb.pages for file in files)

    def render(self, files: Collection[Path]) -> list[str]:
        """Renders pages again.

        Args:
            files: Markdown files that it `holds`.

        Returns:
            What the generator warned of.

        Raises:
            ContentError: a page cannot be read; no page was rendered.
        """
        read = [load_page(file, self._root, *self._address_of(file)) for file in sorted(files)]
        pages: dict[tuple[Language, str], Page] = {
            (page.language, page.path): page for page in read
        }
        self._kb = replace(self._kb, pages={**self._kb.pages, **pages})
        messages: list[str] = []
        for language, process in self._processes.items():
            names = [page.file.removeprefix("docs/") for page in read if page.language == language]
            if names:
                messages += process.order(render=names)
        return messages

    def check(self, files: Collection[Path]) -> list[Finding]:
        """Applies the rules to pages that were rendered again; the other pages are known."""
        addresses = {self._address_of(file) for file in files}
        known = {key: document for key, document in self._read.items() if key not in addresses}
        context = Context(self._kb, [], complete=False, known=known)
        paths = {self._kb.pages[address].file for address in addresses}
        findings = apply_rules(context, None, paths)
        for address in addresses:
            document = context.document(*address)
            if document is not None:
                self._read[address] = document
        return findings

    def looks_like(self, other: Preview) -> bool:
        """Tells whether a reader would see the same site in another preview."""
        ours, theirs = _seen(self.folder), _seen(other.folder)
        return ours == theirs and all(
            filecmp.cmp(self.folder / name, other.folder / name, shallow=False) for name in ours
        )

    def close(self) -> None:
        """Ends the processes, also in the middle of a build, and removes the folder."""
        with self._stopping:
            self.stopped = True
        for process in self._processes.values():
            process.stop()
        shutil.rmtree(self._top, ignore_errors=True)

    def _address_of(self, file: Path) -> tuple[Language, str]:
        for language in LANGUAGES:
            folder = self._root / "docs" / language
            if file.is_relative_to(folder) and file.suffix == ".md":
                return language, file.relative_to(folder).with_suffix("").as_posix()
        return SOURCE_LANGUAGE, ""  # no page has this address


def _seen(folder: Path) -> set[str]:
    """Files that a page shows; the search index has a new address with every change of a word."""
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.suffix in _SEEN and file.parts[len(folder.parts)] != "search"
    }
