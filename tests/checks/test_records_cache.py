"""The cache of records: as good as reading them, and never stale."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.checks.records_cache import CACHE, cached_records
from tests.checks.planting import ROOT


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two record files and a series."""
    data = tmp_path / "docs" / "data"
    (data / "series").mkdir(parents=True)
    for name in ("banks.yml", "topics.yml", "series.yml"):
        shutil.copy(ROOT / "docs" / "data" / name, data / name)
    for file in (ROOT / "docs" / "data" / "series").iterdir():
        shutil.copy(file, data / "series" / file.name)
    return tmp_path


def test_second_reading_is_like_the_first(root: Path) -> None:
    first = cached_records(root)
    assert (root / CACHE).exists()
    assert cached_records(root) == first
    assert first.kb.observations


def test_rows_are_there_for_the_whole_after_a_single_page(root: Path) -> None:
    assert cached_records(root).kb.observations == cached_records(root).kb.observations
    assert not cached_records(root, observations=False).kb.observations
    assert cached_records(root).kb.observations


def test_a_changed_record_is_read_anew(root: Path) -> None:
    cached_records(root)
    file = root / "docs" / "data" / "topics.yml"
    file.write_text(file.read_text(encoding="utf-8") + "- id: zz\n", encoding="utf-8")
    assert cached_records(root).problems


def test_a_spoilt_cache_is_no_cache(root: Path) -> None:
    first = cached_records(root)
    (root / CACHE).write_bytes(b"spoilt")
    assert cached_records(root) == first
