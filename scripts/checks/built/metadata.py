"""What the head of a built page and the sitemap tell search engines."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from scripts.checks.built.base import SiteRule, kind_of
from scripts.checks.built.site import BuiltPage, BuiltSite
from scripts.checks.finding import Finding


class Canonical(SiteRule):
    """A canonical link that is not the page's own address."""

    id = "KB904"
    name = "canonical address missing or wrong"
    reason = "Search engines would list another page in place of this one."
    head = (
        '<link rel="canonical" href="https://example.org/">',
        '<link rel="canonical" href="https://example.org/faq/qe-vs-qt/">',
    )

    def check_page(self, site: BuiltSite, page: BuiltPage) -> Iterator[Finding]:
        """Compares the canonical link with the page's address."""
        if page.file.endswith("404.html") or page.moved:
            return
        found = [r for r in page.references if r.relation == "canonical"]
        if len(found) != 1:
            yield self.found(site, page, 1, f"{len(found)} canonical links; one is needed")
        for reference in found:
            if site.file_of(reference.target, page) != page.file:
                yield self.found(
                    site, page, reference.line,
                    f"the canonical link leads to {reference.target}, not to this page",
                )  # fmt: skip


class Alternates(SiteRule):
    """`hreflang` links that are incomplete."""

    id = "KB905"
    name = "hreflang missing, wrong or one-sided"
    reason = "Search engines show readers the page in their language only if both pages say so."
    head = (
        '<link rel="alternate" hreflang="en" href="https://example.org/en/">',
        '<link rel="alternate" hreflang="en" href="https://example.org/en/faq/qe-vs-qt/">',
    )

    def check_page(self, site: BuiltSite, page: BuiltPage) -> Iterator[Finding]:
        """Looks for both languages and x-default, each existing and pointing back."""
        if page.file.endswith("404.html") or page.moved:
            return
        found = {r.language: r for r in page.references
                 if kind_of(r) == "alternate" and r.language}  # fmt: skip
        for language in ("zh-TW", "en", "x-default"):
            if language not in {name.replace("zh-Hant-TW", "zh-TW") for name in found}:
                yield self.found(site, page, 1, f"no alternate link for `{language}`")
        for language, reference in found.items():
            file = site.file_of(reference.target, page)
            other = site.pages.get(file) if file else None
            if other is None:
                yield self.found(
                    site, page, reference.line,
                    f"the alternate for `{language}` leads to {reference.target}, which is missing",
                )  # fmt: skip
            elif not any(
                kind_of(back) == "alternate" and site.file_of(back.target, other) == page.file
                for back in other.references
            ):
                yield self.found(
                    site, page, reference.line, f"{other.address or '/'} does not point back here"
                )


class Sitemap(SiteRule):
    """A sitemap that does not list what is there."""

    id = "KB906"
    name = "sitemap against the built pages"
    reason = "Search engines find pages by it."
    head = (
        "<loc>https://example.org/no-such-page/</loc>",
        "<loc>https://example.org/faq/qe-vs-qt/</loc>",
    )

    def check(self, site: BuiltSite) -> Iterator[Finding]:
        """Compares the entries with the pages."""
        shown = f"{site.shown}/sitemap.xml"
        if "sitemap.xml" not in site.files:
            yield self.on_line(shown, 1, 1, "there is no sitemap")
            return
        try:
            tree = etree.fromstring((site.folder / "sitemap.xml").read_bytes())
        except etree.XMLSyntaxError as error:
            yield self.on_line(shown, 1, 1, f"the sitemap is malformed: {error.msg}")
            return
        listed: set[str] = set()
        home = BuiltPage("index.html", "")
        for element in tree.iter("{*}loc", "{http://www.w3.org/1999/xhtml}link"):
            target = element.get("href") or (element.text or "").strip()
            file = site.file_of(target, home)
            if file is None or file not in site.files:
                line = element.sourceline if isinstance(element.sourceline, int) else 1
                yield self.on_line(shown, line, 1, f"{target} is not a page of this site")
            else:
                listed.add(file)
        for file in sorted(set(site.pages) - listed):
            if not (file.endswith(("404.html", "offline.html")) or site.pages[file].moved):
                yield self.on_line(shown, 1, 1, f"{file} is not in the sitemap")


class WrongLanguage(SiteRule):
    """A page whose `lang` is not that of its folder."""

    id = "KB908"
    name = "lang attribute missing or wrong"
    reason = "Screen readers choose the voice by it, browsers the font."
    head = ("<html>", '<html lang="zh-TW">')

    def check_page(self, site: BuiltSite, page: BuiltPage) -> Iterator[Finding]:
        """Compares `lang` with the folder."""
        allowed = (
            ("zh-TW", "zh-Hant-TW", "zh-Hant") if page.expected_language == "zh-TW" else ("en",)
        )
        if page.language not in allowed:
            yield self.found(
                site, page, 1, f"lang is “{page.language}” (→ {allowed[0]}) in this folder"
            )


RULES: tuple[SiteRule, ...] = (Canonical(), Alternates(), Sitemap(), WrongLanguage())
