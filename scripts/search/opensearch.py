"""The description by which a browser can take the site as a search engine (OpenSearch 1.1)."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from xml.sax.saxutils import escape

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import LANGUAGES, Language

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
_SITE_NAME = re.compile(r'<meta property="og:site_name" content="([^"]+)"')


def write_opensearch(kb: KnowledgeBase, site_dir: Path) -> None:
    """Writes `opensearch.xml` for each language that has a home page and a search page.

    Name and address are those of the built home page, so that they are right wherever the site
    was built for.
    """
    for language in LANGUAGES:
        home, search = kb.page(language, "index"), kb.page(language, "search")
        file = site_dir / home.url / "index.html" if home else None
        if file is None or search is None or not file.exists():
            continue
        document = file.read_text(encoding="utf-8")
        name, address = _SITE_NAME.search(document), _CANONICAL.search(document)
        if name and address:
            text = _description(unescape(name[1]), unescape(address[1]), language)
            (file.parent / "opensearch.xml").write_text(text, encoding="utf-8")


def _description(name: str, home: str, language: Language) -> str:
    template = escape(f"{home}search/?q={{searchTerms}}", {'"': "&quot;"})
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"  <ShortName>{escape(_short(name))}</ShortName>\n"
        f"  <Description>{escape(name)}</Description>\n"
        f"  <Language>{language}</Language>\n"
        "  <InputEncoding>UTF-8</InputEncoding>\n"
        f'  <Url type="text/html" method="get" template="{template}"/>\n'
        "</OpenSearchDescription>\n"
    )


def _short(name: str) -> str:
    """Cuts a name to the 16 characters that the format allows, between words where it can."""
    if len(name) <= 16:
        return name
    return name[:17].rpartition(" ")[0] or name[:16]
