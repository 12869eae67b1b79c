"""Checks every external address of pages and records."""

from __future__ import annotations

import asyncio
import fnmatch
import re
import sys
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

from scripts.checks.context import Context
from scripts.checks.external.answer import Answer, AnswerCache
from scripts.checks.external.client import LinkClient
from scripts.checks.external.report import issue_report
from scripts.checks.external.rules import RULES, ExternalRule
from scripts.checks.finding import Finding
from scripts.checks.registry import rules_named
from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.problems import Problem

CACHE = Path(".cache") / "external-links.json"
_RECORD_URL = re.compile(r"(?m)^\s*(?:- )?url:\s*[\"']?(https?://[^\s\"'#]+)")
Place = tuple[str, int, int, int]  # path, line, column, length


def external_addresses(context: Context, paths: Collection[str] | None) -> dict[str, list[Place]]:
    """Returns every external address, without its fragment, with the places where it stands.

    Addresses of the list `ignore` are left out.
    """
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for page in context.documents:
        if paths is not None and page.path not in paths:
            continue
        for link, address in context.addresses(page):
            if address.scheme in ("http", "https"):
                line, column = page.place(link.target_start)
                place = (page.path, line, column, len(link.target))
                found[link.target.partition("#")[0]].append(place)
    if paths is None:
        for name in ("sources", "series"):
            source = context.source(f"docs/data/{name}.yml")
            for match in _RECORD_URL.finditer(source.text) if source else ():
                assert source is not None
                line, column = source.place(match.start(1))
                place = (source.path, line, column, len(match[1]))
                found[match[1]].append(place)
    ignored = [entry.address for entry in context.lists.ignore]
    return {
        address: places
        for address, places in found.items()
        if not any(fnmatch.fnmatchcase(address, pattern) for pattern in ignored)
    }


def check_external(
    kb: KnowledgeBase,
    problems: list[Problem],
    only: Collection[str] | None = None,
    paths: Collection[str] | None = None,
    report: Path | None = None,
    client: LinkClient | None = None,
) -> list[Finding]:
    """Asks every external address.

    Args:
        kb: the knowledge base.
        problems: faults of form met while loading.
        only: rules to report, as for `run_checks`.
        paths: pages to look at; None for all, and for the records.
        report: file to write the report for an issue to.
        client: how to ask; tests give their own.

    Returns:
        One finding for each place of each address with a fault.
    """
    context = Context(kb, problems)
    wanted = external_addresses(context, paths)
    cache = AnswerCache(kb.root / CACHE)
    try:
        answers = asyncio.run((client or LinkClient()).ask_all(wanted, cache, _progress))
    finally:
        cache.save()
    if report is not None:
        report.write_text(issue_report(answers, wanted), encoding="utf-8")
    chosen = {rule.id for rule in rules_named(only)}
    rules = {rule.outcome: rule for rule in RULES if rule.id in chosen}
    return [
        _finding(rules[answer.outcome], address, answer, place)
        for address, answer in answers.items()
        if answer.outcome in rules
        for place in wanted[address]
    ]


def _finding(rule: ExternalRule, address: str, answer: Answer, place: Place) -> Finding:
    path, line, column, length = place
    status = f" ({answer.status})" if answer.status else ""
    change = f" ({address} → {answer.moved_to})" if answer.moved_to else f": {address}"
    return Finding(
        path, line, column, rule.id, f"{answer.detail}{status}{change}", rule.severity, length
    )


def _progress(done: int, total: int) -> None:
    """Draws a bar on a terminal; elsewhere says nothing."""
    if not sys.stderr.isatty():
        return
    filled = 30 * done // max(1, total)
    end = "\n" if done == total else ""
    bar = f"[{'#' * filled}{'.' * (30 - filled)}]"
    print(f"\r{bar} {done}/{total}", end=end, file=sys.stderr, flush=True)
