"""The real content has no errors, on the day that it was last reviewed as a whole.

Warnings, such as a translation that has to catch up, do not block a change; `check` shows them.
"""

from __future__ import annotations

from scripts.checks.run import run_checks
from scripts.content.knowledge_base import load_with_problems
from tests.checks.planting import ROOT, TODAY


def test_real_content_has_no_errors() -> None:
    kb, problems = load_with_problems(ROOT)
    found = [f for f in run_checks(kb, problems, today=TODAY) if f.severity == "error"]
    assert not found, "\n".join(str(finding) for finding in found[:50])
