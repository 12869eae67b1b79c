"""Keeps the records between runs: a check of one page should not parse thousands of others."""

from __future__ import annotations

import pickle
from pathlib import Path

from scripts.content.knowledge_base import KnowledgeBase, load_records
from scripts.content.problems import Problem

CACHE = Path(".cache") / "records.pickle"
_Stamps = list[tuple[str, int, int]]


def cached_records(root: Path) -> tuple[KnowledgeBase, list[Problem]]:
    """Like `load_records`, from the cache where no record and no code of theirs has changed.

    Args:
        root: repository root; the cache lies in its `.cache`, which nobody else writes to.

    Returns:
        The records, and what is wrong with them.
    """
    stamps = _stamps(root)
    file = root / CACHE
    try:
        stored, kb, problems = pickle.loads(file.read_bytes())
        if stored == stamps:
            return kb, problems
    except Exception:  # a cache that cannot be read, for whatever reason, is no cache
        pass
    kb, problems = load_records(root)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(pickle.dumps((stamps, kb, problems), pickle.HIGHEST_PROTOCOL))
    return kb, problems


def _stamps(root: Path) -> _Stamps:
    """Returns name, time of change and size of everything that the records depend on."""
    code = Path(__file__).resolve().parents[1] / "content"
    files = [*code.rglob("*.py"), *(root / "docs" / "data").rglob("*")]
    found = []
    for file in sorted(files):
        if file.is_file():
            stat = file.stat()
            found.append((str(file), stat.st_mtime_ns, stat.st_size))
    return found
