"""Addresses that used to work, and the redirects that keep them working."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.finding import Finding
from scripts.checks.released import RELEASED, addresses_moved, addresses_now, read_released
from scripts.checks.rule import Example, RecordRule, WholeRule
from scripts.content.localised import LANGUAGES
from scripts.content.redirects import Redirect

_LIST = "docs/data/urls.txt"
_MOVED = "- id: {0}\n  to: {1}\n"


class RemovedPage(WholeRule):
    """An address of the last release that is gone."""

    id = "KB116"
    name = "page removed without a redirect"
    stops_build = True
    reason = "Links from other sites and bookmarks end on “not found”."
    bad = (
        Example(files=((_LIST, "concepts/zz-lost/\n"),), at=f"{_LIST}:1"),
        Example(files=((_LIST, "# 1.0\n\nen/concepts/zz-lost/\n"),), at=f"{_LIST}:3"),
    )
    good = (
        Example(files=((_LIST, ""),)),
        Example(
            files=((_LIST, "concepts/zz-lost/\nen/concepts/zz-lost/\nconcepts/qe/\n/\nen/\n"),),
            data=(("redirects.yml", _MOVED.format("concepts/zz-lost", "concepts/qe")),),
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Compares the list of the last release with the pages and redirects of today."""
        source = context.source(RELEASED.as_posix())
        if source is None:
            return
        known = addresses_now(context).keys() | addresses_moved(context)
        for entry in read_released(source):
            if not entry.anchor and entry.address not in known:
                path = _path(entry.address)
                yield self.on_line(
                    source.path, entry.line, 1,
                    f"`{entry.address}` was in the last release and is gone; add `- id: {path}` "
                    "with `to: NEW/PATH` to docs/data/redirects.yml",
                )  # fmt: skip


class RemovedAnchor(WholeRule):
    """A section of the last release that is gone."""

    id = "KB117"
    name = "section removed without a note"
    reason = "Links to the section land at the top of the page."
    bad = (
        Example(files=((_LIST, "concepts/qe/\nconcepts/qe/#zz-gone\n"),), at=f"{_LIST}:2"),
        Example(files=((_LIST, "en/concepts/qe/#zz-gone\n"),), at=f"{_LIST}:1"),
    )
    good = (
        Example(
            files=((_LIST, "concepts/qe/#zz-gone\nen/concepts/qe/#zz-gone\n"),),
            data=(("redirects.yml", _MOVED.format("concepts/qe#zz-gone", "concepts/qt#end")),),
        ),
        Example(files=((_LIST, "concepts/qe/#key-points\n"),)),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Compares the anchors of pages that still exist."""
        source = context.source(RELEASED.as_posix())
        if source is None:
            return
        now, moved = addresses_now(context), addresses_moved(context)
        for entry in read_released(source):
            whole = f"{entry.address}#{entry.anchor}"
            if not entry.anchor or entry.address not in now or whole in moved:
                continue
            if entry.anchor not in context.anchors(*now[entry.address]):
                path = _path(entry.address)
                yield self.on_line(
                    source.path, entry.line, 1,
                    f"`{whole}` was in the last release and is gone; give its section the id "
                    f"again, or add `- id: {path}#{entry.anchor}` with `to: NEW/PATH#section` to "
                    "docs/data/redirects.yml",
                )  # fmt: skip


class WrongRedirect(RecordRule):
    """A redirect that leads nowhere, or that hides what is there."""

    id = "KB122"
    name = "redirect from a page that exists, or to nothing"
    stops_build = True
    reason = "The reader of an old link would be sent in a circle, or to “not found”."
    bad = (
        Example(
            data=(("redirects.yml", _MOVED.format("concepts/zz-lost", "concepts/zz-new")),),
            at="docs/data/redirects.yml:-2",
        ),
        Example(
            data=(("redirects.yml", _MOVED.format("concepts/qe", "concepts/qt")),),
            at="docs/data/redirects.yml:-2",
        ),
        Example(
            data=(("redirects.yml", _MOVED.format("concepts/zz-lost", "concepts/qe#zz-none")),),
            at="docs/data/redirects.yml:-2",
        ),
        Example(
            data=(("redirects.yml", _MOVED.format("concepts/qe#key-points", "concepts/qt")),),
            at="docs/data/redirects.yml:-2",
        ),
    )
    good = (
        Example(
            data=(("redirects.yml", _MOVED.format("concepts/zz-lost", "concepts/qe#key-points")),),
        ),
        Example(data=(("redirects.yml", _MOVED.format("concepts/qe#zz-gone", "concepts/qt")),)),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Looks up both ends of each redirect, in both languages."""
        for name, redirect in context.kb.redirects.items():
            fault = _fault(context, redirect)
            if fault:
                path, line, column = context.kb.positions["redirects", name]
                yield self.on_line(path, line, column, f"`{name}`: {fault}")


def _fault(context: Context, redirect: Redirect) -> str:
    page, _, section = redirect.to.partition("#")
    for language in LANGUAGES:
        if (language, page) not in context.page_files:
            return f"`to` names no page ({language}); name the page where the content is now"
        if section and section not in context.anchors(language, page):
            return f"docs/{language}/{page}.md has no section `{section}`"
        if redirect.section:
            old = (language, redirect.page)
            if old not in context.page_files:
                return "the whole page is gone; write the redirect of the page"
            if redirect.section in context.anchors(*old):
                return f"docs/{language}/{redirect.page}.md still has this section; remove one"
        elif (language, redirect.page) in context.page_files:
            return f"docs/{language}/{redirect.page}.md still exists; remove it or the redirect"
    return ""


def _path(address: str) -> str:
    """Returns the page path of an address, as redirects name it."""
    return address.removeprefix("en/").strip("/") or "index"


RULES = (RemovedPage(), RemovedAnchor(), WrongRedirect())
