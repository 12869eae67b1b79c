"""Addresses of built pages and the name of the site, as the pages themselves state them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from scripts.content.pages import Page

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
_SITE_NAME = re.compile(r'<meta property="og:site_name" content="([^"]+)"')


def built_file(site_dir: Path, page: Page) -> Path:
    """Returns the HTML file of a page."""
    return site_dir / page.url / "index.html"


def canonical_address(document: str) -> str | None:
    """Returns the address that an HTML document calls its own.

    It is right wherever the site was built for.
    """
    found = _CANONICAL.search(document)
    return unescape(found[1]) if found else None


def site_name_in(document: str) -> str | None:
    """Returns the name of the site in the language of an HTML document."""
    found = _SITE_NAME.search(document)
    return unescape(found[1]) if found else None


def address_of(site_dir: Path, page: Page) -> str | None:
    """Returns the address of a page, or None where it was not built."""
    file = built_file(site_dir, page)
    return canonical_address(file.read_text(encoding="utf-8")) if file.exists() else None
