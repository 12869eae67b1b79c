"""The table of a country case: which total assets stand before and after a programme."""

from __future__ import annotations

import re
from pathlib import Path

from tests.content.knowledge import write_knowledge
from tests.markdown.rendered import render

BANKS = """- id: boe
  name: {zh-TW: 英格蘭銀行, en: Bank of England}
  short: {zh-TW: 英國央行, en: BoE}
  currency: GBP
  assets_series: ASSETS
"""
SERIES = """- id: ASSETS
  name: {zh-TW: 總資產, en: Total assets}
  unit: GBP billion
  frequency: monthly
  publisher: {zh-TW: 央行, en: Bank}
  publisher_series: {zh-TW: 每月報表, en: Monthly return}
  licence: free
  cite_as: Bank
  first: 2009-01-01
  last: 2009-06-01
"""
SOURCES = """- id: boe-2009
  institution: {zh-TW: 央行, en: Bank}
  title: Decision
  date: 2009-03-05
  kind: central-bank
  language: en
"""
PROGRAMME = """- id: {id}
  bank: boe
  kind: {kind}
  name: {{zh-TW: 計畫, en: Programme}}
  announced: 2009-03-05
  {start}end: 2009-05-31
  assets: {{zh-TW: 公債, en: Gilts}}
  sources: [boe-2009]
"""


def _assets(root: Path, kind: str, start: str) -> str:
    write_knowledge(
        root,
        {
            "docs/data/banks.yml": BANKS,
            "docs/data/sources.yml": SOURCES,
            "docs/data/series.yml": SERIES,
            "docs/data/series/ASSETS.csv": "date,value\n2009-01-01,100\n2009-02-01,110\n"
            "2009-03-01,150\n2009-04-01,170\n2009-05-01,200\n2009-06-01,210\n",
            "docs/data/programmes.yml": PROGRAMME.format(id="boe-one", kind=kind, start=start),
        },
    )
    html = render("```view\nat-a-glance\nprogrammes: boe-one\n```", "en/concepts/qe.md", root=root)
    found = re.search(r"total assets.*?</td>\s*<td>(.*?)</td>", html, re.S)
    return found.group(1) if found else ""


def test_the_month_in_which_buying_is_announced_is_not_before_it(tmp_path: Path) -> None:
    cell = _assets(tmp_path, "qe", "start: 2009-03-11\n  ")
    assert cell == "£110 billion (February 2009) → £200 billion (May 2009)"


def test_run_off_counts_from_its_start(tmp_path: Path) -> None:
    cell = _assets(tmp_path, "qt", "start: 2009-05-01\n  ")
    assert cell == "£170 billion (April 2009) → £200 billion (May 2009)"


def test_what_never_began_has_no_total_assets(tmp_path: Path) -> None:
    assert _assets(tmp_path, "qe", "") == ""
