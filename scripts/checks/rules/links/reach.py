"""Pages that nothing leads to."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.finding import Finding
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


RULES = (Orphan(),)
