"""What every page on investing owes its reader: that it is no advice, and what it does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import Example, PageRule

_NO_ADVICE = {
    "zh-TW": re.compile(r"(?:不是|並非|不構成|不能當成)[^。；]{0,12}建議"),
    "en": re.compile(r"\b(?:not|nor|no|nothing|none|cannot)\b[^.;]{0,30}\badvice\b", re.IGNORECASE),
}
_LINE = {"zh-TW": "不是投資建議", "en": "not investment advice"}
_UNKNOWN = "unknown"


def _page(language: str, text: str) -> Example:
    return Example(files=((f"docs/{language}/investing/zz.md", f"+{text}"),),
                   at=f"docs/{language}/investing/zz.md:1")  # fmt: skip


class NoAdvice(PageRule):
    """A page on investing that could be taken for advice."""

    id = "KB027"
    name = "investing page without its limits"
    reason = "Readers act on these pages with their own money, whose purpose we do not know."
    bad = (
        _page("zh-TW", "以上是投資建議。\n\n## 我們不知道的事 {#unknown}\n\n很多。"),
        _page("en", "Take our advice.\n\n## What we do not know {#unknown}\n\nMuch."),
        _page("zh-TW", "這一頁不是投資建議。"),
        _page("en", "This is not investment advice."),
        Example(
            replace=(("zh-TW", "建議", "提議"),),
            front=(("zh-TW", "topics: [investing]"), ("zh-TW", "answer: 可以買。")),
            at="docs/zh-TW/{faq}.md:1",
        ),
    )
    good = (
        _page("zh-TW", "這一頁不是投資建議。\n\n## 我們不知道的事 {#unknown}\n\n很多。"),
        _page("en", "Nor is it advice.\n\n## What we do not know {#unknown}\n\nMuch."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for the line, and in articles for the section."""
        front, language = page.page.front, page.language
        is_article = page.page.folder == "investing"
        if not is_article and "investing" not in front.topics:
            return
        wanting = []
        if not _NO_ADVICE[language].search(f"{front.answer or ''}\n{page.prose.text}"):
            wanting.append(f"say that it is no advice, such as “{_LINE[language]}”")
        ids = [heading.id for _, heading in page.headings]
        if is_article and _UNKNOWN not in ids:
            wanting.append(f"end with a section {{#{_UNKNOWN}}} on what it does not know")
        if wanting:
            message = f"a page on investing must {' and '.join(wanting)}"
            yield self.on_line(page.path, 1, 1, message)


RULES = (NoAdvice(),)
