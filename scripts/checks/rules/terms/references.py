"""Terms that a page names."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.checks.finding import Finding
from scripts.checks.rule import PageRule, en, zh
from scripts.checks.rules.figures.references import nearest, record_links


class UnknownTerm(PageRule):
    """A `term:` link to a term that does not exist."""

    id = "KB205"
    name = "unknown term"
    stops_build = True
    reason = "The link would lead to no entry of the glossary."
    bad = (
        zh("[聯準會](⟦term:fedd⟧)買債。"),
        en("The [Fed](⟦term:no-such-term⟧) buys bonds."),
    )
    good = (zh("[聯準會](term:fed)買債。"), en("Write `[Fed](term:x)` in Markdown."))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Looks up each term link."""
        for link, name in record_links(page, context, "term"):
            if name not in context.kb.terms:
                near = nearest(name, context.kb.terms)
                yield self.at(
                    page, link.target_start, link.target_start + len(link.target),
                    f"no term `{name}` in docs/data/terms.yml", f"term:{near}" if near else None,
                )  # fmt: skip


class TermText(PageRule):
    """A term link whose words are not a wording of the term."""

    id = "KB209"
    name = "link text is no wording of the term"
    reason = "The reader who follows it finds an entry about something else."
    bad = (
        zh("[⟦英格蘭銀行⟧](term:fed)買債。"),
        en("The [⟦Bank of England⟧](term:fed) buys bonds."),
    )
    good = (zh("[聯準會](term:fed)買債。"), en("The [Fed](term:fed) buys bonds."))

    def check(self, page: Document, context: Context) -> Iterator[Finding]:
        """Compares the words with the term's wordings, without regard to capitals."""
        for link, name in record_links(page, context, "term"):
            term = context.kb.terms.get(name)
            if term is None:
                continue
            known = [w.lower() for w in (*term.wordings(page.language), *term.aliases)]
            words = link.text.lower()
            if words not in known and not any(words == f"{w}s" for w in known):
                yield self.at(
                    page, link.text_start, link.text_end,
                    f"these words are no wording of the term `{name}`", term.name(page.language),
                )  # fmt: skip


RULES = (UnknownTerm(), TermText())
