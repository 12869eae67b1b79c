"""Pages that nothing leads to, and addresses that used to work."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.finding import Finding
from scripts.checks.released import RELEASED, addresses_now, read_released
from scripts.checks.rule import Example, WholeRule
from scripts.content.localised import LANGUAGES

ENTRANCES = ("index", "search")  # reached by the address itself and by the search box


class Orphan(WholeRule):
    """A page without a way to it."""

    id = "KB115"
    name = "page that nothing leads to"
    reason = "Neither the navigation nor any page links to it, so no reader finds it."
    bad = (
        Example(
            files=(("docs/zh-TW/zz/alone.md", "+一頁。"), ("docs/en/zz/alone.md", "+A page.")),
            at="docs/zh-TW/zz/alone.md:1",
        ),
        Example(
            files=(("docs/zh-TW/zz/deep/a.md", "+一頁。"), ("docs/en/zz/deep/a.md", "+A page.")),
            at="docs/en/zz/deep/a.md:1",
        ),
    )
    good = (
        Example(files=(("docs/zh-TW/faq/zz.md", "+一頁。"), ("docs/en/faq/zz.md", "+A page."))),
        Example(
            files=(("docs/zh-TW/zz/linked.md", "+一頁。"), ("docs/en/zz/linked.md", "+A page.")),
            body=(("zh-TW", "見[那頁](../zz/linked.md)。"), ("en", "See [it](../zz/linked.md).")),
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Collects the pages of the navigation and the targets of all links."""
        kb = context.kb
        named = {page for section in kb.navigation.values() for page in section.pages}
        folders = {folder for section in kb.navigation.values() for folder in section.folders}
        for language in LANGUAGES:
            linked = set(named)
            for page in context.documents:
                if page.language == language:
                    linked |= {a.path for _, a in context.addresses(page) if a.kind == "page"}
                    linked |= set(page.page.front.related)
            for page in context.documents:
                path = page.page.path
                if page.language == language and page.page.front.status != "draft":
                    if path in linked or page.page.folder in folders or path in ENTRANCES:
                        continue
                    yield self.on_line(
                        page.path,
                        1,
                        1,
                        "nothing leads to this page; add its folder to docs/data/navigation.yml "
                        "or link to it",
                    )


class RemovedPage(WholeRule):
    """An address of the last release that is gone."""

    id = "KB116"
    name = "page removed without a redirect"
    stops_build = True
    reason = "Links from other sites and bookmarks end on “not found”."
    bad = (
        Example(files=(("docs/data/urls.txt", "concepts/zz-lost/\n"),), at="docs/data/urls.txt:1"),
        Example(
            files=(("docs/data/urls.txt", "# 1.0\n\nen/concepts/zz-lost/\n"),),
            at="docs/data/urls.txt:3",
        ),
    )
    good = (
        Example(files=(("docs/data/urls.txt", ""),)),
        Example(
            files=(("docs/data/urls.txt", "concepts/zz-lost/ -> concepts/qe/\nconcepts/qe/\n"),)
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Compares the list of the last release with the pages of today."""
        source = context.source(RELEASED.as_posix())
        if source is None:
            return
        now = addresses_now(context)
        for entry in read_released(source):
            if entry.anchor or entry.address in now:
                continue
            if entry.moved_to is not None and entry.moved_to.partition("#")[0] in now:
                continue
            to = f" `{entry.moved_to}` is no page either." if entry.moved_to else ""
            yield self.on_line(
                source.path,
                entry.line,
                1,
                f"the address `{entry.address}` was in the last release and is gone;{to} write "
                f"`{entry.address} -> NEW/ADDRESS/` here",
            )


class RemovedAnchor(WholeRule):
    """A section of the last release that is gone."""

    id = "KB117"
    name = "section removed without a note"
    reason = "Links to the section land at the top of the page."
    bad = (
        Example(
            files=(("docs/data/urls.txt", "concepts/qe/\nconcepts/qe/#zz-gone\n"),),
            at="docs/data/urls.txt:2",
        ),
        Example(
            files=(("docs/data/urls.txt", "en/concepts/qe/#zz-gone\n"),), at="docs/data/urls.txt:1"
        ),
    )
    good = (
        Example(
            files=(("docs/data/urls.txt", "concepts/qe/#zz-gone -> concepts/qe/#zz-new\n"),),
            body=(("zh-TW", "無關。"),),
        ),
        Example(files=(("docs/data/urls.txt", "concepts/qe/#key-points\n"),)),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Compares the anchors of pages that still exist."""
        source = context.source(RELEASED.as_posix())
        if source is None:
            return
        now = addresses_now(context)
        for entry in read_released(source):
            if entry.anchor and entry.moved_to is None and entry.address in now:
                language, path = now[entry.address]
                if entry.anchor not in context.anchors(language, path):
                    yield self.on_line(
                        source.path,
                        entry.line,
                        1,
                        f"`{entry.address}#{entry.anchor}` was in the last release and is gone; "
                        f"give its section the id again, or write `{entry.address}#{entry.anchor} "
                        "-> NEW/ADDRESS/#section` here",
                    )


RULES = (Orphan(), RemovedPage(), RemovedAnchor())
