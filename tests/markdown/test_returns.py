"""The tables of returns: what a reader sees of the records, counted and with their sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.content.knowledge import write_knowledge
from tests.content.test_returns import ASSETS, PHASES, RATE, RECORDS, SERIES
from tests.markdown.rendered import ROOT, render

VARIANT = """- id: qe.later
  kind: variant
  name: {zh-TW: QE 晚一點, en: QE later}
  span: {zh-TW: QE 晚一點, en: QE later}
  begin: 2009-01-01
  end: 2009-01-10
  of: qe
"""
SAID = "  said: {qe: down, qt: up}\n"
SHARES_LATER = RECORDS.split("- id: ")[1].replace("ret.shares.qe", "ret.shares.qe.later")


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    figures = RECORDS + "- id: " + SHARES_LATER.replace("value: -20.0", "value: 5.0")
    return write_knowledge(
        tmp_path,
        {
            "docs/data/figures.yml": figures,
            "docs/data/phases.yml": PHASES + VARIANT,
            "docs/data/assets.yml": ASSETS.replace("  source", f"{SAID}  source"),
            "docs/data/series.yml": SERIES,
            "docs/data/series/RATE.csv": RATE + "2009-02-27,3\n2009-03-31,2.75\n",
        },
    )


def _rows(view: str, page: str, root: Path) -> list[list[str]]:
    html = render(f"```view\n{view}\n```", page, root=root)
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.S)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in rows]
    return [[re.sub(r"<sup.*?</sup>|<[^>]+>", "", cell).strip() for cell in row] for row in cells]


def test_each_phase_has_a_row_and_rises_are_counted(knowledge: Path) -> None:
    rows = _rows("returns\nassets: shares, rate", "zh-TW/concepts/qe.md", knowledge)
    assert rows == [
        ["階段", "期間（月數）", "股票", "殖利率"],
        ["QE", "2008/11–2009/1（3）", "−20.0%", "4.00% → 3.25%"],
        ["QT", "2009/3–2009/3（1）", "+50.0%", "3.00% → 2.75%"],
        ["QE 期間上升", "", "1 次中 0 次", "1 次中 0 次"],
        ["QT 期間上升", "", "1 次中 1 次", "1 次中 0 次"],
    ]


def test_phases_in_between_are_drawn_on_request(knowledge: Path) -> None:
    rows = _rows("returns\nassets: shares\nrows: all", "en/concepts/qe.md", knowledge)
    assert rows[2] == ["R", "Feb 2009 – Feb 2009 (1)", "–"]


def test_the_scorecard_counts_twice_and_names_what_broke_a_saying(knowledge: Path) -> None:
    rows = _rows("returns-scorecard", "en/concepts/qe.md", knowledge)
    assert rows[1:] == [
        ["Shares down during QE", "1 of 1", "0 of 1", "–"],
        ["Yield down during QE", "1 of 1", "0 of 0", "–"],
        ["Shares up during QT", "1 of 1", "1 of 1", "–"],
        ["Yield up during QT", "0 of 1", "0 of 1", "QT −25 bp"],
    ]


def test_a_return_leads_to_its_figure_and_its_source(knowledge: Path) -> None:
    for view in ("returns\nassets: shares", "returns-scorecard"):
        html = render(f"```view\n{view}\n```", "en/concepts/qe.md", root=knowledge)
        assert ("#figure-ret.shares.qe" in html) == view.startswith("returns\n")
        assert "fn:fed-h41" in html


# What investing/*, effects/asset-prices and the FAQ say in words. Who sees this fail has new data:
# mend the sentences that quote the count (search the pages for the asset), then the count here.
QUOTED = {
    "標普 500 指數": ("4 次中 4 次", "2 次中 0 次"),
    "台股加權指數": ("4 次中 4 次", "2 次中 0 次"),
    "恆生指數": ("4 次中 2 次", "2 次中 0 次"),
    "美國 10 年期公債殖利率": ("4 次中 1 次", "2 次中 1 次"),
    "廣義美元指數": ("4 次中 3 次", "2 次中 2 次"),
    "美元（兌新台幣）": ("4 次中 3 次", "2 次中 2 次"),
    "美國房價": ("4 次中 2 次", "2 次中 0 次"),
    "香港私人住宅售價": ("4 次中 4 次", "2 次中 1 次"),
}


def test_the_counts_that_articles_quote_are_those_of_the_records() -> None:
    rows = _rows("returns-scorecard", "zh-TW/investing/index.md", ROOT)[1:]
    held = {row[0]: row[1] for row in rows}
    for asset, (in_qe, in_qt) in QUOTED.items():
        assert [count for saying, count in held.items() if asset in saying] == [in_qe, in_qt], asset
    other_date_matters = [saying for saying, held, other, _ in rows if held != other]
    assert other_date_matters == ["QE 期間美國 10 年期公債殖利率下降"]
