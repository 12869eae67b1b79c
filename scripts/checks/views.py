"""What the blocks drawn from data put into a page, as far as links can name it."""

from __future__ import annotations

import string

from scripts.checks.reports.chinese import chinese_texts
from scripts.content.knowledge_base import KnowledgeBase


def view_anchors(view: str, kb: KnowledgeBase) -> set[str]:
    """Returns the ids that a view writes into its page.

    Args:
        view: name of the view.
        kb: the records that it is drawn from.
    """
    if view == "glossary":
        letters = {f"letter-{letter}" for letter in string.ascii_lowercase}
        return {f"term-{term}" for term in kb.terms} | letters | {"letter-other"}
    if view == "figures":
        subjects = {f"figures-{figure.partition('.')[0]}" for figure in kb.figures}
        return {f"figure-{figure}" for figure in kb.figures} | subjects
    if view == "sources":
        kinds = {str(source.kind) for source in kb.sources.values()}
        return {f"source-{source}" for source in kb.sources} | kinds
    if view == "check-rules":
        # Every rule has its Chinese text there; the rules themselves import this module.
        return {f"rule-{rule.lower()}" for rule in chinese_texts()}
    if view == "faq-index":
        return set(kb.topics)
    if view == "t-accounts":
        return {step.id for step in kb.walk_through.steps} if kb.walk_through else set()
    if view == "timeline":
        years = {decision.date.year for p in kb.programmes.values() for decision in p.decisions}
        years |= {
            day.year
            for p in kb.programmes.values()
            for day in (p.announced, p.start, p.end)
            if day is not None
        }
        banks = {f"bank-{p.bank}" for p in kb.programmes.values() if p.decisions}
        return {f"year-{year}" for year in years} | banks | {"decisions"}
    return set()
