"""What must hold in the built HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from scripts.checks.built.base import SiteRule, kind_of
from scripts.checks.built.metadata import RULES as METADATA_RULES
from scripts.checks.built.site import BuiltPage, BuiltSite
from scripts.checks.finding import Finding

_OTHER_SCHEMES = ("mailto:", "tel:")
_UNSAFE = re.compile(r"\s*(?:javascript|vbscript|data):", re.IGNORECASE)
_LEFT_OVER = re.compile(
    r"\]\([^)\s]*\)|\[\^[a-z0-9-]+\]|\b(?:figure|term):[a-z]+[.-]|\{#[a-z-]+\}|\*\*\S"
)


class DeadLink(SiteRule):
    """A link to a page that was not built."""

    id = "KB901"
    name = "link in the built site leads nowhere"
    reason = "The reader ends on “page not found”."
    bad_html = ('<a href="../zz-nowhere/">x</a>', '<a href="/zz-nowhere/">x</a>')
    good_html = ('<a href="#">x</a>', '<a href="https://example.org/zz/">x</a>')
    kind: ClassVar[str] = "link"

    def check_page(self, site: BuiltSite, page: BuiltPage) -> Iterator[Finding]:
        """Looks up the file of each address."""
        for reference in page.references:
            if kind_of(reference) != self.kind or reference.target.startswith(_OTHER_SCHEMES):
                continue
            file = site.file_of(reference.target, page)
            if file is not None and file not in site.files:
                yield self.found(
                    site, page, reference.line,
                    f"<{reference.element} {reference.attribute}> leads to {reference.target}, "
                    "which is not in the built site",
                )  # fmt: skip


class DeadResource(DeadLink):
    """An image, script or style that was not built."""

    id = "KB902"
    name = "image, script or style missing in the built site"
    reason = "The page looks broken, or does not work."
    bad_html = ('<img src="zz.png" alt="">', '<img srcset="zz.png 1x, zz2.png 2x" alt="">')
    good_html = (
        '<a href="#">x</a>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
    )
    kind = "fetched"


class DeadAnchor(SiteRule):
    """A fragment that no element has."""

    id = "KB903"
    name = "section missing in the built site"
    reason = "The reader lands at the top of the page."
    bad_html = ('<a href="#zz-nowhere">x</a>', '<a href="./#zz-nowhere">x</a>')
    good_html = ('<p id="zz-here"><a href="#zz-here">x</a></p>', '<a href="#">x</a>')

    def check_page(self, site: BuiltSite, page: BuiltPage) -> Iterator[Finding]:
        """Looks up each fragment among the ids of its page."""
        for reference in page.references:
            if reference.attribute != "href" or reference.fetched:
                continue
            anchor = unquote(urlsplit(reference.target).fragment)
            file = site.file_of(reference.target, page)
            target = site.pages.get(file) if file else None
            if anchor and anchor != "__top" and target and anchor not in target.anchors:
                yield self.found(
                    site, page, reference.line, f"{target.address or '/'} has no id `{anchor}`"
                )


class RepeatedHtmlId(SiteRule):
    """An id twice on a built page."""

    id = "KB907"
    name = "id twice in a built page"
    reason = "Links and labels reach only the first."
    bad_html = ('<p id="zz">a</p><p id="zz">b</p>', '<i id="zy"></i><b id="zy"></b>')
    good_html = ('<p id="zz-1">a</p><p id="zz-2">b</p>', "<p>a</p>")

    def check_page(self, site: BuiltSite, page: BuiltPage) -> Iterator[Finding]:
        """Counts the ids."""
        seen: dict[str, int] = {}
        for name, line in page.ids:
            if name in seen:
                yield self.found(
                    site, page, line, f"the id `{name}` stands twice (first on line {seen[name]})"
                )
            seen.setdefault(name, line)


class ThirdParty(SiteRule):
    """Something loaded from another site."""

    id = "KB909"
    name = "request to a third party"
    reason = "Readers' visits are nobody else's business, and offline it is missing."
    bad_html = (
        '<img src="https://example.org/a.png" alt="">',
        '<script src="//example.org/a.js"></script>',
    )
    good_html = ('<a href="https://example.org/">x</a>', "<p>https://example.org/a.png</p>")

    def check_page(self, site: BuiltSite, page: BuiltPage) -> Iterator[Finding]:
        """Looks at what the browser fetches by itself."""
        for reference in page.references:
            loads = reference.fetched and not reference.target.startswith("data:")
            if loads and site.file_of(reference.target, page) is None:
                yield self.found(
                    site, page, reference.line, f"loads {reference.target} from another site"
                )


class ActiveHtml(SiteRule):
    """An event handler or a link that runs code."""

    id = "KB910"
    name = "inline handler or unsafe link in the built site"
    reason = "The content policy forbids them, so they would not work; a stranger's would."
    bad_html = ('<b onclick="x()">x</b>', '<a href="javascript:x()">x</a>')
    good_html = ("<b>onclick</b>", '<a href="#">javascript:</a>')

    def check_page(self, site: BuiltSite, page: BuiltPage) -> Iterator[Finding]:
        """Looks at attributes and schemes."""
        for attribute, line in page.handlers:
            yield self.found(site, page, line, f"`{attribute}=` in the page")
        for reference in page.references:
            if _UNSAFE.match(reference.target) and not (
                reference.fetched and reference.target.startswith("data:image/")
            ):
                yield self.found(site, page, reference.line, f"link to {reference.target[:40]}")


class LeftOverMarkdown(SiteRule):
    """Markdown that was not rendered."""

    id = "KB911"
    name = "Markdown left in the built page"
    reason = "The reader sees brackets and stars instead of a link or bold words."
    bad_html = ("<p>see [x](y.md) there</p>", "<p>text[^fed-2020]</p>")
    good_html = (
        "<p><code>[x](y.md)</code></p>",
        "<p>an interval [0, 1] (closed)</p>",
        "<pre><code>see [<span>x</span>](<span>y.md</span>)</code></pre>",
    )

    def check_page(self, site: BuiltSite, page: BuiltPage) -> Iterator[Finding]:
        """Looks at the words of the article, outside code."""
        for text, line in page.texts:
            match = _LEFT_OVER.search(text)
            if match:
                yield self.found(site, page, line, f"“{match[0]}” was not rendered")


class LanguageLeak(SiteRule):
    """A link of an article into the other language."""

    id = "KB912"
    name = "article links into the other language"
    reason = "Only the language switch may change the language."
    bad_html = ('<a href="{other}">x</a>', '<p><a href="{other}#x">x</a></p>')
    good_html = ('<a href="#">x</a>', '<a hreflang="en" href="{other}">English</a>')

    def check_page(self, site: BuiltSite, page: BuiltPage) -> Iterator[Finding]:
        """Compares the language of link and page inside the article."""
        for reference in page.references:
            if not reference.in_content or kind_of(reference) != "link" or reference.language:
                continue
            file = site.file_of(reference.target, page)
            target = site.pages.get(file) if file else None
            if target and target.expected_language != page.expected_language:
                yield self.found(
                    site, page, reference.line, f"{reference.target} is in the other language"
                )


RULES: tuple[SiteRule, ...] = (
    *METADATA_RULES,
    DeadLink(),
    DeadResource(),
    DeadAnchor(),
    RepeatedHtmlId(),
    ThirdParty(),
    ActiveHtml(),
    LeftOverMarkdown(),
    LanguageLeak(),
)
