"""Pages at old addresses that lead to the new ones: a static host knows no other redirect."""

from __future__ import annotations

import posixpath
from html import escape
from pathlib import Path

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import LANGUAGES, Language
from scripts.content.pages import Page, address_of
from scripts.content.redirects import Redirect
from scripts.publish.addresses import address_of as canonical_of

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<link rel="stylesheet" href="{up}assets/stylesheets/tokens.css">
<link rel="stylesheet" href="{up}assets/stylesheets/not-found.css">
</head>
<body>
<main>
<section lang="{language}">
<h1>{moved}</h1>
<p><a href="{target}">{title}</a></p>
</section>
</main>
</body>
</html>
"""
_MOVED: dict[Language, str] = {"zh-TW": "這一頁已經搬到：", "en": "This page has moved to:"}


def write_redirects(kb: KnowledgeBase, site_dir: Path) -> None:
    """Writes a page for each page that has moved, in each language.

    A redirect of a section needs none: the link still finds its page.

    Args:
        kb: the knowledge base that the site was built from.
        site_dir: folder of the built site.

    Raises:
        ValueError: a redirect leads to a page that was not built; the check tells before.
    """
    for redirect in kb.redirects.values():
        for language in () if redirect.section else LANGUAGES:
            page = kb.page(language, redirect.to.partition("#")[0])
            canonical = canonical_of(site_dir, page) if page else None
            if page is None or canonical is None:
                raise ValueError(f"redirect `{redirect.id}`: no page `{redirect.to}` was built")
            address = address_of(redirect.page, language)
            file = site_dir / address / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_html(redirect, page, address, canonical), encoding="utf-8")


def _html(redirect: Redirect, page: Page, address: str, canonical: str) -> str:
    _, mark, section = redirect.to.partition("#")
    target = f"{posixpath.relpath(page.url or '.', address)}/{mark}{section}"
    return _PAGE.format(
        language=page.language,
        target=escape(target),
        title=escape(page.front.title),
        canonical=escape(canonical),
        up="../" * address.count("/"),
        moved=_MOVED[page.language],
    )
