"""What runs on GitHub: nothing unpinned, and no right that a job does not need."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
WRITERS = {"links.yml/report": {"issues"}, "publish.yml/deploy": {"pages", "id-token"}}


def _read(file: Path) -> dict[Any, Any]:
    data: dict[Any, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return data


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_pinned_and_jobs_end(file: Path) -> None:
    for job in _read(file)["jobs"].values():
        steps = [job] if "uses" in job else job["steps"]
        for use in (step["uses"] for step in steps if "uses" in step):
            assert use.startswith("./") or re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", use)
        assert "uses" in job or job["timeout-minutes"] <= 60


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_jobs_write_only_what_they_are_for(file: Path) -> None:
    workflow = _read(file)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        rights = job.get("permissions", {})
        writes = {right for right, level in rights.items() if level == "write"}
        assert writes == WRITERS.get(f"{file.name}/{name}", set())
        if writes:  # a job with a right to write does not run what the repository holds
            assert not [step for step in job["steps"] if "checkout" in step.get("uses", "")]


def test_nothing_is_published_untested() -> None:
    jobs = _read(ROOT / ".github" / "workflows" / "publish.yml")["jobs"]
    assert jobs["test"]["uses"] == "./.github/workflows/test.yml"
    assert (jobs["build"]["needs"], jobs["deploy"]["needs"]) == ("test", "build")
