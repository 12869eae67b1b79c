"""What search engines read of a page beside its text (schema.org, as JSON-LD in the head)."""

from __future__ import annotations

import json
import posixpath
from pathlib import Path
from typing import Any

from scripts.content.figure_links import without_links
from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.pages import Page
from scripts.publish.addresses import built_file, canonical_address, site_name_in

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_START = '<script type="application/ld+json">'


def write_structured_data(kb: KnowledgeBase, site_dir: Path) -> None:
    """Adds the data to every built page."""
    for page in kb.pages.values():
        add_structured_data(kb, page, site_dir)


def add_structured_data(kb: KnowledgeBase, page: Page, site_dir: Path) -> None:
    """Adds the data to one built page, unless it is there.

    Args:
        kb: the knowledge base, for the titles of the pages above.
        page: the page.
        site_dir: folder of the built site.
    """
    file = built_file(site_dir, page)
    if not file.exists():
        return
    document = file.read_text(encoding="utf-8")
    address, name = canonical_address(document), site_name_in(document)
    if address is None or name is None or _START in document:
        return
    data = structured_data(kb, page, address, name)
    # `<` could end the script; JSON knows another way to write it.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    file.write_text(document.replace("</head>", f"{_START}{text}</script></head>", 1), "utf-8")


def structured_data(
    kb: KnowledgeBase, page: Page, address: str, site_name: str
) -> list[dict[str, Any]]:
    """Describes a page: a question with its answer, an article or the site, and the way to it.

    Args:
        kb: the knowledge base.
        page: the page.
        address: its full address.
        site_name: name of the site in the page's language.

    Returns:
        Objects of schema.org.
    """
    site = address.removesuffix(page.url) if page.url else address
    home = site + ("" if page.language == "zh-TW" else f"{page.language}/")
    front = page.front
    about: dict[str, Any] = {
        "@context": "https://schema.org",
        "inLanguage": page.language,
        "url": address,
        "description": front.description,
    }
    publisher = {"@type": "Organization", "name": site_name, "url": home}
    if front.kind == "home":
        return [about | {"@type": "WebSite", "name": site_name, "publisher": publisher}]
    about |= {"dateModified": front.reviewed.isoformat(), "license": LICENCE}
    if front.kind == "faq" and front.question and front.answer:
        answer = {"@type": "Answer", "text": without_links(front.answer)}
        question = {"@type": "Question", "name": front.question, "acceptedAnswer": answer}
        about |= {"@type": "FAQPage", "mainEntity": [question]}
    elif front.kind in ("article", "case"):
        about |= {
            "@type": "Article",
            "headline": front.title,
            "image": f"{site}assets/images/card.png",
            "author": publisher,
            "publisher": publisher,
        }
    else:
        about |= {"@type": "WebPage", "name": front.title}
    return [about, _way_to(kb, page, address, home)]


def _way_to(kb: KnowledgeBase, page: Page, address: str, home: str) -> dict[str, Any]:
    steps: list[tuple[str, str]] = []
    above = kb.page(page.language, "index")
    if above:
        steps.append((above.front.title, home))
    folder = posixpath.dirname(page.path)
    above = kb.page(page.language, f"{folder}/index") if folder else None
    if above and above is not page:
        steps.append((above.front.title, address.removesuffix(page.url) + above.url))
    steps.append((page.front.title, address))
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": item}
        for number, (name, item) in enumerate(steps, 1)
    ]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": items,
    }
