"""The records, published as they are kept, and the programmes as tables: anyone may reuse them."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

from scripts.content import dataset
from scripts.content.knowledge_base import KnowledgeBase
from scripts.publish.programme_tables import (
    Row,
    column_rows,
    decision_rows,
    programme_rows,
    to_csv,
    to_json,
)

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')


def write_open_data(kb: KnowledgeBase, site_dir: Path) -> None:
    """Copies the records and the data series to `open-data/`, and writes the tables there.

    The same records give the same bytes; nothing in the files tells when they were written.
    """
    source = kb.root / "docs" / "data"
    target = site_dir / dataset.FOLDER
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in (
        "terms",
        "sources",
        "figures",
        "series",
        "banks",
        "programmes",
        "columns",
        "phases",
        "assets",
    ):
        file = source / f"{name}.yml"
        if file.exists():
            shutil.copyfile(file, target / file.name)
    (target / "series").mkdir()
    for identifier in kb.series:
        shutil.copyfile(
            source / "series" / f"{identifier}.csv", target / "series" / f"{identifier}.csv"
        )
    _write_tables(kb, target)
    _write_citation(kb, site_dir, target)


def _write_tables(kb: KnowledgeBase, target: Path) -> None:
    tables: dict[str, list[Row]] = {
        dataset.PROGRAMMES: programme_rows(kb),
        dataset.DECISIONS: decision_rows(kb),
        dataset.COLUMNS: column_rows(kb),
    }
    for name, rows in tables.items():
        if rows:
            (target / name).write_text(to_csv(rows, rows[0]), encoding="utf-8", newline="")


def _write_citation(kb: KnowledgeBase, site_dir: Path, target: Path) -> None:
    """Writes what names the address of the site, which only the built page knows."""
    page = kb.page("en", dataset.PAGE)
    file = site_dir / page.url / "index.html" if page else None
    if page is None or file is None or not file.exists():
        return
    address = _CANONICAL.search(file.read_text(encoding="utf-8"))
    if address is None:
        return
    site = unescape(address[1]).removesuffix(page.url)
    citation = dataset.cite_programmes(kb, "en", site)
    if citation is not None:
        (target / dataset.BIBTEX).write_text(citation.bibtex(), encoding="utf-8", newline="")
        (target / dataset.JSON).write_text(to_json(kb, citation), encoding="utf-8", newline="")
