"""The records, published as they are kept: anyone may check or reuse them."""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts.content.knowledge_base import KnowledgeBase


def write_open_data(kb: KnowledgeBase, site_dir: Path) -> None:
    """Copies the records and the data series to `open-data/`."""
    source = kb.root / "docs" / "data"
    target = site_dir / "open-data"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in ("terms", "sources", "figures", "series", "banks", "programmes"):
        file = source / f"{name}.yml"
        if file.exists():
            shutil.copyfile(file, target / file.name)
    (target / "series").mkdir()
    for identifier in kb.series:
        shutil.copyfile(
            source / "series" / f"{identifier}.csv", target / "series" / f"{identifier}.csv"
        )
