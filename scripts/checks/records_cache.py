"""Keeps the records between runs: a check of one page should not parse thousands of others."""

from __future__ import annotations

import os
import pickle
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scripts.checks.lists import CheckLists, load_lists
from scripts.content.knowledge_base import KnowledgeBase, load_records
from scripts.content.problems import Problem

CACHE = Path(".cache") / "records.pickle"
SERIES_CACHE = Path(".cache") / "observations.pickle"
_Stamps = list[tuple[str, int, int]]


@dataclass(frozen=True)
class Records:
    """What `docs/data` holds.

    Attributes:
        kb: the records; no pages yet.
        problems: what is wrong with them.
        lists: the word lists of the rules.
    """

    kb: KnowledgeBase
    problems: list[Problem]
    lists: CheckLists


def cached_records(root: Path, *, observations: bool = True) -> Records:
    """Reads `docs/data`, from the cache where no record and no code of theirs has changed.

    Args:
        root: repository root; the cache lies in its `.cache`, which nobody else writes to.
        observations: False may leave out the rows of the series, which take longer to read than
            all other records and which no rule about a single page asks for.

    Returns:
        The records.

    Raises:
        ContentError: `docs/data/checks.yml` is malformed.
    """
    stamps = _stamps(root)
    records = _stored(root / CACHE, stamps)
    rows = _stored(root / SERIES_CACHE, stamps) if observations and records else {}
    if isinstance(records, Records) and isinstance(rows, dict):
        records.kb.observations.update(rows)
        return records
    kb, problems = load_records(root)
    records = Records(kb, problems, load_lists(root))
    _store(root / CACHE, stamps, replace(records, kb=replace(kb, observations={})))
    _store(root / SERIES_CACHE, stamps, kb.observations)
    return records


def _stored(file: Path, stamps: _Stamps) -> Any:
    """Returns what was stored under the same stamps, or None."""
    try:
        stored, data = pickle.loads(file.read_bytes())
    except Exception:  # a cache that cannot be read, for whatever reason, is no cache
        return None
    return data if stored == stamps else None


def _store(file: Path, stamps: _Stamps, data: object) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(pickle.dumps((stamps, data), pickle.HIGHEST_PROTOCOL))


def _stamps(root: Path) -> _Stamps:
    """Returns name, time of change and size of everything that the records depend on."""
    scripts = Path(__file__).resolve().parents[1]
    found = []
    for start in (scripts / "content", scripts / "checks" / "lists.py", root / "docs" / "data"):
        folders = list(os.walk(start)) or [(str(start.parent), [], [start.name])]
        for folder, _, names in folders:
            for name in names:
                if not name.endswith(".pyc"):
                    file = os.path.join(folder, name)  # noqa: PTH118 (a thousand paths)
                    stat = os.stat(file)  # noqa: PTH116
                    found.append((file, stat.st_mtime_ns, stat.st_size))
    return sorted(found)
