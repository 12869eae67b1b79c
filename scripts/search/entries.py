"""What can be found: the pages, their sections and the glossary, read from the built site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from lxml import html as lxml_html
from lxml.html import HtmlElement

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import Language
from scripts.content.pages import Page
from scripts.search.language_tables import wordings
from scripts.search.memory import Memory

_ARTICLE_ENDS = "</article>"
_HEADINGS = ("h2", "h3")
_LEFT_OUT = frozenset(("script", "style", "svg", "template", "button", "form", "sup", "nav"))
# A chart repeats its series on every page that shows it; the prose beside it says what it shows.
_CHROME = frozenset(("headerlink", "footnote", "kb-answer", "kb-head", "kb-chart", "kb-rules"))
_BLOCKS = frozenset(
    (
        *("p", "li", "tr", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("pre", "blockquote", "figcaption", "caption", "div", "br"),
    )
)
_PLAIN = frozenset(("a", "strong", "em", "code", "span"))  # what is common within a line
_LISTS_OF_LINKS = ("related", "sources")
_LISTS = ("faq-index", "glossary", "figures", "sources")  # views of records found by themselves
GLOSSARY = "glossary"

Kind = Literal["article", "case", "faq", "reference", "index", "home", "term"]


@dataclass
class Section:
    """A stretch of a page under one heading; the first of a page has neither id nor title."""

    id: str
    title: str
    text: str


@dataclass
class FoundPage:
    """A page as the search knows it.

    Attributes:
        path: page path, the same in both languages.
        url: address relative to the site's root.
        kind: kind of the page, or `term` for an entry of the glossary.
        title: what the page is called.
        question: the question of an FAQ page, else empty.
        summary: the short answer of an FAQ page, the definition of a term, else the description.
        aliases: other wordings under which the page is looked for.
        explains: wordings of the terms that the page explains best.
        sections: the text, the lead first.
    """

    path: str
    url: str
    kind: Kind
    title: str
    question: str
    summary: str
    aliases: tuple[str, ...] = ()
    explains: tuple[str, ...] = ()
    sections: list[Section] = field(default_factory=list)


def find_pages(
    kb: KnowledgeBase, site_dir: Path, language: Language, memory: Memory
) -> list[FoundPage]:
    """Reads every page and every glossary entry of a language.

    Args:
        kb: the knowledge base that the site was built from.
        site_dir: folder of the built site.
        language: which language.
        memory: what is known of pages that have not changed.

    Returns:
        Pages by path, then terms by id.
    """
    explained: dict[str, list[str]] = {}
    for term in kb.terms.values():
        explained.setdefault(term.article, []).extend(wording for wording, _ in wordings(term))
    pages = [
        _read_page(page, site_dir, explained.get(page.path, []), memory)
        for page in sorted(kb.pages_in(language), key=lambda page: page.path)
        if page.front.kind != "home" and page.front.status != "draft" and page.path != "search"
    ]
    pages += _terms(kb, language)
    return pages


def term_path(identifier: str) -> str:
    """Returns the path under which an entry of the glossary is numbered among the pages."""
    return f"{GLOSSARY}#term-{identifier}"


def _read_page(page: Page, site_dir: Path, explained: list[str], memory: Memory) -> FoundPage:
    front = page.front
    file = site_dir / page.url / "index.html"
    return FoundPage(
        path=page.path,
        url=page.url,
        kind=front.kind,
        title=front.title,
        question=front.question or "",
        summary=_plain(front.answer) if front.answer else front.description,
        aliases=front.aliases,
        explains=tuple(dict.fromkeys(explained)),
        sections=_sections(file, memory)[: 1 if _is_list(page) else None] if file.exists() else [],
    )


def _is_list(page: Page) -> bool:
    """Whether a page repeats what other entries say: only its lead is looked into."""
    return any(f"```view\n{view}\n" in page.body for view in _LISTS)


def _sections(file: Path, memory: Memory) -> list[Section]:
    document = file.read_text(encoding="utf-8")
    start = document.find("<article")
    end = document.find(_ARTICLE_ENDS, start)
    if start < 0 or end < 0:
        return []
    article = document[start : end + len(_ARTICLE_ENDS)]
    kept = memory.recall("page", article, lambda text: _dump(read_sections(text)))
    return [Section(*fields) for fields in json.loads(kept)]


def _dump(sections: list[Section]) -> str:
    return json.dumps([[s.id, s.title, s.text] for s in sections], ensure_ascii=False)


def _terms(kb: KnowledgeBase, language: Language) -> Iterator[FoundPage]:
    glossary = kb.page(language, GLOSSARY)
    if glossary is None:
        return
    for term in sorted(kb.terms.values(), key=lambda term: term.id):
        name = term.name(language)
        yield FoundPage(
            path=term_path(term.id),
            url=f"{glossary.url}#term-{term.id}",
            kind="term",
            title=f"{name}（{term.abbr}）" if term.abbr and language == "zh-TW"
            else f"{name} ({term.abbr})" if term.abbr else name,
            question="",
            summary=term.definition.in_language(language),
            aliases=tuple(wording for wording, _ in wordings(term)),
        )  # fmt: skip


def read_sections(article: str) -> list[Section]:
    """Cuts the article of a built page at its headings.

    Args:
        article: HTML of the `article` element.

    Returns:
        The lead, then a section for each `h2` and `h3` with an id; lists of links at the end of
        the page are left out.
    """
    root: HtmlElement = lxml_html.fromstring(article)
    body = next(iter(root.find_class("kb-body")), root)
    sections = [_Draft("", "")]
    _walk(body, sections)
    return [
        Section(draft.id, draft.title, text)
        for draft in sections
        if draft.id not in _LISTS_OF_LINKS
        if (text := draft.text()) or draft.title
    ]


@dataclass
class _Draft:
    id: str
    title: str
    parts: list[str] = field(default_factory=list)

    def text(self) -> str:
        lines = (" ".join(line.split()).rstrip(" |") for line in "".join(self.parts).split("\n"))
        return "\n".join(line for line in lines if line)


def _walk(element: HtmlElement, sections: list[_Draft]) -> None:
    tag = element.tag
    skipped = not isinstance(tag, str) or tag in _LEFT_OUT or _is_chrome(element)
    if tag in _HEADINGS and element.get("id"):
        sections.append(_Draft(element.get("id", ""), _heading_text(element)))
        skipped = True
    if not skipped:
        block = tag in _BLOCKS
        if block:
            sections[-1].parts.append("\n")
        if element.text:
            sections[-1].parts.append(element.text.replace("\n", " "))
        for child in element:
            if len(child) or child.tag not in _PLAIN or child.get("class"):
                _walk(child, sections)
                continue
            if child.text:
                sections[-1].parts.append(child.text.replace("\n", " "))
            if child.tail:
                sections[-1].parts.append(child.tail.replace("\n", " "))
        if tag in ("td", "th"):
            sections[-1].parts.append(" | ")
        if block:
            sections[-1].parts.append("\n")
    if element.tail:
        sections[-1].parts.append(element.tail.replace("\n", " "))


def _is_chrome(element: HtmlElement) -> bool:
    classes = element.get("class")
    return bool(classes) and not _CHROME.isdisjoint(classes.split())


def _heading_text(element: HtmlElement) -> str:
    for link in list(element.iterfind(".//*[@class='headerlink']")):
        link.drop_tree()
    return " ".join(element.text_content().split())


_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def _plain(markdown: str) -> str:
    return re.sub(r"\*\*|`|\[\^[^\]]*\]", "", _LINK.sub(r"\1", markdown))
