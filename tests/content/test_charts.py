"""A chart that names what is not there ends in one message with file, line and cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.content.knowledge_base import load_records
from tests.content.knowledge import write_knowledge

CHART = """- id: assets
  title: {zh-TW: 總資產, en: Total assets}
  unit: USD trillion
  lines:
    - {label: {zh-TW: 總資產, en: Total assets}, series: WALCL}
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("series: WALCL", "series: WALCLL", "no series `WALCLL`"),
        ("USD trillion", "EUR trillion", "the series `WALCL` is in USD, not in EUR"),
        ("  lines:", "  colour: red\n  lines:", "unknown key `colour`"),
        (
            "  lines:",
            "  phases: [{programme: qe9, label: {zh-TW: 甲, en: A}}]\n  lines:",
            "no programme `qe9`",
        ),
        ("  lines:", "  to: 2020-01-01\n  lines:", "has nothing in the period"),
        (
            "series: WALCL}",
            "series: WALCL, share_of: {series: WALCL}}",
            "a chart of shares is in `percent`",
        ),
    ],
)
def test_a_fault_is_told_once(tmp_path: Path, old: str, new: str, told: str) -> None:
    spoilt = CHART.replace(old, new)
    assert spoilt != CHART
    root = write_knowledge(tmp_path, {"docs/data/charts.yml": spoilt})
    kb, problems = load_records(root)
    assert not kb.charts
    assert [problem.path for problem in problems] == ["docs/data/charts.yml"]
    assert told in problems[0].message


def test_a_sound_chart_loads(tmp_path: Path) -> None:
    kb, problems = load_records(write_knowledge(tmp_path, {"docs/data/charts.yml": CHART}))
    assert problems == [] and list(kb.charts) == ["assets"]
