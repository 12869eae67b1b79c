"""Sentences: length, end, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, en, zh

ZH_LONGEST = 130  # Chinese characters, without those in parentheses
EN_LONGEST = 60  # words
_SENTENCE_ZH = re.compile(r"[^。？！\n]+[。？！]?")
_SENTENCE_EN = re.compile(r"[^.?!\n]+(?:[.?!](?![\s]|$)[^.?!\n]*)*[.?!]?")
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")
_END_ZH = "。？！：…」』）；"
_END_EN = tuple(".?!:\"”')…;")
_GROUPED = re.compile(
    r"(?=\d)(?<![\d.,/A-Za-z:#-])(?:\d{5,15}(?!\d)|\d{4}(?=\s*(?:億|兆|萬|million|billion)))(?![\d/-])"
)
_PERCENT = re.compile(r"(?<=\d) ?(?:per cent|percent)\b(?! of the points)")


class LongSentence(PageRule):
    """A sentence that loses its reader."""

    id = "KB530"
    name = "sentence too long"
    severity = "warning"
    reason = f"Over {ZH_LONGEST} characters or {EN_LONGEST} words a reader has to start again."
    bad = (
        zh("⟦" + "央行買進公債讓殖利率下降而且讓企業比較容易借錢，" * 6 + "結果如此。⟧"),
        en("⟦" + "The bank buys bonds and the yield falls and " * 8 + "so it ends.⟧"),
    )
    good = (
        zh("央行買進公債讓殖利率下降，企業比較容易借錢。" * 4),
        en("The bank buys bonds, and the yield falls. " * 6),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Counts what stands between two full stops."""
        chinese = page.language == "zh-TW"
        text = page.prose.text
        pattern = _SENTENCE_ZH if chinese else _SENTENCE_EN
        for match in pattern.finditer(text):
            # A sentence of n characters has at most n / 2 words.
            if len(match[0]) <= (ZH_LONGEST if chinese else EN_LONGEST * 2):
                continue
            words = _ASIDE.sub("", match[0])
            count = len(_IDEOGRAPH.findall(words)) if chinese else len(words.split())
            if count > (ZH_LONGEST if chinese else EN_LONGEST):
                unit = "characters" if chinese else "words"
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                yield self.in_prose(
                    page, start, match.end(), f"a sentence of {count} {unit}; make two of it"
                )


class UnfinishedParagraph(PageRule):
    """A paragraph that ends without a full stop."""

    id = "KB531"
    name = "paragraph without an end"
    reason = "A missing full stop is mostly a missing half sentence."
    bad = (zh("央行買進公債，利率因此下⟦降⟧"), en("The bank buys bonds and rates fal⟦l⟧"))
    good = (
        zh("央行買進公債：\n\n- 公債\n- 房貸證券"),
        en('The bank said: "Rates will fall."\n\n| A | B |\n| --- | --- |\n| 1 | 2 |'),
        zh("[只有連結](../concepts/qe.md)"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks at the last character of each paragraph of words."""
        text = page.prose.text
        for passage in page.prose.passages:
            if passage.kind not in ("paragraph", "answer"):
                continue
            words = text[passage.start : passage.end].rstrip()
            if len(words) < 12 or words.endswith((*_END_ZH, *_END_EN)):
                continue
            block = page.blocks[passage.block] if passage.block >= 0 else None
            if block is not None and page.is_one_link(block):
                continue
            last = passage.start + len(words)
            yield self.in_prose(page, last - 1, last, "the paragraph does not end in punctuation")


class DigitGroups(PageRule):
    """`85000` or `6000 億`."""

    id = "KB532"
    reads_records = True
    name = "number without separators"
    reason = (
        "Thousands are easier to read with a comma, and the same number looks the same everywhere."
    )
    fixes = True
    bad = (zh("共 ⟦6000⟧ 億美元。"), en("About ⟦85000⟧ jobs."))
    good = (
        zh("共 6,000 億美元，在 2008 年，代號 `WALCL12345`。"),
        en("About 85,000 jobs in 2008; working paper w27913, DOI 10.1257/aer.20150320."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for runs of five digits, or four before a scale."""
        for match in _GROUPED.finditer(page.prose.text):
            yield self.in_prose(
                page, match.start(), match.end(), "separate thousands with commas",
                f"{int(match[0]):,}", fix=True,
            )  # fmt: skip


class PercentWord(PageRule):
    """`5 per cent`."""

    id = "KB533"
    reads_records = True
    name = "percent written out"
    reason = "The site writes 5%."
    fixes = True
    bad = (en("Rates of 5⟦ per cent⟧."), en("Rates of 2.5⟦ percent⟧."))
    good = (en("Rates of 5%, or 0.5 percentage points."), en("What percent of it?"))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for the word after a digit."""
        if page.language == "en":
            for match in _PERCENT.finditer(page.prose.text):
                yield self.in_prose(
                    page, match.start(), match.end(), "write the sign", "%", fix=True
                )


RULES = (LongSentence(), UnfinishedParagraph(), DigitGroups(), PercentWord())
