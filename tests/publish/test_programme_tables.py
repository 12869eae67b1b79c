"""The published tables of programmes say what the records say, and every column is explained."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from scripts.cli import ROOT
from scripts.content.knowledge_base import KnowledgeBase, load_pages, load_records
from scripts.publish.open_data import write_open_data
from scripts.publish.programme_tables import programme_rows

SITE = "https://example.org/kb/"


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    kb, problems = load_records(ROOT)
    pages = {ROOT / "docs" / language / "data" / "programmes.md" for language in ("zh-TW", "en")}
    assert not problems + load_pages(kb, pages)
    return kb


@pytest.fixture(scope="module")
def published(kb: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("site")
    page = site / "en" / "data" / "programmes" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f'<link rel="canonical" href="{SITE}en/data/programmes/">', encoding="utf-8")
    write_open_data(kb, site)
    return site / "open-data"


def read(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


def test_one_row_a_programme_and_one_a_decision(kb: KnowledgeBase, published: Path) -> None:
    programmes, decisions = read(published / "programmes.csv"), read(published / "decisions.csv")
    assert [row["id"] for row in programmes] == list(kb.programmes)
    for row in programmes:
        own = [decision for decision in decisions if decision["programme"] == row["id"]]
        assert len(own) == int(row["decision_count"])
    row = next(row for row in programmes if row["id"] == "fed-qe1")
    assert (row["bank_en"], row["kind"], row["announced"]) == ("Fed", "qe", "2008-11-25")
    assert [row["amount_low"], row["amount_high"]] == ["1.72", "1.72"]
    assert row["amount_unit"] == "USD trillion"
    assert len(row["source_ids"].split(";")) == len(row["source_urls"].split(";"))


def test_readers_see_words_and_no_markup(published: Path) -> None:
    for name in ("programmes.csv", "decisions.csv", "programmes.json"):
        assert "](figure:" not in (published / name).read_text(encoding="utf-8"), name


def test_json_holds_the_same_as_the_tables(published: Path) -> None:
    document = json.loads((published / "programmes.json").read_text(encoding="utf-8"))
    decisions = [row for programme in document["programmes"] for row in programme["decisions"]]
    assert len(decisions) == len(read(published / "decisions.csv"))
    assert SITE + "en/data/programmes/" in document["citation"]
    assert document["version"] in document["citation"]
    explained = {column["name"] for column in document["columns"]} | {"decisions"}
    for row in (*document["programmes"], *decisions):
        assert row.keys() <= explained


def test_a_column_without_explanation_stops_the_build(kb: KnowledgeBase) -> None:
    gap = KnowledgeBase(kb.root, programmes=kb.programmes, banks=kb.banks, sources=kb.sources)
    gap.columns = {name: c for name, c in kb.columns.items() if name != "programmes.pace_en"}
    with pytest.raises(ValueError, match="pace_en"):
        programme_rows(gap)


def test_the_citation_can_be_read_by_reference_managers(published: Path) -> None:
    entry = (published / "programmes.bib").read_text(encoding="utf-8")
    assert entry.startswith("@misc{") and entry.count("{") == entry.count("}")
    assert r"QE \& QT" in entry
    assert f"url = {{{SITE}en/data/programmes/}}" in entry
