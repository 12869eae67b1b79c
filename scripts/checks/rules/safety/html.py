"""Raw HTML and what it could run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, en, zh

_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_HANDLER = re.compile(r"(?:^|[\s\"'/{])(on[a-z]{3,})\s*=", re.IGNORECASE)
_STYLE = re.compile(r"(?:^|[\s{])(style|srcdoc|formaction|xlink:href)\s*=", re.IGNORECASE)
_EMBEDDING = frozenset(
    [
        "script",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "style",
        "link",
        "meta",
        "base",
        "form",
        "input",
        "button",
        "textarea",
        "select",
        "option",
        "svg",
        "math",
        "template",
        "portal",
        "dialog",
        "marquee",
        "audio",
        "video",
        "source",
        "noscript",
    ]
)
_LOOSE = re.compile(
    r"<\s*/?\s*(script|iframe|object|embed|style|form|svg|meta|base|link)\b[^>\n]*", re.IGNORECASE
)


class EmbeddedHtml(PageRule):
    """A tag that runs, loads or sends something."""

    id = "KB601"
    name = "script, frame, form, style or other active HTML"
    stops_build = True
    reason = "It could run code in a reader's browser or send what they type."
    bad = (
        zh("文 ⟦<script>⟧alert(1)</script>"),
        en('Text ⟦<iframe src="https://example.org">⟧</iframe>'),
        en('⟦<form action="x">⟧</form>'),
        zh("⟦<svg onload=alert(1)⟧"),
    )
    good = (
        zh("標籤 `<script>` 只是文字。"),
        en('```html\n<iframe src="x"></iframe>\n```'),
        en("Rates \\<script\\> are not tags; 3 < 5 and x <b."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at every tag, closed or not."""
        told: set[int] = set()
        for mark in page.marks:
            name = _NAME.match(mark.text) if mark.kind == "tag" else None
            if name and name[1].lower() in _EMBEDDING and not mark.text.startswith("</"):
                told.add(mark.start)
                yield self.at(
                    page, mark.start, mark.end, f"`<{name[1].lower()}>` is not allowed; remove it"
                )
        for match in _LOOSE.finditer(page.prose.text):
            first = page.prose.offset(match.start())
            before = page.text[first - 1 : first]
            if first not in told and before != "\\" and not match[0].startswith("</"):
                yield self.in_prose(
                    page,
                    match.start(),
                    match.end(),
                    f"`<{match[1].lower()}>` is not allowed; remove it",
                )


class RawHtml(PageRule):
    """Any other raw tag."""

    id = "KB602"
    name = "raw HTML"
    stops_build = True
    reason = "Markdown says it shorter, and works on GitHub and in print."
    bad = (zh("⟦<b>⟧粗體</b>文字。"), en("A line⟦<br>⟧break."), en('⟦<div class="x">⟧Text</div>'))
    good = (
        zh("**粗體**與 `<b>`，以及 5 < 7。"),
        en("Compare 3 < 5 > 2 and <https://example.org>."),
        en("<!-- a remark -->"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at opening tags that the list `html` does not allow."""
        allowed = {name.lower() for name in context.lists.html}
        for mark in page.marks:
            name = _NAME.match(mark.text) if mark.kind == "tag" else None
            if name is None or mark.text.startswith("</"):
                continue
            if name[1].lower() not in allowed | _EMBEDDING:
                yield self.at(
                    page, mark.start, mark.end, f"`<{name[1]}>` is not allowed; use Markdown"
                )


class EventHandler(PageRule):
    """`onclick=` in a tag or an attribute list."""

    id = "KB603"
    name = "event handler or style attribute"
    stops_build = True
    reason = "An attribute can run code as well as a script can."
    bad = (
        zh('⟦<b onclick="alert(1)">⟧文</b>'),
        en("[Easing](../concepts/qe.md)⟦{onmouseover=alert(1)}⟧"),
        en('[Easing](../concepts/qe.md)⟦{: style="position:fixed" }⟧'),
    )
    good = (
        zh("## 標題 {#onset}\n\n文字 onclick=1 只是文字。"),
        en("[Easing](../concepts/qe.md){#once .note}"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at tags, attribute lists and the attributes of headings."""
        for mark in page.marks:
            if mark.kind in ("tag", "attributes"):
                match = _HANDLER.search(mark.text) or _STYLE.search(mark.text)
                if match:
                    yield self.at(
                        page, mark.start, mark.end, f"`{match[1].lower()}=` is not allowed"
                    )
        for block, _ in page.headings:
            line = page.line(page.place(block.start)[0])
            tail = line[line.rfind("{") :] if line.rstrip().endswith("}") else ""
            match = _HANDLER.search(tail) or _STYLE.search(tail)
            if match:
                yield self.at(page, block.start, block.end, f"`{match[1].lower()}=` is not allowed")


RULES = (EmbeddedHtml(), RawHtml(), EventHandler())
