"""How links are written: text, form, scheme, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from scripts.checks.addresses import RECORD_SCHEMES
from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, en, zh
from scripts.checks.rules.figures.references import nearest
from scripts.checks.rules.links.internal import relative

_BARE = re.compile(r"(?<![\w/.=:<\"'(\[])(?:https?://|www\.)[^\s<>\"'（）「」，。；、！？]+")
_BROKEN = re.compile(
    r"\]（[^（）\n]{1,200}[）)]"  # full-width opening
    r"|\]\([^\s()（）]{1,200}）"  # full-width closing
    r"|\]\s+\((?:\.\.?/|https?://|figure:|term:|#)[^()\n]{0,200}\)"  # a space between
    r"|\((?:[^()\n\[\]]{1,80})\)\[(?:\.\.?/|https?://|figure:|term:)[^\[\]\n]{1,200}\]"  # reversed
    r"|\]\((?:\.\.?/|https?://|figure:|term:|#)[^()\s（）]{0,200}(?=\s*$|\s[^\"')])",  # not closed
    re.MULTILINE,
)
_VAGUE = frozenset(
    [
        "這裡",
        "此處",
        "這邊",
        "點此",
        "按此",
        "點這裡",
        "連結",
        "更多",
        "這篇",
        "here",
        "click",
        "link",
        "more",
        "this",
        "read",
    ]
) | {"click here", "read more", "this link", "this page", "learn more", "點我"}
_SCHEME_LIKE = re.compile(r"(figure|term)\s*：|(figures?|terms?|source)\s*:", re.IGNORECASE)


class BareAddress(PageRule):
    """An address written out in the text."""

    id = "KB108"
    name = "bare address"
    reason = "An address is not a sentence, and screen readers spell it out; link words instead."
    bad = (zh("資料在 ⟦https://example.org/data⟧。"), en("See ⟦https://example.org/data⟧ for it."))
    good = (
        zh("資料在[原始表格](https://example.org/data)，或 <https://example.org/data>。"),
        en("Call `https://example.org/api` with a key, or see [the table](https://example.org/x)."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for addresses in the text that belong to no link."""
        text = page.prose.text
        if "://" not in text and "www." not in text:
            return
        linked = [(link.start, link.end) for link in page.links]
        for match in _BARE.finditer(text):
            first = page.prose.offset(match.start())
            if not any(start <= first < end for start, end in linked):
                yield self.in_prose(
                    page, match.start(), match.end(), "write [words](address) instead of an address"
                )


class BrokenLink(PageRule):
    """Brackets that were meant to be a link."""

    id = "KB118"
    name = "link that is not closed or wrongly written"
    stops_build = True
    reason = "The page shows the brackets and the address instead of a link."
    bad = (
        zh("見[量化寬鬆⟦](../concepts/qe.md）⟧。"),
        zh("見[量化寬鬆⟦]（../concepts/qe.md）⟧。"),
        en("See [easing⟦] (../concepts/qe.md)⟧."),
        en("See ⟦(easing)[../concepts/qe.md]⟧."),
        en("See [easing⟦](../concepts/qe.md⟧"),
    )
    good = (
        zh("見[量化寬鬆](../concepts/qe.md)（第一節）。"),
        en("The interval [0, 1] (closed) and an array a[0](x)."),
        en("Written `[easing] (../concepts/qe.md)` by mistake."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for the remains of links among the visible words of the file."""
        if "](" not in page.text and "]" not in page.text:
            return
        for block in page.blocks:
            if block.kind in ("fence", "code", "comment", "definition"):
                continue
            for match in _BROKEN.finditer(page.text, block.start, block.end):
                if page.inside_link_or_code(match.start()):
                    continue
                yield self.at(page, match.start(), match.end(), "no link; write [words](address)")


class VagueText(PageRule):
    """`here` as the words of a link."""

    id = "KB120"
    name = "link text says nothing"
    reason = "Screen readers list links without their sentences; five times “here” says nothing."
    bad = (
        zh("說明在[⟦這裡⟧](../concepts/qe.md)。"),
        en("Click [⟦here⟧](../concepts/qe.md)."),
        zh("見[⟦⟧](../concepts/qe.md)。"),
    )
    good = (
        zh("說明在[量化寬鬆這裡的一節](../concepts/qe.md)。"),
        en("See [where money comes from](../concepts/qe.md). Here it ends."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at the words of each link."""
        for link in page.links:
            if link.kind in ("link", "reference") and link.target:
                words = link.text.strip().lower().rstrip("。.")
                if not words and page.text[link.text_start : link.text_end].startswith("!["):
                    continue  # an image that is a link
                if words in _VAGUE or not words:
                    yield self.at(
                        page,
                        link.text_start,
                        link.text_end,
                        "say what the link leads to" if words else "the link has no words",
                    )


class EmptyLink(PageRule):
    """Words in brackets with nothing behind them."""

    id = "KB114"
    name = "link without an address"
    stops_build = True
    reason = "The link leads back to the page that the reader is on."
    bad = (zh("見⟦[量化寬鬆]()⟧。"), en("See ⟦[easing]( )⟧."), en("See ⟦[easing](<>)⟧."))
    good = (zh("見[量化寬鬆](../concepts/qe.md)。"), en("The call `f[x]()` and an array a[]."))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at the address of each link and image."""
        for link, address in context.addresses(page):
            if address.kind == "empty":
                yield self.at(page, link.start, link.end, "the link leads nowhere; give an address")


class UnknownScheme(PageRule):
    """`figures:` or `figure：` instead of `figure:`."""

    id = "KB121"
    name = "unknown kind of link"
    stops_build = True
    reason = "The link would lead nowhere."
    bad = (
        zh("資產 [8.97 兆美元](⟦figures:fed.assets.peak⟧)。"),
        en("Assets [US$8.97 trillion](⟦figure：fed.assets.peak⟧)."),
        en("See [it](⟦ftp://example.org/x⟧)."),
    )
    good = (
        zh("資產 [8.97 兆美元](figure:fed.assets.peak)。"),
        en("Write to [us](mailto:team@example.org)."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at schemes that are neither records nor of the web."""
        for link, address in context.addresses(page):
            unsafe = address.scheme in ("javascript", "data", "vbscript", "file", "blob")
            odd = address.kind == "scheme" and not unsafe
            if odd or (address.kind in ("folder", "asset") and _SCHEME_LIKE.match(link.target)):
                near = nearest(re.split("[:：]", link.target)[0].lower(), RECORD_SCHEMES)
                rest = re.split("[:：]", link.target, maxsplit=1)[-1]
                yield self.at(
                    page,
                    link.target_start,
                    link.target_start + len(link.target),
                    "links are relative paths, figure:, term:, https: or mailto:",
                    f"{near}:{rest}" if near else None,
                )


class FolderLink(PageRule):
    """`../concepts/qe/` instead of `../concepts/qe.md`."""

    id = "KB119"
    name = "link to a page that does not name its file"
    stops_build = True
    reason = "Generator and GitHub follow links to files; others break when a page moves."
    fixes = True
    bad = (
        zh("見[量化寬鬆](⟦../concepts/qe/⟧)。"),
        en("See [easing](⟦../concepts/qe⟧)."),
        en("See [easing](⟦../concepts/qe.html#what⟧)."),
    )
    good = (zh("見[量化寬鬆](../concepts/qe.md)。"), en("See [the data](https://example.org/qe/)."))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at relative targets without extension."""
        for link, address in context.addresses(page):
            if address.kind != "folder" or _SCHEME_LIKE.match(link.target):
                continue
            write = None
            for path in (address.path, f"{address.path}/index".lstrip("/")):
                if (page.language, path) in context.page_files:
                    write = relative(page, page.language, path)
                    write += f"#{address.anchor}" if address.anchor else ""
                    break
            yield self.at(
                page,
                link.target_start,
                link.target_start + len(link.target),
                "link to the page's .md file",
                write,
                fix=True,
            )


class AbsoluteLink(PageRule):
    """A link to our own site by its address."""

    id = "KB111"
    name = "absolute link to our own site"
    stops_build = True
    reason = "It breaks in every copy of the site, in previews and offline."
    bad = (
        zh("見[量化寬鬆](⟦/concepts/qe/⟧)。"),
        en("See [easing](⟦/en/concepts/qe/⟧)."),
        en("See [easing](⟦http://127.0.0.1:8000/en/concepts/qe/⟧)."),
    )
    good = (
        zh("見[量化寬鬆](../concepts/qe.md)。"),
        en("See [the Fed](https://www.federalreserve.gov/en/concepts/)."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at targets that begin with a slash or with our own address."""
        for link, address in context.addresses(page):
            own = address.kind == "absolute" or (
                address.kind == "external" and _host(link.target) in context.own_hosts
            )
            if own:
                path = urlsplit(link.target).path.strip("/").removeprefix("en/")
                write = None
                for candidate in (path, f"{path}/index".lstrip("/")):
                    if (page.language, candidate) in context.page_files:
                        write = relative(page, page.language, candidate)
                yield self.at(
                    page,
                    link.target_start,
                    link.target_start + len(link.target),
                    "link to the page's file, relative to this page",
                    write,
                )


class InsecureAddress(PageRule):
    """`http:` where the host is known to answer `https:`."""

    id = "KB112"
    name = "http where https is known"
    reason = "An unencrypted link can be read and changed on the way."
    fixes = True
    bad = (
        zh("見[聯準會](⟦http://www.federalreserve.gov/x⟧)。"),
        en("See [the ECB](⟦http://www.ecb.europa.eu/x⟧)."),
    )
    good = (
        zh("見[聯準會](https://www.federalreserve.gov/x)。"),
        en("See [a small site](http://old.example.net/x)."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares the hosts of http: links with the list and with the sources."""
        for link, address in context.addresses(page):
            if address.scheme == "http" and context.is_secure_host(_host(link.target)):
                yield self.at(
                    page,
                    link.target_start,
                    link.target_start + len(link.target),
                    "this host answers https",
                    "https" + link.target[4:],
                    fix=True,
                )


def _host(target: str) -> str:
    try:
        return (urlsplit(target).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


RULES = (
    BareAddress(),
    BrokenLink(),
    VagueText(),
    EmptyLink(),
    UnknownScheme(),
    FolderLink(),
    AbsoluteLink(),
    InsecureAddress(),
)
