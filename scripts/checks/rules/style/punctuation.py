"""Punctuation: width, quotation marks, brackets, doubled marks, dashes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, en, zh

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE = dict(zip(",;:?!.()", "，；：？！。（）", strict=True))
_NARROW = {wide: narrow for narrow, wide in _WIDE.items()} | {
    "、": ",", "「": '"', "」": '"', "『": "'", "』": "'",
}  # fmt: skip
_HALF = re.compile(
    rf"(?<=[{HAN}」』）》])[,;:?!](?!\d)|[,;:?!](?=[{HAN}「『《])|(?<=[{HAN}」』）》])\.(?![\w.])"
)
_PARENTHESES = re.compile(r"\(([^()\n]*)\)")
_FULL = re.compile("[，。；：？！（）、「」『』]")
_HAN = re.compile(f"[{HAN}]")
_QUOTES = re.compile(
    r"[“”„]|(?<![A-Za-z])[‘’]|[‘’](?![A-Za-z])|(?<![\dA-Za-z])\"|(?<!\d)\"(?![\dA-Za-z])"
)
_DOUBLED = re.compile(
    r"(?=[，、；：。？！,;])(?:([，、；：])[，。、；：]+|。[，、；：。]+|[？！][，。、；：]|(?<![.\d]),[,.;:]|;[,.;])"
)
_SPACE_BEFORE = re.compile(r"(?<=[A-Za-z0-9)\"]) +[,;:.?!](?=[\s]|$)(?! \d)")
_DOTS = re.compile(r"\.{3,}|。{3,}|(?<!…)…(?!…)|…{3,}")
_DASH = re.compile(r"(?<![-\d])--+(?![-\d>])|—+|(?<!─)─(?!─)")
_PAIRS = {"（": "）", "「": "」", "『": "』", "《": "》", "(": ")", "[": "]"}
_CLOSERS = {close: opener for opener, close in _PAIRS.items()}
_BRACKETS = re.compile(r"[（）「」『』《》()\[\]]")
_ENUMERATION = re.compile(r"(?:^|[\s，；、（(])(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)")


class HalfWidth(PageRule):
    """`,` in a Chinese sentence."""

    id = "KB501"
    reads_records = True
    name = "half-width punctuation in Chinese"
    reason = "Half-width marks stand too close in Chinese and break the rhythm of reading."
    fixes = True
    bad = (
        zh("央行買債⟦,⟧利率下降。"), zh("為什麼⟦?⟧因為利率太低。"),
        zh("聯準會宣布⟦:⟧擴大購債。"), zh("央行買進公債⟦.⟧"),
    )  # fmt: skip
    good = (
        zh("金額是 6,000 億美元，比率 1:2，時間 14:30。"),
        zh("見 Gagnon et al. 的研究，以及 `a, 甲` 這段程式。"),
        zh("參考 U.S. Treasury 的報告。"),
        en("Bonds, bills: what is bought?"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for half-width marks that touch a Chinese character."""
        if page.language != "zh-TW":
            return
        for match in _HALF.finditer(page.prose.text):
            yield self.in_prose(
                page, match.start(), match.end(), "Chinese takes full-width punctuation",
                _WIDE[match[0]], fix=True,
            )  # fmt: skip


class HalfWidthParentheses(PageRule):
    """`(` in a Chinese sentence."""

    id = "KB502"
    reads_records = True
    name = "half-width parentheses in Chinese"
    reason = "One form of parentheses throughout; the wide one fits Chinese characters."
    bad = (zh("柏南奇⟦(Ben Bernanke)⟧主張。"), zh("準備金⟦(銀行的存款)⟧增加。"))
    good = (
        zh("柏南奇（Ben Bernanke）主張。"),
        zh("函數 f(x) 遞增，見 Gagnon (2016)。"),
        en("Reserves (準備金) rise."),
    )
    fixes = True

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for pairs with Chinese inside or next to them."""
        if page.language != "zh-TW" or "(" not in page.prose.text:
            return
        text = page.prose.text
        for match in _PARENTHESES.finditer(text):
            around = text[max(0, match.start() - 1) : match.start()] + text[match.end() :][:1]
            if _HAN.search(match[1]) or _HAN.search(around):
                yield self.in_prose(
                    page, match.start(), match.end(), "Chinese takes full-width parentheses",
                    f"（{match[1]}）", fix=True,
                )  # fmt: skip


class FullWidthInEnglish(PageRule):
    """`，` in an English sentence."""

    id = "KB503"
    reads_records = True
    name = "full-width punctuation in English"
    reason = "Full-width marks leave holes in English text and are mostly left over from copying."
    bad = (en("The Fed bought bonds⟦，⟧and rates fell."), en("It is large ⟦（⟧about 20%)."))
    good = (en("In Chinese it is 量化寬鬆（簡稱量寬）, in 「」."), zh("央行買債，利率下降。"))
    fixes = True

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for full-width marks that touch no Chinese character."""
        if page.language != "en":
            return
        text = page.prose.text
        for match in _FULL.finditer(text):
            around = text[max(0, match.start() - 1) : match.start()] + text[match.end() :][:1]
            if not _HAN.search(around) and not _FULL.search(around):
                yield self.in_prose(
                    page, match.start(), match.end(), "English takes half-width punctuation",
                    _NARROW[match[0]], fix=True,
                )  # fmt: skip


class Quotes(PageRule):
    """Western quotation marks in Chinese."""

    id = "KB504"
    reads_records = True
    name = "quotation marks that are not 「」"
    reason = "Taiwan quotes with 「」, inside them with 『』."
    bad = (zh("所謂⟦“⟧縮表”就是 QT。"), zh('所謂⟦"⟧縮表"就是 QT。'), zh("他說⟦‘⟧不會’升息。"))
    good = (
        zh("所謂「縮表」就是 QT，他說「這叫『縮表』」。"),
        zh("Fed's 的寫法與 12\" 螢幕不是引號。"),
        en('The so-called "run-off" is QT.'),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for curly and straight quotation marks, but not for apostrophes or inches."""
        if page.language != "zh-TW":
            return
        for match in _QUOTES.finditer(page.prose.text):
            closing = match[0] in "”’" or (
                match[0] == '"' and page.prose.text[match.start() - 1].strip() != ""
                and not _HAN.match(page.prose.text[match.end() :][:1])
            )  # fmt: skip
            yield self.in_prose(
                page, match.start(), match.end(), "Chinese quotes with 「」",
                "」" if closing else "「",
            )  # fmt: skip


class Unbalanced(PageRule):
    """A bracket without its partner."""

    id = "KB505"
    reads_records = True
    name = "bracket or quotation mark without its partner"
    reason = "A missing partner is nearly always a word cut off."
    bad = (
        zh("央行⟦（⟧例如聯準會買債。"), zh("所謂「縮表⟦』⟧就是 QT。"), zh("所謂縮表⟦」⟧就是 QT。"),
        en("The Fed ⟦(⟧the US central bank buys bonds."),
    )  # fmt: skip
    good = (
        zh("央行（例如聯準會（Fed））買債，稱為「量化『寬鬆』」。"),
        en("Three steps: 1) buy, 2) hold, 3) sell (or wait)."),
        zh("程式 `f(` 不算。"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Matches brackets inside each block."""
        text = page.prose.text
        found: defaultdict[int, list[re.Match[str]]] = defaultdict(list)
        for match in _BRACKETS.finditer(text):
            found[page.prose.passage(match.start()).start].append(match)
        for start, marks in found.items():
            enumerations: set[int] | None = None
            stack: list[tuple[str, int]] = []
            for match in marks:
                mark, index = match[0], match.start()
                if mark in _PAIRS:
                    stack.append((mark, index))
                elif stack and stack[-1][0] == _CLOSERS[mark]:
                    stack.pop()
                else:
                    if enumerations is None:
                        passage = text[start : page.prose.passage(start).end]
                        ends = (item.end() - 1 for item in _ENUMERATION.finditer(passage))
                        enumerations = {start + end for end in ends}
                    if mark == ")" and index in enumerations:
                        continue
                    yield self._lonely(page, index, mark, _CLOSERS[mark])
                    stack.clear()
                    break
            if stack:
                mark, index = stack[0]
                yield self._lonely(page, index, mark, _PAIRS[mark])

    def _lonely(self, page: Document, index: int, mark: str, partner: str) -> Finding:
        return self.in_prose(page, index, index + 1, f"`{mark}` has no matching `{partner}` here")


class Doubled(PageRule):
    """`，，` or `。，`."""

    id = "KB506"
    reads_records = True
    name = "doubled or clashing punctuation"
    reason = "Left over from editing."
    bad = (
        zh("利率下降⟦，，⟧股市上漲。"),
        en("Rates fell⟦,,⟧ stocks rose."),
        zh("利率下降⟦。，⟧股市上漲。"),
    )
    good = (zh("真的嗎？！他說：「是。」，然後離開……"), en("Wait... what?! Rates, etc., fell."))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for marks that cannot follow each other."""
        for match in _DOUBLED.finditer(page.prose.text):
            yield self.in_prose(page, match.start(), match.end(), "two marks where one belongs")


class SpaceBeforeMark(PageRule):
    """A space before a comma or full stop."""

    id = "KB507"
    reads_records = True
    name = "space before punctuation"
    reason = "The mark may begin the next line."
    fixes = True
    bad = (en("Rates fell⟦ ,⟧ stocks rose."), en("Rates fell⟦ .⟧"))
    good = (en("Rates fell, stocks rose .5 points."), en("A ratio of 3 : 4x"))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for blanks before half-width marks."""
        if page.language != "en":
            return
        for match in _SPACE_BEFORE.finditer(page.prose.text):
            yield self.in_prose(
                page, match.start(), match.end(), "no space before punctuation",
                match[0].strip(), fix=True,
            )  # fmt: skip


class DashesAndDots(PageRule):
    """`...`, `--` or `——` in Chinese."""

    id = "KB508"
    reads_records = True
    name = "dash or ellipsis in the wrong form"
    reason = "Chinese writes `……` and `──`, each two characters wide."
    fixes = True
    bad = (
        zh("利率下降⟦...⟧然後上升。"),
        zh("央行⟦——⟧例如聯準會──買債。"),
        zh("央行⟦--⟧例如聯準會。"),
    )
    good = (
        zh("利率下降……然後上升。央行──例如聯準會──買債，15–25 個基點，QE1–3。"),
        en("Wait... and see — or not."),
        zh("指令 `--strict` 與箭頭 --> 不是破折號。"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for other forms of both marks."""
        if page.language != "zh-TW":
            return
        for pattern, write in ((_DOTS, "……"), (_DASH, "──")):
            for match in pattern.finditer(page.prose.text):
                around = page.prose.text[max(0, match.start() - 2) : match.end() + 2]
                if not around.replace(match[0], "").strip():
                    continue  # a cell that holds nothing
                yield self.in_prose(
                    page, match.start(), match.end(), f"Chinese writes `{write}`", write, fix=True
                )


RULES = (
    HalfWidth(),
    HalfWidthParentheses(),
    FullWidthInEnglish(),
    Quotes(),
    Unbalanced(),
    Doubled(),
    SpaceBeforeMark(),
    DashesAndDots(),
)
