"""A feed of each language (Atom, RFC 4287): the pages that were reviewed last."""

from __future__ import annotations

import datetime
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from scripts.content.figure_links import without_links
from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import LANGUAGES, Language
from scripts.content.pages import Page
from scripts.publish.addresses import address_of, built_file, site_name_in

LONGEST = 30  # entries


def write_feeds(kb: KnowledgeBase, site_dir: Path) -> None:
    """Writes `feed.xml` beside the home page of each language.

    Args:
        kb: the knowledge base that the site was built from.
        site_dir: folder of the built site.
    """
    for language in LANGUAGES:
        home = kb.page(language, "index")
        address = address_of(site_dir, home) if home else None
        if home is None or address is None:
            continue
        file = built_file(site_dir, home)
        name = site_name_in(file.read_text(encoding="utf-8"))
        text = _feed(kb, site_dir, language, address, name or address)
        file.with_name("feed.xml").write_text(text, encoding="utf-8")


def _feed(kb: KnowledgeBase, site_dir: Path, language: Language, home: str, site_name: str) -> str:
    listed = [
        (page, address)
        for page in kb.pages_in(language)
        if page.front.kind != "home" and page.front.status != "draft"
        if (address := address_of(site_dir, page))
    ]
    listed.sort(key=lambda entry: (-entry[0].front.reviewed.toordinal(), entry[0].path))
    newest = listed[:LONGEST]
    updated = max((page.front.reviewed for page, _ in newest), default=datetime.date.min)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">\n'
        f"<id>{escape(home)}</id>\n"
        f"<title>{escape(site_name)}</title>\n"
        f"<updated>{_moment(updated)}</updated>\n"
        f"<author><name>{escape(site_name)}</name></author>\n"
        f"<link href={quoteattr(home)}/>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(home + "feed.xml")}/>\n'
        f"{''.join(_entry(page, address) for page, address in newest)}</feed>\n"
    )


def _entry(page: Page, address: str) -> str:
    front = page.front
    summary = without_links(front.answer) if front.answer else front.description
    return (
        f"<entry>\n<id>{escape(address)}</id>\n"
        f"<title>{escape(front.question or front.title)}</title>\n"
        f"<updated>{_moment(front.reviewed)}</updated>\n"
        f"<link href={quoteattr(address)}/>\n"
        f"<summary>{escape(summary)}</summary>\n</entry>\n"
    )


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
