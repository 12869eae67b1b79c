"""The sitemap: every page with its address in both languages and the day of its last review."""

from __future__ import annotations

import gzip
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import LANGUAGES, SOURCE_LANGUAGE
from scripts.content.pages import Page
from scripts.publish.addresses import address_of


def write_sitemap(kb: KnowledgeBase, site_dir: Path) -> None:
    """Writes `sitemap.xml` and the same compressed.

    The generator's own knows only the language that it builds, and calls every page changed on
    the day of the build.

    Args:
        kb: the knowledge base that the site was built from.
        site_dir: folder of the built site; pages that are not there are left out.
    """
    entries = "".join(_entry(kb, site_dir, page) for page in kb.pages.values())
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{entries}</urlset>\n'
    )
    (site_dir / "sitemap.xml").write_text(text, encoding="utf-8")
    (site_dir / "sitemap.xml.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


def _entry(kb: KnowledgeBase, site_dir: Path, page: Page) -> str:
    address = address_of(site_dir, page)
    if address is None:
        return ""
    lines = [f"  <loc>{escape(address)}</loc>", f"  <lastmod>{page.front.reviewed}</lastmod>"]
    for language in LANGUAGES:
        twin = kb.page(language, page.path)
        if twin and (twin_address := address_of(site_dir, twin)):
            lines.append(_alternate(language, twin_address))
            if language == SOURCE_LANGUAGE:
                lines.append(_alternate("x-default", twin_address))
    inside = "\n".join(lines)
    return f"<url>\n{inside}\n</url>\n"


def _alternate(language: str, address: str) -> str:
    return f'  <xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(address)}/>'
