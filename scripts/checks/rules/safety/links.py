"""Links that run something, hide their target, or lie about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote, urlsplit

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, en, zh

_UNSAFE = re.compile(r"(?:javascript|vbscript|data|file|blob|about):", re.IGNORECASE)
_SHOWN = re.compile(
    r"^(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|int|eu|uk|jp|tw|hk|io|info|ch|de|fr|ca|au|us|cn))(?:[/?#].*)?$",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"^(?:localhost|127\.|10\.|192\.168\.|0\.0\.0\.0|\[::1\]|172\.(?:1[6-9]|2\d|3[01])\.)"
)


class UnsafeLink(PageRule):
    """`javascript:` and its kin."""

    id = "KB604"
    name = "javascript:, data: or other unsafe link"
    stops_build = True
    reason = "Following it would run code that a stranger wrote."
    bad = (
        zh("見[說明](⟦javascript:alert(1)⟧)。"), en("See [it](⟦data:text/html,x⟧)."),
        en("See [it](⟦&#106;avascript:alert(1)⟧)."), zh("見[說明](⟦JaVaScRiPt:alert(1)⟧)。"),
    )  # fmt: skip
    good = (
        zh("見 `javascript:alert(1)` 的說明。"),
        en("See [the data](https://example.org/data:x)."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Decodes each target as a browser would and looks at its scheme."""
        for link in page.resolved_links:
            plain = re.sub(r"[\s\x00-\x20]", "", unquote(unescape(link.target)))
            if _UNSAFE.match(plain):
                yield self.at(
                    page, link.target_start, link.target_start + len(link.target),
                    "a link may not run or embed anything",
                )  # fmt: skip


class LyingLink(PageRule):
    """Words that show one address over a link to another."""

    id = "KB606"
    name = "link text shows another address"
    reason = "It is how readers are led to a false copy of a site they trust."
    bad = (
        zh("見[⟦federalreserve.gov⟧](https://example.org/)。"),
        en("See [⟦https://www.ecb.europa.eu/x⟧](https://example.com/)."),
    )
    good = (
        zh("見[federalreserve.gov](https://www.federalreserve.gov/x)。"),
        en(
            "See [the ECB](https://www.ecb.europa.eu/) and [data.csv](../../data/series/WALCL.csv)."
        ),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares a host among the words with that of the target."""
        for link in page.resolved_links:
            shown = _SHOWN.match(link.text.strip())
            if not shown or link.kind == "autolink":
                continue
            host = host_of(link.target)
            said = shown[1].lower()
            if host != said and not host.endswith(f".{said}") and not said.endswith(f".{host}"):
                yield self.at(
                    page, link.text_start, link.text_end,
                    f"the words show {said}, the link leads to {host or 'a page of this site'}",
                )  # fmt: skip


class OddHost(PageRule):
    """A host that is private, disguised, or carries a password."""

    id = "KB607"
    name = "private, disguised or password-carrying address"
    reason = "Such an address works for its author only, or is made to be mistaken for another."
    bad = (
        zh("見[說明](⟦https://user:secret@example.org/⟧)。"), en("See [it](⟦http://192.168.1.5/x⟧)."),
        en("See [it](⟦https://fеderalreserve.gov/⟧)."),
    )  # fmt: skip
    good = (
        zh("見[說明](https://example.org/@user)。"),
        en("See [it](https://zh.wikipedia.org/wiki/量化寬鬆)."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at the host of each address."""
        for link, address in context.addresses(page):
            if address.scheme not in ("http", "https"):
                continue
            host = host_of(link.target, bare=False)
            netloc = link.target.partition("://")[2].partition("/")[0]
            fault = ""
            if "@" in netloc:
                fault = "the address carries a user name or password"
            elif _LOCAL.match(host) and host.removeprefix("www.") not in context.own_hosts:
                fault = "the address is one of a private network"
            elif _mixed(host) or host.startswith("xn--"):
                fault = "the host's name mixes alphabets"
            elif not host or ("." not in host and host not in context.own_hosts):
                fault = "the address has no host"
            if fault:
                yield self.at(page, link.target_start, link.target_start + len(link.target), fault)


def host_of(target: str, *, bare: bool = True) -> str:
    """Returns the host of an address in lower case, without `www.` if `bare`; empty if none."""
    try:
        host = (urlsplit(target).hostname or "").lower()
    except ValueError:
        return ""
    return host.removeprefix("www.") if bare else host


def _mixed(host: str) -> bool:
    scripts = {unicodedata.name(c, "?").split()[0] for c in host if c.isalpha()}
    return "LATIN" in scripts and bool(scripts & {"CYRILLIC", "GREEK"})


RULES = (UnsafeLink(), LyingLink(), OddHost())
