"""What a rule may ask: pages, anchors, records and word lists."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from scripts.checks.addresses import Address, resolve
from scripts.checks.document.document import Document
from scripts.checks.document.inlines import Link
from scripts.checks.document.records import RecordDocument
from scripts.checks.document.source import Source
from scripts.checks.lists import CheckLists, Wording, WordMatcher, load_lists
from scripts.checks.rumdl import Layout, RumdlHit
from scripts.checks.stated import Stated, stated_numbers
from scripts.checks.views import view_anchors
from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import LANGUAGES, Language, other
from scripts.content.pages import Page, load_page
from scripts.content.problems import ContentError, Problem, read_text

# Files of records whose texts readers see. Titles of sources stay as they were published.
LAYOUT_CODES = (
    "MD005", "MD007", "MD009", "MD010", "MD012", "MD022", "MD023", "MD027", "MD030", "MD031",
    "MD032", "MD037", "MD038", "MD039", "MD047", "MD056", "MD058", "MD062",
)  # fmt: skip
RECORD_TEXTS = (
    *("terms", "figures", "programmes", "banks", "topics", "navigation", "charts"),
    "t_accounts",
)
_CAPITALS = re.compile("[A-Z][A-Z0-9]+")
_SITE_URL = re.compile(r"(?m)^site_url:.*?https?://([^/:\"']+)")
_LATIN = re.compile("[a-z]+")
# Anchors that the extensions make on any page.
MADE_ANCHORS = frozenset({"related", "sources"})


class Context:
    """The knowledge base as a rule sees it.

    Attributes:
        kb: pages and records.
        problems: faults of form met while loading.
        today: the day that “in the future” and “old” are measured from.
        complete: False when only some pages were loaded.

    Pages that were read before and have not changed can be given as `known`, and so the word lists.
    """

    def __init__(
        self,
        kb: KnowledgeBase,
        problems: list[Problem],
        today: datetime.date | None = None,
        complete: bool = True,
        known: Mapping[tuple[Language, str], Document] | None = None,
        lists: CheckLists | None = None,
    ) -> None:
        self.kb = kb
        self.problems = problems
        self.today = today or datetime.date.today()
        self.complete = complete
        self._documents: dict[tuple[Language, str], Document | None] = dict(known or {})
        self._sources: dict[str, Source] = {}
        self._anchors: dict[tuple[Language, str], frozenset[str]] = {}
        self._lists = lists
        self._layout: Layout | None = None
        self._stated: dict[str, list[Stated]] = {}
        self._matchers: dict[str, WordMatcher] = {}
        self._addresses: dict[str, list[tuple[Link, Address]]] = {}

    @cached_property
    def lists(self) -> CheckLists:
        """Word lists of `docs/data/checks.yml`."""
        return self._lists or load_lists(self.kb.root)

    def has_matcher(self, name: str) -> bool:
        """Tells whether the matcher of a list has been made."""
        return name in self._matchers

    def matcher(self, name: str, wordings: Iterable[Wording]) -> WordMatcher:
        """Returns the matcher of a list, made at its first use."""
        if name not in self._matchers:
            self._matchers[name] = WordMatcher(wordings)
        return self._matchers[name]

    @cached_property
    def latin_words(self) -> frozenset[str]:
        """Latin words, in lower case, that may stand in a Chinese sentence."""
        texts = [*self.lists.english, *self.lists.abbreviations]
        for term in self.kb.terms.values():
            texts += [term.en, *term.forms.en, *term.aliases, term.abbr or "", term.zh_TW]
        return frozenset(word for text in texts for word in _LATIN.findall(text.lower()))

    @cached_property
    def known_abbreviations(self) -> frozenset[str]:
        """Rows of capitals that the glossary, the list or the records explain."""
        texts = [*self.lists.abbreviations]
        for term in self.kb.terms.values():
            texts += [term.abbr or "", term.en, *term.forms.en, *term.forms.zh_TW, *term.aliases]
            texts += [term.zh_TW, term.definition.zh_TW, term.definition.en]
        for bank in self.kb.banks.values():
            texts += [bank.short.en, bank.currency]
        texts += [*self.kb.series, *(s.origin("en") for s in self.kb.series.values())]
        return frozenset(word for text in texts for word in _CAPITALS.findall(text))

    @cached_property
    def documents(self) -> list[Document]:
        """The pages to check, ordered by file."""
        found = [self.document(language, path) for language, path in self.kb.pages]
        return sorted((doc for doc in found if doc is not None), key=lambda doc: doc.path)

    @cached_property
    def record_documents(self) -> list[RecordDocument]:
        """The texts of the records, one document for each file and language."""
        found: list[RecordDocument] = []
        for name in (*RECORD_TEXTS, *(f"diagrams/{name}" for name in self.kb.diagrams)):
            source = self.source(f"docs/data/{name}.yml")
            if source is not None:
                found += [RecordDocument(source.path, source.text, lang) for lang in LANGUAGES]
        return found

    def document(self, language: Language, path: str) -> Document | None:
        """Returns a page, loaded on demand; None where it is missing or malformed."""
        key = (language, path)
        if key not in self._documents:
            page = self.kb.pages.get(key) or self._load(language, path)
            self._documents[key] = self._read(page) if page else None
        return self._documents[key]

    def twin(self, page: Document) -> Document | None:
        """Returns the page in the other language."""
        return self.document(other(page.language), page.page.path)

    def _load(self, language: Language, path: str) -> Page | None:
        file = self.kb.root / "docs" / language / f"{path}.md"
        if (language, path) not in self.page_files:
            return None
        try:
            return load_page(file, self.kb.root, language, path)
        except ContentError:
            return None

    def _read(self, page: Page) -> Document | None:
        source = self.source(page.file)
        return None if source is None else Document(page, source.text)

    def source(self, path: str) -> Source | None:
        """Returns any text file of the repository, or None where it cannot be read."""
        if path not in self._sources:
            try:
                self._sources[path] = Source(path, read_text(self.kb.root / path, path))
            except ContentError:
                return None
        return self._sources[path]

    def addresses(self, page: Document) -> list[tuple[Link, Address]]:
        """Returns the links and images of a page with what their addresses mean.

        References are followed to their definition; those without one are left out.
        """
        if page.path not in self._addresses:
            self._addresses[page.path] = [
                (link, resolve(link.target, page.path)) for link in page.resolved_links
            ]
        return self._addresses[page.path]

    def begin_layout(self) -> None:
        """Lets rumdl read the pages to check in the background, all in one go."""
        files = sorted(page.file for page in self.kb.pages.values())
        self._layout = Layout(self.kb.root, files, LAYOUT_CODES)

    def layout(self, page: Document) -> list[RumdlHit]:
        """Returns what rumdl finds on a page."""
        if self._layout is None:
            self.begin_layout()
        if self._layout is None or page.path not in self._layout.files:
            self._layout = Layout(self.kb.root, [page.path], LAYOUT_CODES)
        return self._layout.hits(page.path)

    def stated(self, page: Document) -> list[Stated]:
        """Returns the amounts, rates and dates that a page states."""
        if page.path not in self._stated:
            self._stated[page.path] = stated_numbers(page)
        return self._stated[page.path]

    @cached_property
    def page_files(self) -> dict[tuple[Language, str], str]:
        """File of every page on disk, even of those that could not be loaded."""
        found: dict[tuple[Language, str], str] = {}
        for language in LANGUAGES:
            for file in sorted(self.files):
                if file.startswith(f"{language}/") and file.endswith(".md"):
                    path = file.removeprefix(f"{language}/").removesuffix(".md")
                    found[language, path] = f"docs/{file}"
        return found

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file under `docs/`, relative to it, as spelt on disk."""
        return frozenset(self.sizes)

    @cached_property
    def sizes(self) -> dict[str, int]:
        """Bytes of every file under `docs/`, by its path relative to it."""
        docs = self.kb.root / "docs"
        found: dict[str, int] = {}
        waiting = [(str(docs), "")]
        while waiting:
            folder, base = waiting.pop()
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((entry.path, f"{base}{entry.name}/"))
                    else:
                        found[base + entry.name] = entry.stat().st_size
        return found

    @property
    def text_files(self) -> list[Source]:
        """The pages to check and, in a run over everything, the files of records."""
        sources: list[Source] = list(self.documents)
        for file in sorted(self.files):
            if file.startswith("data/") and file.endswith((".yml", ".csv")):
                source = self.source(f"docs/{file}") if self.complete else None
                if source is not None:
                    sources.append(source)
        return sources

    @cached_property
    def files_lower(self) -> dict[str, str]:
        """Every file under `docs/` by its name in lower case."""
        return {file.lower(): file for file in sorted(self.files)}

    @cached_property
    def paths(self) -> frozenset[str]:
        """Page paths that exist in any language."""
        return frozenset(path for _, path in self.page_files)

    def anchors(self, language: Language, path: str) -> frozenset[str]:
        """Returns the ids that a link may name on a page."""
        key = (language, path)
        if key not in self._anchors:
            document = self.document(language, path)
            ids = set(MADE_ANCHORS)
            if document is not None:
                ids |= {heading.id for heading in document.page.headings if heading.id}
                ids |= set(document.attribute_ids)
                for view, _ in document.views:
                    ids |= view_anchors(view, self.kb)
            self._anchors[key] = frozenset(ids)
        return self._anchors[key]

    @property
    def root(self) -> Path:
        """Repository root."""
        return self.kb.root

    @cached_property
    def own_hosts(self) -> frozenset[str]:
        """Hosts under which this site is reached."""
        hosts = {"127.0.0.1", "localhost"}
        for match in _SITE_URL.finditer(self._configuration):
            hosts.add(match[1].removeprefix("www."))
        return frozenset(hosts)

    @cached_property
    def _configuration(self) -> str:
        source = self.source("mkdocs.yml")
        return source.text if source else ""

    def is_secure_host(self, host: str) -> bool:
        """Tells whether a host is known to answer https."""
        return host in self._secure_hosts or any(host.endswith(f".{h}") for h in self.lists.hosts)

    @cached_property
    def _secure_hosts(self) -> frozenset[str]:
        hosts = {*self.lists.hosts}
        for source in self.kb.sources.values():
            if source.url and source.url.startswith("https://"):
                hosts.add(source.url.split("/")[2].removeprefix("www."))
        return frozenset(hosts)
