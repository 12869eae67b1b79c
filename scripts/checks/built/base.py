"""What the rules over the built site share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scripts.checks.built.site import BuiltPage, BuiltSite, Reference
from scripts.checks.finding import Finding
from scripts.checks.rule import BuiltRule


class SiteRule(BuiltRule):
    """Base of the rules over the built site.

    Attributes:
        bad_html: pieces of HTML, put into the article of a built page, that the rule must catch.
        good_html: pieces that it must leave alone.
        head: for a rule about what stands once in a page, a wrong and a right piece to show.
    """

    bad_html: ClassVar[tuple[str, ...]] = ()
    good_html: ClassVar[tuple[str, ...]] = ()
    head: ClassVar[tuple[str, str]] = ("", "")

    def found(self, site: BuiltSite, page: BuiltPage, line: int, message: str) -> Finding:
        """Makes a finding about a line of a built page."""
        return self.on_line(f"{site.shown}/{page.file}", line, 1, message)

    def check(self, site: BuiltSite) -> Iterator[Finding]:
        """Looks at each page."""
        for page in site.pages.values():
            yield from self.check_page(site, page)

    def check_page(self, site: BuiltSite, page: BuiltPage) -> Iterator[Finding]:
        """Yields what is wrong with one page."""
        yield from ()


def kind_of(reference: Reference) -> str:
    """Tells rules apart: every reference belongs to one of them."""
    if reference.relation == "canonical":
        return "canonical"
    if "alternate" in reference.relation.split() and reference.element == "link":
        return "alternate"
    return "fetched" if reference.fetched else "link"
