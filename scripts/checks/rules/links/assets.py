"""Images and other files, references and their definitions, raw HTML links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.addresses import resolve
from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, en, zh

_ATTRIBUTE = re.compile(
    r"\b(href|src|srcset|poster|action|data)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))",
    re.IGNORECASE,
)


class MissingFile(PageRule):
    """An image or file that does not exist."""

    id = "KB105"
    name = "missing image or file"
    stops_build = True
    reason = "The reader sees a broken picture or “not found”."
    bad = (
        zh("![資產走勢](⟦../assets/no-such.png⟧)"), en("Get [the data](⟦../data/no-such.csv⟧)."),
        zh("![走勢](⟦/assets/no-such.svg⟧)"),
    )  # fmt: skip
    good = (
        zh("![走勢](https://example.org/a.png)"),
        en("Get [the data](../../data/series/WALCL.csv)."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks up each target that is a file."""
        for link, address in context.addresses(page):
            file = address.file
            if address.kind == "absolute" and link.kind == "image":
                file = file.lstrip("/")
            elif address.kind != "asset":
                continue
            if file not in context.files and file.lower() not in context.files_lower:
                yield self.at(
                    page, link.target_start, link.target_start + len(link.target),
                    f"no file docs/{file}",
                )  # fmt: skip


class ImageWithoutText(PageRule):
    """An image without alternative text."""

    id = "KB106"
    name = "image without alternative text"
    reason = "Who cannot see the picture gets nothing, and search engines neither."
    bad = (
        zh("⟦![](https://example.org/a.png)⟧"), en("⟦![ ](https://example.org/a.png)⟧"),
        en("⟦![image](https://example.org/a.png)⟧"),
    )  # fmt: skip
    good = (
        zh("![聯準會總資產的走勢](https://example.org/a.png)"),
        en("![Total assets of the Fed](https://example.org/a.png)"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at the text of each image."""
        for link in page.links:
            image = link.kind == "image" or page.text[link.start] == "!"
            if image and link.text.strip().lower() in ("", "image", "img", "picture", "圖", "圖片"):
                yield self.at(
                    page, link.start, link.end, "say in the brackets what the image shows"
                )


class UndefinedReference(PageRule):
    """`[text][label]` without a definition."""

    id = "KB107"
    name = "reference without a definition"
    stops_build = True
    reason = "The page shows the brackets instead of a link."
    bad = (zh("見⟦[量化寬鬆][nowhere]⟧。"), en("See ⟦[easing][nowhere]⟧."))
    good = (
        zh("見[量化寬鬆][here]。\n\n[here]: ../concepts/qe.md"),
        en("An array `a[0][1]` in code, and a note [sic]."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks up the label of each reference."""
        for link in page.links:
            if link.kind == "reference" and link.target.lower() not in page.definitions:
                yield self.at(
                    page, link.start, link.end,
                    f"nothing defines `{link.target}`; write [words](address)",
                )  # fmt: skip


class UnusedDefinition(PageRule):
    """A definition that no reference uses."""

    id = "KB113"
    name = "definition that nothing uses"
    reason = "A left-over that the next author has to understand."
    bad = (
        zh("文。\n\n[left]: ⟦../concepts/qe.md⟧"),
        en("Text.\n\n[left]: ⟦https://example.org/⟧"),
    )
    good = (
        zh("見[量化寬鬆][here]。\n\n[here]: ../concepts/qe.md"),
        en("See [easing][].\n\n[easing]: ../concepts/qe.md"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares the definitions with the references."""
        used = {link.target.lower() for link in page.links if link.kind == "reference"}
        for label, block in page.definitions.items():
            if label not in used and f"[{label}]" not in page.prose_lower:
                yield self.at(page, block.start, block.end, f"no link uses `[{label}]`; remove it")


class HtmlLink(PageRule):
    """A link in raw HTML."""

    id = "KB109"
    name = "link in raw HTML"
    stops_build = True
    reason = "The generator does not follow it: it breaks unseen when the page moves."
    bad = (
        zh('見⟦<a href="../concepts/qe.md">⟧量化寬鬆</a>。'),
        en('⟦<img srcset="a.png 1x, b.png 2x" alt="A">⟧'),
        en("See ⟦<a href='nowhere.md'>⟧that</a>."),
    )
    good = (zh("見[量化寬鬆](../concepts/qe.md)。"), en('Write `<a href="x">` in HTML.'))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at the attributes of raw tags."""
        for mark in page.marks:
            if mark.kind != "tag":
                continue
            for match in _ATTRIBUTE.finditer(mark.text):
                target = next((group for group in match.groups()[1:] if group), "")
                kind = resolve(target.split(" ")[0], page.path).kind
                yield self.at(
                    page, mark.start, mark.end,
                    f"`{match[1].lower()}=` to “{target[:60]}” ({kind}): use Markdown, "
                    "[words](address) or ![text](image)",
                )  # fmt: skip
                break


RULES = (
    MissingFile(),
    ImageWithoutText(),
    UndefinedReference(),
    UnusedDefinition(),
    HtmlLink(),
)
