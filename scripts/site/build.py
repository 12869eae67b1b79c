"""Builds the site: content, then MkDocs, then what is made from the built pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from scripts.checks.run import BUILD_RULES, run_checks
from scripts.content.knowledge_base import KnowledgeBase, load_with_problems
from scripts.content.localised import LANGUAGES, Language
from scripts.content.problems import ContentError, Problem
from scripts.publish.steps import publish
from scripts.site.configuration import write_mkdocs_configuration
from scripts.site.language_process import LanguageProcess


def build_site(root: Path, site_dir: Path) -> KnowledgeBase:
    """Builds the whole site, strictly.

    The site is built beside `site_dir` and put in its place only when everything went well, so
    that a fault leaves the last good site untouched.

    Args:
        root: repository root.
        site_dir: folder of the built site; replaced.

    Returns:
        The knowledge base that was built.

    Raises:
        ContentError: the content is at fault, or MkDocs warned of something.
    """
    kb = load_sound(root)
    building = site_dir.with_name(f".{site_dir.name}.building")
    processes = start_builds(kb, building)
    try:
        finish_builds(processes.values())
        publish(kb, building)
        shutil.rmtree(site_dir, ignore_errors=True)
        building.rename(site_dir)
    finally:
        for process in processes.values():
            process.stop()
        shutil.rmtree(building, ignore_errors=True)
    return kb


def load_sound(root: Path) -> KnowledgeBase:
    """Loads the content and refuses what would make a page wrong.

    Args:
        root: repository root.

    Returns:
        The knowledge base.

    Raises:
        ContentError: with every finding of the rules that stop a build: faults of form, unknown
            ids, a figure against its record, broken links, languages out of step.
    """
    kb, problems = load_with_problems(root)
    findings = run_checks(kb, problems, BUILD_RULES)
    if findings:
        raise ContentError(
            [
                Problem(found.path, found.line, found.column, f"{found.rule}: {found.message}")
                for found in findings
            ]
        )
    return kb


def start_builds(
    kb: KnowledgeBase, site_dir: Path, site_url: str = ""
) -> dict[Language, LanguageProcess]:
    """Begins to build the pages, one process a language.

    Args:
        kb: the knowledge base.
        site_dir: where the pages go; emptied.
        site_url: address of the site, when it is not the configured one.

    Returns:
        The processes, at work; their end is waited for with `finish_builds`.
    """
    shutil.rmtree(site_dir, ignore_errors=True)
    write_mkdocs_configuration(kb)
    return {
        language: LanguageProcess(kb.root, language, site_dir, site_url) for language in LANGUAGES
    }


def finish_builds(processes: Iterable[LanguageProcess]) -> None:
    """Waits until all pages are built.

    Raises:
        ContentError: with every warning that MkDocs gave.
    """
    messages = [message for process in processes for message in process.answer()]
    if messages:
        raise ContentError([Problem("docs", 1, 1, message) for message in dict.fromkeys(messages)])
