"""The real content has no findings, on the day that it was last reviewed as a whole."""

from __future__ import annotations

from scripts.checks.run import run_checks
from scripts.content.knowledge_base import load_with_problems
from tests.checks.planting import ROOT, TODAY


def test_real_content_has_no_findings() -> None:
    kb, problems = load_with_problems(ROOT)
    found = run_checks(kb, problems, today=TODAY)
    assert not found, "\n".join(str(finding) for finding in found[:50])
