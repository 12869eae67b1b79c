"""The glossary against the pages: abbreviations that lack an entry, entries that lack a use."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import Example, PageRule, RecordRule, WholeRule, en, zh

_ABBREVIATION = re.compile(
    r"(?<![A-Za-z0-9$.&-])[A-Z](?=[0-9]{0,6}[A-Z])[A-Z0-9]{1,40}(?![A-Za-z0-9&$])"
)
_TERM = (
    "- id: {0}\n  zh-TW: {1}\n  zh-HK: {1}\n  zh-CN: {1}\n  en: {2}\n"
    "  definition: {{zh-TW: 甲乙。, en: A thing.}}\n  article: concepts/qe\n"
)


class UnknownAbbreviation(PageRule):
    """Capitals that neither the glossary nor the page explains."""

    id = "KB203"
    name = "abbreviation without an explanation"
    reason = "A newcomer meets a row of capitals and has nowhere to look."
    bad = (zh("這筆 ⟦XQZV⟧ 很大。"), en("The ⟦XQZV⟧ was large."))
    good = (
        zh("QE 與 GDP 人人知道，特設機構（XQZV）也說明了，後文的 XQZV 就不必再說。"),
        en("QE and GDP are known; the special vehicle (XQZV) is explained, so XQZV is fine."),
        en("Write `XQZV` in code."),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks up each row of capitals in the glossary, the list and the page itself."""
        known = context.known_abbreviations
        text = page.prose.text
        explained: set[str] | None = None
        for match in _ABBREVIATION.finditer(text):
            word = match[0]
            if word in known or word.rstrip("0123456789") in known:
                continue
            if explained is None:
                explained = _explained(text)
            if word not in explained:
                explained.add(word)  # once a page
                yield self.in_prose(
                    page,
                    match.start(),
                    match.end(),
                    "explain the abbreviation at first use, such as 全名（ABC）, or add it to "
                    "docs/data/terms.yml",
                )


def _explained(text: str) -> set[str]:
    """Returns abbreviations that stand in parentheses, or have some after them."""
    found: set[str] = set()
    for inside in re.findall(r"[（(]([^（）()\n]*)[）)]", text):
        found.update(_ABBREVIATION.findall(inside))
    found.update(re.findall(r"([A-Z][A-Z0-9]+) ?[（(]", text))
    return found


class FrequentAbbreviation(WholeRule):
    """An abbreviation explained page by page instead of once."""

    id = "KB204"
    name = "abbreviation on many pages and not in the glossary"
    severity = "warning"
    reason = "What many pages use deserves one entry that all of them link to."
    bad = (
        Example(
            files=tuple((f"docs/zh-TW/faq/zz-{n}.md", "+特設機構（XQZV）很大。") for n in "abcd"),
            at="docs/zh-TW/faq/zz-a.md:8",
        ),
        Example(
            files=tuple((f"docs/en/faq/zz-{n}.md", "+A special vehicle (XQZV).") for n in "abcd"),
            at="docs/en/faq/zz-a.md:8",
        ),
    )
    good = (zh("特設機構（XQZV）很大。"), en("A special vehicle (XQZV)."))
    PAGES = 4

    def check(self, context: Context) -> Iterator[Finding]:
        """Counts the pages of each unknown abbreviation in each language."""
        known = context.known_abbreviations
        places: defaultdict[tuple[str, str], list[tuple[Document, int]]] = defaultdict(list)
        for page in context.documents:
            seen: set[str] = set()
            for match in _ABBREVIATION.finditer(page.prose.text):
                word = match[0]
                if word in seen or word in known or word.rstrip("0123456789") in known:
                    continue
                seen.add(word)
                places[page.language, word].append((page, match.start()))
        for (_, word), found in places.items():
            if len(found) >= self.PAGES:
                page, start = found[0]
                yield self.in_prose(
                    page,
                    start,
                    start + len(word),
                    f"`{word}` stands on {len(found)} pages; add it to docs/data/terms.yml",
                )


class UnusedTerm(WholeRule):
    """A term that no page uses."""

    id = "KB208"
    name = "term that no page uses"
    severity = "warning"
    reason = "An entry nobody is led to is either missing from the pages or not needed."
    bad = (
        Example(
            data=(
                ("terms.yml", _TERM.format("zzq", "從來沒人寫過的詞", "never written anywhere")),
            ),
            at="docs/data/terms.yml:-7",
        ),
        Example(
            data=(("terms.yml", _TERM.format("zzr", "也沒人寫過的詞", "nor this one here")),),
            at="docs/data/terms.yml:-7",
        ),
    )
    good = (
        Example(
            data=(("terms.yml", _TERM.format("zzq", "新創的詞", "newly coined")),),
            body=(("zh-TW", "這是新創的詞。"), ("en", "This is newly coined.")),
        ),
        Example(
            data=(("terms.yml", _TERM.format("zzq", "新創的詞", "newly coined")),),
            body=(("en", "This is Newly coined."),),
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Looks for any wording of each term in any page."""
        everything = {
            language: "\n".join(
                page.prose_lower for page in context.documents if page.language == language
            )
            for language in ("zh-TW", "en")
        }
        for name, term in context.kb.terms.items():
            wordings = [(w.lower(), "zh-TW") for w in term.wordings("zh-TW")]
            wordings += [(w.lower(), "en") for w in term.wordings("en")]
            if not any(word in everything[language] for word, language in wordings):
                path, line, column = context.kb.positions["terms", name]
                yield self.on_line(
                    path,
                    line,
                    column,
                    f"no page uses the term `{name}`; use it, or remove the entry",
                )


class SharedWording(RecordRule):
    """One wording for two terms."""

    id = "KB210"
    name = "one wording for two terms"
    reason = "The link would lead to whichever entry comes first."
    bad = (
        Example(
            data=(("terms.yml", _TERM.format("zzq", "量化寬鬆", "zzq thing")),),
            at="docs/data/terms.yml:-7",
        ),
        Example(
            data=(("terms.yml", _TERM.format("zzr", "某某詞", "quantitative easing")),),
            at="docs/data/terms.yml:-7",
        ),
    )
    good = (
        Example(data=(("terms.yml", _TERM.format("zzq", "量化寬鬆論", "zzq thing")),)),
        Example(data=(("terms.yml", _TERM.format("zzr", "某某詞", "quantitative easiness")),)),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Compares the wordings that are linked in running text."""
        seen: dict[tuple[str, str], str] = {}
        for name, term in context.kb.terms.items():
            for language in ("zh-TW", "en"):
                for wording in term.wordings(language):
                    first = seen.setdefault((language, wording.lower()), name)
                    if first != name:
                        path, line, column = context.kb.positions["terms", name]
                        yield self.on_line(
                            path,
                            line,
                            column,
                            f"`{wording}` is also a wording of the term `{first}`; keep it in one",
                        )


class Unexplained(PageRule):
    """A term that is never linked, used in a beginner page without explanation."""

    id = "KB211"
    name = "first use without explanation in a beginner page"
    severity = "warning"
    reason = "Terms are explained by their link; those too common to link need words of their own."
    bad = (
        Example(
            data=(
                (
                    "terms.yml",
                    _TERM.format("zzq", "新創的詞", "newly coined")
                    + "  abbr: XQZW\n  link: false\n",
                ),
            ),
            body=(("zh-TW", "這叫 ⟦XQZW⟧，很大。"),),
            at="{faq}",
        ),
        Example(
            data=(
                (
                    "terms.yml",
                    _TERM.format("zzq", "新創的詞", "newly coined")
                    + "  abbr: XQZW\n  link: false\n",
                ),
            ),
            body=(("en", "This ⟦XQZW⟧ is large."),),
            at="{faq}",
        ),
    )
    good = (
        Example(
            data=(
                (
                    "terms.yml",
                    _TERM.format("zzq", "新創的詞", "newly coined")
                    + "  abbr: XQZW\n  link: false\n",
                ),
            ),
            body=(("zh-TW", "新創的詞（XQZW）很大。"),),
            at="{faq}",
        ),
        Example(
            data=(
                ("terms.yml", _TERM.format("zzq", "新創的詞", "newly coined") + "  abbr: XQZW\n"),
            ),
            body=(("en", "This XQZW is linked."),),
            at="{faq}",
        ),
    )

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks for abbreviations of unlinked terms whose name the page never gives."""
        if page.page.folder not in ("concepts", "faq"):
            return
        text = page.prose.text
        for term in context.kb.terms.values():
            if term.link or not term.abbr or term.abbr not in text:
                continue
            names = [w for w in term.wordings(page.language) if w != term.abbr]
            if any(name.lower() in page.prose_lower for name in names):
                continue
            match = re.search(rf"(?<![A-Za-z0-9]){re.escape(term.abbr)}(?![A-Za-z0-9])", text)
            if match:
                yield self.in_prose(
                    page,
                    match.start(),
                    match.end(),
                    "say what it is at first use",
                    f"{term.name(page.language)}（{term.abbr}）"
                    if page.language == "zh-TW"
                    else f"{term.name(page.language)} ({term.abbr})",
                )


RULES = (
    UnknownAbbreviation(),
    FrequentAbbreviation(),
    UnusedTerm(),
    SharedWording(),
    Unexplained(),
)
