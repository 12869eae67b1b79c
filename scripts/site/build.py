"""Builds the site: content, then MkDocs, then what is made from the built pages."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from scripts.checks.run import BUILD_RULES, run_checks
from scripts.content.knowledge_base import KnowledgeBase, load_with_problems
from scripts.content.problems import ContentError, Problem
from scripts.publish.steps import publish
from scripts.site.configuration import write_mkdocs_configuration

# Material prints a banner about MkDocs 2 on every build; it says nothing about this site.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


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
    shutil.rmtree(building, ignore_errors=True)
    try:
        run_mkdocs(kb, building)
        publish(kb, building)
        shutil.rmtree(site_dir, ignore_errors=True)
        building.rename(site_dir)
    finally:
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


def run_mkdocs(kb: KnowledgeBase, site_dir: Path, site_url: str | None = None) -> None:
    """Calls MkDocs on the generated configuration.

    Args:
        kb: the knowledge base.
        site_dir: where the pages go.
        site_url: address of the site, when it is not the configured one.

    Raises:
        ContentError: with every warning that MkDocs gave.
    """
    configuration = write_mkdocs_configuration(kb, site_dir)
    collected = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collected)
    try:
        overrides = {"site_url": site_url} if site_url else {}
        config = load_config(str(configuration), strict=True, **overrides)
        mkdocs_build(config)
    except (Abort, ConfigurationError) as error:
        if not collected.messages:
            collected.messages.append(str(error))
    finally:
        logger.removeHandler(collected)
    if collected.messages:
        raise ContentError(
            [Problem("docs", 1, 1, message) for message in dict.fromkeys(collected.messages)]
        )


class _Warnings(logging.Handler):
    """Collects what MkDocs and its extensions warn of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
