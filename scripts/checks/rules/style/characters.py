"""Characters that do not belong: Simplified, look-alikes, full-width letters, emoji."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.lists import WordMatcher
from scripts.checks.rule import PageRule, en, zh
from scripts.checks.rules.style.punctuation import HAN

_FULL = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff04\uff05\uffe5]+")
_MIXED = re.compile(
    r"[\u0370-\u03ff\u0400-\u052f]+(?=[A-Za-z])|(?<=[A-Za-z])[\u0370-\u03ff\u0400-\u052f]+"
)
_UNUSUAL = re.compile("[\u0370-\u03ff\u0400-\u052f\u2e80-\u2fdf\uf900-\ufaffァ-ヶーｦ-ﾟㄅ-ㄩ]")
_COMPATIBILITY = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_KANA = re.compile(rf"(?<=[{HAN}])[ァ-ヶーｦ-ﾟㄅ-ㄩ](?=[{HAN}，。、；：」）\n])")
_LIKE = dict(zip("ㄧーロトカタハニエヘ", "一一口卜力夕八二工へ", strict=True))
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u26ff\u2700-\u27bf\U0001f1e6-\U0001f1ff\ufe0f]+")
_IDEOGRAPH = re.compile(f"[{HAN}]")


@lru_cache(maxsize=30_000)
def is_traditional(character: str) -> bool:
    """Tells whether Taiwan's character set (cp950) has an ideograph."""
    try:
        character.encode("cp950")
    except UnicodeEncodeError:
        return False
    return True


class Simplified(PageRule):
    """A Simplified character in the Traditional pages."""

    id = "KB514"
    reads_records = True
    name = "Simplified character in Traditional text"
    reason = "Readers in Taiwan and Hong Kong see at once that text was converted carelessly."
    bad = (
        zh("量化⟦宽⟧鬆的目的。"),
        zh("在⟦這里⟧可以看到。"),
        zh("⟦后⟧來利率下降。"),
        zh("⟦发⟧行債券。"),
    )
    good = (
        zh("皇后大道離這裡有三公里，央行干預匯市。"),
        zh("滙豐銀行與恒生銀行。"),
        en("Written 量化宽松 in mainland China."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for characters outside cp950, and for those that a context list forbids."""
        if page.language != "zh-TW":
            return
        text = page.prose.text
        allowed = context.lists.characters
        odd = {c for c in page.prose.characters if _IDEOGRAPH.match(c) and not is_traditional(c)}
        odd -= set("".join(allowed))
        if odd:
            for match in re.finditer(f"[{''.join(odd)}]", text):
                yield self.in_prose(
                    page,
                    match.start(),
                    match.end(),
                    f"`{match[0]}` is no character of Taiwan; write the Traditional one",
                )
        for start, end, entry in self._matcher(context).find(text):
            yield self.in_prose(page, start, end, entry.why, entry.write[0], fix=True)

    def _matcher(self, context: Context) -> WordMatcher:
        return context.matcher("simplified", context.lists.simplified)


class FullWidthLetters(PageRule):
    """`２００８` or `ＱＥ`."""

    id = "KB515"
    reads_records = True
    name = "full-width digits or letters"
    reason = "Search does not find them, and they stand out of line."
    fixes = True
    bad = (zh("在 ⟦２００８⟧ 年。"), en("In ⟦２００８⟧ the Fed."), zh("⟦ＱＥ⟧ 之後上漲 5⟦％⟧。"))
    good = (zh("在 2008 年，約 20～30 天。"), en("In 2008, QE."))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for full-width forms."""
        if not _FULL.search(page.prose.characters):
            return
        for match in _FULL.finditer(page.prose.text):
            yield self.in_prose(
                page,
                match.start(),
                match.end(),
                "digits and letters are half-width",
                unicodedata.normalize("NFKC", match[0]),
                fix=True,
            )


class LookAlike(PageRule):
    """A Cyrillic letter in a Latin word, or a kana in place of a character."""

    id = "KB516"
    reads_records = True
    name = "look-alike character"
    reason = "It looks right, and neither search nor a screen reader recognises the word."
    bad = (
        zh("聯準會（F⟦е⟧d）買債。"),
        en("The F⟦е⟧d buys bonds."),
        zh("央行第⟦ㄧ⟧次買債。"),
        zh("央行的⟦⾦⟧額。"),
    )
    good = (
        zh("貝他值 β 與 α 分開寫，π 也是。"),
        en("The beta β of a stock, and Банк России in full."),
        zh("日文寫作バズーカ。"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for mixed scripts inside a word and for compatibility forms."""
        text = page.prose.text
        if not _UNUSUAL.search(page.prose.characters):
            return
        for match in _MIXED.finditer(text):
            name = unicodedata.name(match[0][0], "unknown").title()
            yield self.in_prose(
                page, match.start(), match.end(), f"not a Latin letter but {name}; retype the word"
            )
        for match in _COMPATIBILITY.finditer(text):
            yield self.in_prose(
                page,
                match.start(),
                match.end(),
                "a compatibility form of the character",
                unicodedata.normalize("NFKC", match[0]),
                fix=True,
            )
        if page.language == "zh-TW":
            for match in _KANA.finditer(text):
                if not _KANA_RUN.match(text, match.start() - 1):
                    yield self.in_prose(
                        page,
                        match.start(),
                        match.end(),
                        "looks like a character and is not one",
                        _LIKE.get(match[0]),
                    )


_KANA_RUN = re.compile("[ぁ-ヶー]{2}")


class Emoji(PageRule):
    """A pictogram."""

    id = "KB517"
    reads_records = True
    name = "emoji"
    reason = "Screen readers speak their full names, and they look different everywhere."
    bad = (zh("利率下降⟦📉⟧。"), en("Rates fell ⟦📉⟧."))
    good = (zh("箭頭 → 與 ≈、× 可以用。"), en("Arrows → and × are fine."))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for pictograms."""
        if not _EMOJI.search(page.prose.characters):
            return
        for match in _EMOJI.finditer(page.prose.text):
            yield self.in_prose(
                page, match.start(), match.end(), "write a word instead of an emoji"
            )


RULES = (Simplified(), FullWidthLetters(), LookAlike(), Emoji())
