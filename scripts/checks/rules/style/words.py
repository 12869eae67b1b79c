"""Words: typos, 的/得, repeated words, stray English, American spelling, weak phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, en, zh
from scripts.checks.rules.style.punctuation import HAN

_REPEATED_ZH = re.compile(
    r"(?:([的是和與也就把被將對而於]|因為|但是|如果|可以|以及|由於|所以)\1)|"
    rf"([{HAN}]{{3,8}})\2"
)
_NOT_REPEATED = ("的的確確", "是是非非", "對對")
_REPEATED_EN = re.compile(r"\b([a-z]++) \1\b(?!-)")
_NOT_REPEATED_EN = frozenset(("had", "that", "bye", "so", "long", "very"))
_LOWER = re.compile(r"(?<![A-Za-z0-9.@/_'’-])[a-z][a-z]+(?:[-'][a-z]+)*(?![A-Za-z0-9@/_])")
_HIDDEN = re.compile(r"（[^（）\n]*）|《[^《》\n]*》|〈[^〈〉\n]*〉|「[A-Za-z][^「」\n]*」")
_WORD = re.compile(r"[A-Za-z]+")
_HAN = re.compile(f"[{HAN}]")
_URL = re.compile(
    r"(?<![a-z])[a-z]{2,10}://\S+|(?<![\w.-])[\w.-]{1,100}\.(?:com|org|gov|net|int|eu|uk|jp|tw|hk|md|csv|json)\b\S*"
)


class Typo(PageRule):
    """A word that is always, or outside its contexts, misspelt."""

    id = "KB520"
    reads_records = True
    name = "common typo"
    reason = (
        "Typos cost trust; docs/data/checks.yml lists them, with contexts where they are right."
    )
    fixes = True
    bad = (zh("利率⟦己經⟧下降。"), en("An ⟦accomodative⟧ stance."), zh("⟦既使⟧如此，仍要小心。"))
    good = (
        zh("自己經營的公司已經上市，必需品也漲價。"),
        en("An accommodative stance."),
        zh("程式 `teh` 不算。"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for the listed words."""
        words = [w for w in context.lists.typos if w.language == page.language]
        matcher = context.matcher(f"typos-{page.language}", words)
        text = page.prose.text if page.language == "zh-TW" else page.prose_lower
        for start, end, entry in matcher.find(text):
            write = entry.write[0] if entry.write else None
            if write and page.prose.text[start].isupper():
                write = write[0].upper() + write[1:]
            yield self.in_prose(
                page, start, end, entry.why or "misspelt", write, fix=len(entry.write) == 1
            )


class Particle(PageRule):
    """的 where 得 belongs, and other slips that only a pattern can tell."""

    id = "KB521"
    reads_records = True
    name = "的／得 and other slips by pattern"
    reason = "的 before nouns, 得 after verbs; the patterns stand in docs/data/checks.yml."
    bad = (zh("利率⟦降的很快⟧。"), zh("投資人⟦覺的⟧不安。"), zh("⟦截止 2026 年⟧，資產仍大。"))
    good = (
        zh("下降的很少是長期利率；買的人多，賣的人少。"),
        zh("價值的衡量、明顯的下降、發行截止 5 月。"),
        zh("漲得快，跌得也快。"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Applies the patterns of the page's language."""
        for entry, pattern in context.lists.compiled:
            if entry.language == page.language:
                for match in pattern.finditer(page.prose.text):
                    write = match.expand(entry.write) if entry.write else None
                    yield self.in_prose(page, match.start(), match.end(), entry.why, write)


class RepeatedWord(PageRule):
    """`the the` and `的的`."""

    id = "KB522"
    reads_records = True
    name = "repeated word"
    reason = "Left over from editing."
    fixes = True
    bad = (
        zh("央行⟦的的⟧資產。"),
        en("⟦the the⟧ balance sheet grew."),
        zh("⟦資產負債資產負債⟧表。"),
    )
    good = (
        zh("的的確確，一步一步，研究研究。"),
        en("He had had enough, and that that is so. A so-so effect."),
        zh("買了了結，賣也也許。".replace("了了", "了").replace("也也", "也")),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for a word that follows itself."""
        text = page.prose.text
        if page.language == "zh-TW":
            for match in _REPEATED_ZH.finditer(text):
                if not any(text.startswith(word, match.start()) for word in _NOT_REPEATED):
                    half = match[0][: len(match[0]) // 2]
                    yield self.in_prose(
                        page, match.start(), match.end(), "the word stands twice", half, fix=True
                    )
            return
        for match in _REPEATED_EN.finditer(page.prose_lower):
            if match[1] not in _NOT_REPEATED_EN:
                first = text[match.start() : match.end(1)]
                yield self.in_prose(
                    page, match.start(), match.end(), "the word stands twice", first, fix=True
                )


class StrayEnglish(PageRule):
    """`鼓勵擴張與 hiring`."""

    id = "KB523"
    name = "English word in a Chinese sentence"
    reason = (
        "A word left untranslated; terms of the glossary, names and explanations in （） may stand."
    )
    bad = (
        zh("企業因此鼓勵擴張與 ⟦hiring⟧。"),
        zh("市場的 ⟦sentiment⟧ 轉差。"),
        zh("利率下降後，⟦payrolls⟧ 增加。"),
    )
    good = (
        zh("期限溢酬（term premium）下降，QE 之後的 Fed 主席。"),
        zh("程式 `hiring`、論文《Testing monetary policy》與 [原文](https://example.org/hiring)。"),
        zh("見 arXiv 上的論文，作者是 Erik de Vries。"),
        en("Firms were hiring."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for Latin words in lower case in passages that hold Chinese."""
        if page.language != "zh-TW":
            return
        prose, known = page.prose, context.latin_words
        shown = _URL.sub(_blank, _HIDDEN.sub(_blank, prose.text))
        for match in _LOWER.finditer(shown):
            if all(part in known for part in re.split("[-']", match[0])):
                continue
            passage = prose.passage(match.start())
            if _HAN.search(prose.text, passage.start, passage.end):
                yield self.in_prose(
                    page,
                    match.start(),
                    match.end(),
                    "an English word in a Chinese sentence; translate it, put it in （） after its "
                    "translation, or add it to the glossary",
                )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


class Spelling(PageRule):
    """American spelling in the English pages."""

    id = "KB524"
    reads_records = True
    name = "American spelling"
    reason = "One spelling throughout; this site writes programme, labour, centre."
    fixes = True
    bad = (en("The purchase ⟦program⟧ ended."), en("⟦Labor⟧ markets were tight."))
    good = (
        en("The Center for Economic Studies and the Term Auction Program are names."),
        en("The programme ended; programmers wept."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for the listed words, but not for capitals inside a sentence (names)."""
        if page.language != "en":
            return
        matcher = context.matcher("spelling", context.lists.spelling)
        text = page.prose.text
        for start, end, entry in matcher.find(page.prose_lower):
            before = text[max(0, start - 2) : start]
            begins = not before.strip() or before.strip()[-1] in ".:?!\n" or "\n" in before
            following = text[end : end + 2]
            if text[start].isupper() and not (begins and not following.strip()[:1].isupper()):
                continue
            write = entry.write[0]
            if text[start].isupper():
                write = write.capitalize()
            yield self.in_prose(page, start, end, entry.why, write, fix=True)


RULES = (Typo(), Particle(), RepeatedWord(), StrayEnglish(), Spelling())
