"""Applies the rules and gives back what they found, sorted."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from scripts.checks.context import Context
from scripts.checks.finding import Finding
from scripts.checks.lists import CheckLists
from scripts.checks.registry import RULES, rules_named
from scripts.checks.rule import PageRule, RecordRule, WholeRule
from scripts.checks.rules.form.waived import WaiverRule, apply_waivers
from scripts.checks.rules.style.markdown import LayoutRule
from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.problems import Problem

# Rules whose findings make a build impossible, dishonest or unsafe. The build runs these first.
BUILD_RULES: tuple[str, ...] = tuple(rule.id for rule in RULES if rule.stops_build)


def run_checks(
    kb: KnowledgeBase,
    problems: list[Problem],
    only: Collection[str] | None = None,
    *,
    paths: Collection[str] | None = None,
    today: datetime.date | None = None,
    lists: CheckLists | None = None,
) -> list[Finding]:
    """Applies rules to the knowledge base.

    Args:
        kb: pages and records, from `load_with_problems`.
        problems: the faults of form met while loading.
        only: rule ids, beginnings of ids (`KB1`) or family names; None applies every rule.
        paths: pages to look at, relative to the repository root; None looks at all, and only then
            the rules that need the whole run.
        today: the day that “old” and “in the future” are measured from.
        lists: the word lists, where they have been read already.

    Returns:
        The findings that no waiver allows, in stable order.

    Raises:
        ContentError: `docs/data/checks.yml` is malformed.
        ValueError: `only` names no rule.
    """
    context = Context(kb, problems, today, complete=paths is None, lists=lists)
    return apply_rules(context, only, paths)


def apply_rules(
    context: Context, only: Collection[str] | None = None, paths: Collection[str] | None = None
) -> list[Finding]:
    """Like `run_checks`, over a context that is there already."""
    rules = rules_named(only)
    if any(isinstance(rule, LayoutRule) for rule in rules):
        context.begin_layout()
    pages = [page for page in context.documents if paths is None or page.path in paths]
    found: list[Finding] = []
    applied: set[str] = set()
    for rule in rules:
        if isinstance(rule, PageRule):
            for page in pages:
                found += rule.check(page, context)
            for records in context.record_documents if rule.reads_records and not paths else ():
                found += rule.check(records, context)
        elif (isinstance(rule, RecordRule) and (paths is None or rule.about_pages)) or (
            isinstance(rule, WholeRule) and paths is None
        ):
            found += rule.check(context)
        else:
            continue
        applied.add(rule.id)
    if paths is not None:
        found = [finding for finding in found if finding.path in paths]
    looked_at = [page.path for page in pages]
    kept, faults = apply_waivers(found, context, applied, {rule.id for rule in RULES}, looked_at)
    return sorted(set(kept + faults if WaiverRule.id in applied else kept))
