"""Base of the extensions: each one knows its page and the knowledge base."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from markdown import Markdown
from markdown.extensions import Extension
from markdown.util import Processor

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import Language
from scripts.content.pages import Page
from scripts.markdown.current_page import CurrentPage, current_page, rewrites_html, site_address
from scripts.markdown.loaded import LoadedKnowledge, loaded_knowledge

# Below `mkdocs`, so that MkDocs shows the warnings and `strict` counts them.
log = logging.getLogger("mkdocs.scripts.markdown")
Made = TypeVar("Made")
_REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Rendering:
    """What an extension knows while it renders one page.

    Attributes:
        page: the page being rendered.
        kb: the knowledge base.
        loaded: keeps what is made from the records for all pages.
        site: address of the site with a slash at its end; empty where no generator is at work.
        rewritten: whether the generator rewrites links in HTML (`rewrites_html`).
    """

    page: CurrentPage
    kb: KnowledgeBase
    loaded: LoadedKnowledge
    site: str = ""
    rewritten: bool = False

    @property
    def language(self) -> Language:
        """Language of the page."""
        return self.page.language

    @property
    def source(self) -> Page | None:
        """The page with its front matter, or None where it could not be loaded."""
        return self.kb.page(self.page.language, self.page.path)

    def link_to_file(self, path: str) -> str:
        """Returns a link, for HTML, to a file of the site that is made after the pages.

        Args:
            path: from the root of the site, such as `open-data/terms.yml`.
        """
        steps = self.source.url.count("/") if self.source else 0
        if self.rewritten and not self.page.path.endswith("index"):
            steps -= 1  # the Markdown file lies one folder above the address of its page
        return "../" * steps + path

    def say(self, chinese: str, english: str) -> str:
        """Returns the wording in the page's language."""
        return chinese if self.language == "zh-TW" else english

    def derived(self, make: Callable[[KnowledgeBase, Language], Made]) -> Made:
        """Returns what `make` makes of the records in the page's language, kept between pages."""
        return self.loaded.derived(make, self.language)

    def warn(self, message: str, *values: object) -> None:
        """Tells the contributor what the page gets wrong; the page is rendered all the same."""
        log.warning("%s: " + message, self.page.file, *values)


class PageExtension(Extension):
    """An extension that needs the page and the knowledge base."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "root": ["", "Repository root; the one that holds this package when empty."],
            "page": ["", "Page such as `en/index.md`; asked from the generator when empty."],
        }
        super().__init__(**kwargs)

    def rendering(self, md: Markdown) -> Rendering:
        """Returns what is known of the page that `md` is rendering right now."""
        loaded = loaded_knowledge(Path(self.getConfig("root") or _REPOSITORY))
        page = current_page(md, self.getConfig("page"))
        return Rendering(page, loaded.current(), loaded, site_address(md), rewrites_html(md))


class PageProcessor(Processor):
    """One step of such an extension; stands before the kind of step among the bases of a class."""

    def __init__(self, md: Markdown, extension: PageExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def rendering(self) -> Rendering:
        """Returns what is known of the page that is being rendered right now."""
        return self._extension.rendering(self.md)
