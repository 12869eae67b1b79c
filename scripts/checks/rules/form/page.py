"""What each kind of page must hold, and how long its parts may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import Example, PageRule, en, zh
from scripts.checks.rules.figures.references import nearest
from scripts.content.readings import origins

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_LEFT = re.compile(
    r"\b(?:TODO|FIXME|XXX|TBD|TKTK|lorem ipsum)\b|（補）|\?\?\?"
    r"|(?:待補|待確認)(?=[。，；）」\n]|$)"
    r"|^(?:<{7}|={7}|>{7})(?: .*)?$",
    re.MULTILINE,
)
# What `python -m scripts new` writes for the author to replace; a draft may still hold it.
_SKELETON = re.compile(
    r"^(?:title: (?:頁面標題|短標題|Page title|Short title)$"
    r"|description: (?:一句話說明這一|One sentence on what this ).*"
    r"|question: (?:讀者會怎麼問|How would a reader ask it).*"
    r"|answer: (?:短答，最多|The short answer, at most).*"
    r"|  - (?:讀者平常會打的說法.|an everyday wording|another wording|a third wording)$"
    r"|- (?:第[一二三]點|(?:First|Second|Third) point)$"
    r"|(?:先用兩三句話寫出答案|Give the answer first, in two or three sentences).*"
    r"|(?:較完整的回答，150|The fuller answer: reason, figure).*"
    r"|## (?:第一節|First section) .*"
    r"|(?:每個段落一行。數字接|One line a paragraph. Numbers).*)",
    re.MULTILINE,
)
_PATH = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")


def length(text: str, language: str) -> int:
    """Returns the length by which a language counts: ideographs, or words."""
    return len(_IDEOGRAPH.findall(text)) if language == "zh-TW" else len(text.split())


class LongAnswer(PageRule):
    """A short answer that is not short."""

    id = "KB020"
    name = "description or short answer too long"
    reason = "The short answer stands in search results, the description in link previews."
    bad = (
        Example(
            front=(("zh-TW", "description: " + "很長的一句話" * 20 + "。"),),
            at="docs/zh-TW/{page}.md:description",
        ),
        Example(
            front=(("en", "description: " + "a very long line " * 12 + "."),),
            at="docs/en/{page}.md:description",
        ),
    )
    good = (
        Example(front=(("zh-TW", "description: 不長的一句話。"),)),
        Example(front=(("en", "description: A short line."),)),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Counts Chinese characters, English words or characters."""
        front, chinese = page.page.front, page.language == "zh-TW"
        size = length(front.description, "zh-TW") if chinese else len(front.description)
        limit, unit = (90, "Chinese characters") if chinese else (170, "characters")
        faults = [("description", size, limit, unit)]
        if front.answer:
            words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", front.answer)
            limit, unit = (120, "Chinese characters") if chinese else (60, "words")
            faults.append(("answer", length(words, page.language), limit, unit))
        for key, size, limit, unit in faults:
            if size > limit:
                line, column = page.page.keys.position((key,))
                yield self.on_line(
                    page.path, line, column, f"`{key}` has {size} {unit}, allowed are {limit}"
                )


class KeyPoints(PageRule):
    """An article without its three key points."""

    id = "KB021"
    name = "article without lead or without exactly three key points"
    reason = "Who reads only the top of the page should still know the answer."
    bad = (
        Example(
            replace=(("zh-TW", "{#key-points}", "{#zz-points}"),), at="docs/zh-TW/{article}.md:body"
        ),
        Example(
            replace=(("en", "{#key-points}\n\n", "{#key-points}\n\n- One more.\n"),),
            at="docs/en/{article}.md:## Key points",
        ),
    )
    good = (zh("## 另一節 {#zz}\n\n- 一\n- 二\n- 三\n- 四"), en("## More {#zz}\n\n- One"))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at the blocks up to the end of the first section."""
        if page.page.front.kind not in ("article", "case"):
            return
        ids = [heading.id for _, heading in page.headings]
        if "key-points" not in ids:
            yield self.on_line(
                page.path,
                page.page.body_line,
                1,
                "after the lead write `## 重點 {#key-points}` or `## Key points {#key-points}` "
                "with three items",
            )
            return
        head = next(block for block, heading in page.headings if heading.id == "key-points")
        first = next((b for b in page.blocks if b.kind != "comment"), None)
        if first is None or first.kind != "paragraph":
            yield self.on_line(
                page.path, page.page.body_line, 1, "begin with a paragraph that gives the answer"
            )
        items = 0
        for block in page.blocks[page.blocks.index(head) + 1 :]:
            if block.kind == "heading":
                break
            items += block.kind == "item" and block.level == 0
        if items != 3:
            yield self.at(page, head.start, head.end, f"write three key points ({items} found)")


class Related(PageRule):
    """`related` that leads nowhere."""

    id = "KB022"
    name = "unknown, repeated or own page in `related`"
    stops_build = True
    reason = "The list at the foot of the page is made from it."
    bad = (
        Example(
            front=(("zh-TW", "related: [concepts/qe-x, concepts/qt]"),),
            at="docs/zh-TW/{page}.md:related",
        ),
        Example(
            front=(("en", "related: [concepts/qt, concepts/qt]"),), at="docs/en/{page}.md:related"
        ),
    )
    good = (
        Example(front=(("zh-TW", "related: [concepts/qe, concepts/qt, index]"),)),
        Example(front=(("en", "related: [concepts/qe, concepts/qt, index]"),)),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks up each path."""
        seen: set[str] = set()
        for index, path in enumerate(page.page.front.related):
            fault = ""
            if (page.language, path) not in context.page_files:
                near = nearest(path, context.paths)
                fault = f"no page `{path}`" + (f"; did you mean `{near}`?" if near else "")
            elif path in seen:
                fault = f"`{path}` stands twice"
            elif path == page.page.path:
                fault = "a page is not related to itself"
            seen.add(path)
            if fault:
                line, column = page.page.keys.position(("related", index))
                yield self.on_line(page.path, line, column, fault)


class LeftOver(PageRule):
    """A note to oneself."""

    id = "KB023"
    reads_records = True
    name = "left-over note, text of the skeleton, or merge conflict"
    reason = "The reader should not see the workshop."
    bad = (
        zh("數字⟦待補⟧。"),
        en("⟦TODO⟧: add the number."),
        en("⟦<<<<<<< HEAD⟧\n\nText."),
        zh("⟦較完整的回答，150 到 600 個字：補上原因⟧。"),
        Example(front=(("en", "title: Short title"),), at="docs/en/{page}.md:title"),
    )
    good = (
        zh("尚待補的缺口 `TODO`。"),
        en("The to-do list is long."),
        zh("這是較完整的回答，分成兩節。"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at the words, at lines of conflict, and for lines of the skeleton."""
        if page.page.front.status != "draft":
            for match in _SKELETON.finditer(page.text):
                yield self.at(
                    page, match.start(), match.end(),
                    "write your own text here; `new` wrote this to show what belongs",
                )  # fmt: skip
        for match in _LEFT.finditer(page.prose.text):
            yield self.in_prose(page, match.start(), match.end(), "finish or remove this")


class FileName(PageRule):
    """A file whose name cannot be an address."""

    id = "KB024"
    name = "file name that makes a bad address"
    reason = "The path is the address in both languages: lower-case English words and hyphens."
    bad = (
        Example(
            files=(("docs/zh-TW/faq/QE_vs_QT.md", "+文。"),), at="docs/zh-TW/faq/QE_vs_QT.md:1"
        ),
        Example(files=(("docs/en/faq/量化.md", "+Text."),), at="docs/en/faq/量化.md:1"),
    )
    good = (
        Example(files=(("docs/zh-TW/faq/qe-2-vs-qt.md", "+文。"),)),
        Example(files=(("docs/en/faq/2008-crisis.md", "+Text."),)),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at the path."""
        if not _PATH.fullmatch(page.page.path):
            yield self.on_line(
                page.path,
                1,
                1,
                "name files in lower-case English with hyphens, such as qe-vs-qt.md",
            )


class Unsourced(PageRule):
    """A page of facts without a source."""

    id = "KB025"
    name = "page without enough sources"
    reason = "An article rests on at least five documents, an answer on one."
    bad = (
        Example(
            replace=(("zh-TW", "[^", "（^"), ("zh-TW", "](figure:", "](term:")),
            at="docs/zh-TW/{article}.md:1",
        ),
        Example(
            replace=(("en", "[^", "(^"), ("en", "](figure:", "](term:")),
            at="docs/en/{article}.md:1",
        ),
    )
    good = (zh("沒有來源的一段。"), en("A paragraph without source."))
    NEEDED: ClassVar[dict[str, int]] = {"article": 5, "case": 5, "faq": 1}

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Counts the different notes, and the sources of the figures."""
        needed = self.NEEDED.get(page.page.front.kind, 0)
        if not needed or page.page.front.status == "draft":
            return
        found = {mark.text for mark in page.marks if mark.kind == "note"}
        for _, address in context.addresses(page):
            figure = context.kb.figures.get(address.name) if address.scheme == "figure" else None
            if figure is not None:
                found |= {origin.id for origin in origins(context.kb.figures, figure)}
        if len(found) < needed:
            kind = page.page.front.kind
            yield self.on_line(
                page.path,
                1,
                1,
                f"{len(found)} sources; a page of kind `{kind}` rests on at least {needed}",
            )


RULES = (LongAnswer(), KeyPoints(), Related(), LeftOver(), FileName(), Unsourced())
