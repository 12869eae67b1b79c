"""Wordings: those to avoid, and those that one page should not mix."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.lists import Wording, WordMatcher
from scripts.checks.rule import Example, PageRule, en, zh

# Words before a quotation that show a wording is talked about, not used.
_MENTION = re.compile(
    r"(?:大陸|香港|中國|簡體|港譯|舊譯|譯|稱|叫|寫|用語|說法|名稱)[^。！？\n]{0,12}「[^」\n]*$"
)
_GLOSS = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,8})（(?P<gloss>[A-Z]?[A-Za-z][^（）\n]*?[a-z][^（）\n]*)）"
)


class AvoidedWording(PageRule):
    """A wording that is wrong in Taiwan, or wrong altogether."""

    id = "KB201"
    reads_records = True
    name = "wording to avoid"
    reason = "One country's words throughout; what is right depends on the words around it."
    bad = (
        zh("⟦美聯儲⟧宣布降息。"),
        zh("債券的⟦孳息率⟧下降。"),
        zh("這是電腦軟體的⟦配置⟧檔。"),
        zh("提高服務⟦質量⟧。"),
        en("The ⟦federal reserve⟧ buys bonds."),
    )
    good = (
        zh("資產配置與質量監控、質量守恆都是對的。"),
        zh("香港稱為「孳息率」，中國大陸稱為「收益率」。"),
        zh("各國債券市場不同，外加息差也不同。"),
        en("The Federal Reserve buys bonds."),
        Example(front=(("zh-TW", "wording: as-written"),), body=(("zh-TW", "香港的按揭。"),)),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for the listed wordings outside the contexts in which they are right."""
        if page.page.front.wording == "as-written":
            return
        text = page.prose.text
        for start, end, entry in self._matcher(page, context).find(text):
            line = text.rfind("\n", 0, start) + 1
            passage = page.prose.passage(start)
            around = text[passage.start : passage.end]
            if passage.kind == "record":
                around += _record_id(page, page.prose.offset(start))
            if any(part in page.page.path for part in entry.pages) or any(
                word in around for word in entry.near
            ):
                continue
            if page.language == "zh-TW" and _MENTION.search(text[max(line, start - 60) : start]):
                continue
            write = "／".join(entry.write) if entry.write else None
            yield self.in_prose(page, start, end, entry.why, write)

    def _matcher(self, page: Document, context: Context) -> WordMatcher:
        key = f"wordings-{page.language}"
        if context.has_matcher(key):
            return context.matcher(key, ())
        words = {w.avoid: w for w in context.lists.wordings if w.language == page.language}
        if page.language == "zh-TW":
            glossary = {
                wording
                for term in context.kb.terms.values()
                for wording in (term.zh_TW, *term.forms.zh_TW)
            }
            for avoid, listed in list(words.items()):
                # What the glossary calls right is right, whatever it holds.
                right = tuple(sorted(wording for wording in glossary if avoid in wording))
                if right:
                    words[avoid] = listed.model_copy(update={"unless": (*listed.unless, *right)})
            for term in context.kb.terms.values():
                right = (term.zh_TW, *term.forms.zh_TW)
                for entry in term.avoid:
                    unless = tuple(word for word in right if entry.wording in word)
                    hong_kong = entry.wording == term.zh_HK
                    words.setdefault(
                        entry.wording,
                        Wording(
                            avoid=entry.wording,
                            write=(term.zh_TW,),
                            why=entry.why,
                            unless=unless,
                            pages=("hong-kong",) if hong_kong else (),
                            near=("香港", "金管局", "中國", "人行", "id: hk", "id: cn"),
                        ),
                    )
        return context.matcher(key, words.values())


def _record_id(page: Document, offset: int) -> str:
    """Returns the id of the record that holds an offset; it often names the country."""
    start = page.text.rfind("id: ", 0, offset)
    return page.text[start : page.text.find("\n", start)].split(",")[0] if start >= 0 else ""


class MixedWording(PageRule):
    """Two wordings of one thing on one page."""

    id = "KB202"
    name = "two wordings of one thing on one page"
    reason = "A reader who meets 日圓 and 日元 on one page wonders whether they differ."
    bad = (
        zh("一百日圓與兩百⟦日元⟧。"),
        zh("這項計畫與那項⟦計劃⟧。"),
        en("A policymaker and another ⟦policy maker⟧."),
    )
    good = (zh("一百日圓與兩百日圓，占一成。"), en("A programme and two programmes."))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for all members of each group and reports the less preferred."""
        if page.page.front.wording == "as-written":
            return
        text = page.prose.text
        for group in context.lists.variants:
            used = [word for word in group if word in text]
            # A wording that is part of another (占 in 獨占) counts once.
            used = [w for w in used if not any(w != o and w in o for o in used)]
            for word in used[1:]:
                start = text.find(word)
                yield self.in_prose(
                    page, start, start + len(word), "this page also uses the other wording", used[0]
                )


class GlossTwice(PageRule):
    """`量化寬鬆（quantitative easing）` a second time."""

    id = "KB207"
    name = "English name given twice"
    severity = "warning"
    reason = "Once is enough; the second time it only interrupts."
    bad = (
        zh("期限溢酬（term premium）下降。\n\n後來期限溢酬⟦（term premium）⟧又上升。"),
        zh("柏南奇（Ben Bernanke）說過。\n\n柏南奇⟦（Ben Bernanke）⟧又說。"),
    )
    good = (
        zh("期限溢酬（term premium）下降，後來期限溢酬又上升。"),
        zh("道爾（Jane Doe）與史密斯（John Smith）合寫。"),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares glosses in parentheses within the body."""
        if page.language != "zh-TW" or page.page.front.kind in ("reference", "faq"):
            return
        seen: set[tuple[str, str]] = set()
        for match in _GLOSS.finditer(page.prose.text):
            if page.prose.passage(match.start()).block < 0:
                continue
            key = (match["name"][-2:], re.split("[，、,]", match["gloss"])[0].lower())
            if key in seen:
                start = match.end("name")
                yield self.in_prose(
                    page, start, match.end(), "the English name was given before on this page", ""
                )
            seen.add(key)


RULES = (AvoidedWording(), MixedWording(), GlossTwice())
