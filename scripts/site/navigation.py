"""The navigation of one language, from `docs/data/navigation.yml` and the pages."""

from __future__ import annotations

from typing import Any

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import Language
from scripts.content.pages import Page
from scripts.content.records import NavigationSection


def navigation(kb: KnowledgeBase, language: Language) -> list[Any]:
    """Builds the `nav` of a generator's configuration.

    Args:
        kb: the knowledge base.
        language: language of titles and pages.

    Returns:
        Nested lists and single-key dictionaries as MkDocs and Zensical read them. Pages are named
        without their title, so that the title of the front matter is used. Sections without a
        page are left out, and drafts are never listed.
    """
    nav: list[Any] = []
    for section in kb.navigation.values():
        entries = _entries(kb, section, language)
        if len(entries) == 1 and len(section.pages) == 1 and not section.folders:
            nav.append(entries[0])
        elif entries:
            nav.append({section.title.in_language(language): entries})
    return nav


def _entries(kb: KnowledgeBase, section: NavigationSection, language: Language) -> list[Any]:
    named = [page for path in section.pages if (page := kb.page(language, path))]
    listed = [page for folder in section.folders for page in kb.pages_in(language, folder)]
    pages = [page for page in (*named, *listed) if page.front.status != "draft"]
    if not section.group_by_topic:
        return [_file(page) for page in pages]
    entries: list[Any] = [_file(page) for page in pages if not page.front.topics]
    for topic in kb.topics.values():
        group = [_file(page) for page in pages if page.front.topics[:1] == (topic.id,)]
        if group:
            entries.append({topic.name.in_language(language): group})
    return entries


def _file(page: Page) -> str:
    return f"{page.path}.md"
