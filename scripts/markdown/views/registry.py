"""Every view by the name that authors write."""

from __future__ import annotations

from typing import get_args

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.records import Programme, Study
from scripts.markdown.views import (
    at_a_glance,
    cases,
    central_banks,
    check_rules,
    dataset,
    diagram,
    faq_index,
    figures,
    glossary,
    programmes,
    returns,
    returns_scorecard,
    series,
    sources,
    studies,
    t_accounts,
    timeline,
)
from scripts.markdown.views.view import View, ViewError


def _banks(kb: KnowledgeBase) -> list[str]:
    return list(kb.banks)


def _programmes(kb: KnowledgeBase) -> list[str]:
    return list(kb.programmes)


def _diagrams(kb: KnowledgeBase) -> list[str]:
    return list(kb.diagrams)


def _assets(kb: KnowledgeBase) -> list[str]:
    return list(kb.assets)


def _rows(_: KnowledgeBase) -> list[str]:
    return list(returns.ROWS)


def _kinds(_: KnowledgeBase) -> tuple[str, ...]:
    return get_args(Programme.model_fields["kind"].annotation)


def _about(_: KnowledgeBase) -> tuple[str, ...]:
    return get_args(Study.model_fields["about"].annotation)


def _forms(_: KnowledgeBase) -> tuple[str, ...]:
    return central_banks.FORMS


def _parts(_: KnowledgeBase) -> tuple[str, ...]:
    return dataset.PARTS


VIEWS = {
    "at-a-glance": View(
        at_a_glance.render,
        {"programmes": _programmes},
        lists=frozenset({"programmes"}),
        needed=frozenset({"programmes"}),
    ),
    "cases": View(cases.render),
    "central-banks": View(central_banks.render, {"form": _forms}),
    "check-rules": View(check_rules.render),
    "dataset": View(dataset.render, {"part": _parts}, needed=frozenset({"part"})),
    "diagram": View(diagram.render, {"id": _diagrams}, needed=frozenset({"id"})),
    "faq-index": View(faq_index.render),
    "figures": View(figures.render),
    "glossary": View(glossary.render),
    "programmes": View(programmes.render, {"bank": _banks, "kind": _kinds, "id": _programmes}),
    "returns": View(
        returns.render,
        {"assets": _assets, "rows": _rows},
        lists=frozenset({"assets"}),
        needed=frozenset({"assets"}),
    ),
    "returns-scorecard": View(returns_scorecard.render),
    "series": View(series.render),
    "sources": View(sources.render),
    "studies": View(studies.render, {"about": _about}),
    "t-accounts": View(t_accounts.render),
    "timeline": View(timeline.render, {"bank": _banks}),
}


def find_view(name: str) -> View:
    """Returns a view.

    Raises:
        ViewError: there is no view of that name.
    """
    if name not in VIEWS:
        raise ViewError(f"unknown view `{name}`; accepted: {', '.join(VIEWS)}")
    return VIEWS[name]
