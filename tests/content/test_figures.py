"""Figures are stated, read from a series or computed; a wrong record is told at its line."""

from pathlib import Path

import pytest

from scripts.content.knowledge_base import load_knowledge_base, load_with_problems
from scripts.content.localised import Language
from scripts.content.readings import origins
from scripts.markdown.figure_text import date_text, tooltip
from tests.content.knowledge import FILES, write_knowledge

FIGURES = "docs/data/figures.yml"
HEAD = "- id: x.y\n  zh-TW: 甲\n  en: A\n"
NOTE = "  note: {zh-TW: 算法, en: The sum}\n"
M2 = """- id: us.m2
  zh-TW: 貨幣
  en: Money
  value: 4
  unit: USD trillion
  date: 2022-03-31
  source: fed-h41
"""
PEAK = '{series: WALCL, read: "2022-04-13"}'
LAST = "{series: WALCL, read: last}"


def _add(record: str) -> dict[str, str | bytes]:
    return {FIGURES: FILES[FIGURES] + M2 + record}


@pytest.mark.parametrize(
    ("record", "value", "day"),
    [
        # 8.965487 and 8.955851 trillion dollars a week apart; money of 4 trillion.
        (f"  unit: ratio\n  ratio: [{PEAK}, {{figure: us.m2}}]\n{NOTE}", 2.24137, "2022-04-13"),
        (f"  unit: percent\n  ratio: [{{figure: us.m2}}, {PEAK}]\n{NOTE}", 44.6155, "2022-03-31"),
        (f"  unit: percent\n  growth: [{PEAK}, {LAST}]\n{NOTE}", -0.107479, "2022-04-20"),
        (
            "  unit: ratio\n  ratio: [{series: WALCL, read: sum}, {figure: us.m2}]\n" + NOTE,
            4.480335,
            "2022-04-20",
        ),
        ("  unit: USD million\n  series: WALCL\n  read: sum\n", 17921338, "2022-04-20"),
    ],
)
def test_figure_is_computed_in_its_unit(
    tmp_path: Path, record: str, value: float, day: str
) -> None:
    kb = load_knowledge_base(write_knowledge(tmp_path, _add(HEAD + record)))
    assert kb.readings["x.y"].value == pytest.approx(value, rel=1e-5)
    assert kb.readings["x.y"].date.isoformat() == day


def test_yearly_change_is_compounded(tmp_path: Path) -> None:
    changes = _add(HEAD + "  unit: percent\n  series: WALCL\n  read: yearly-change\n")
    rows = "date,value\n2020-01-01,100\n2021-06-01,999\n2022-01-01,121\n"
    changes["docs/data/series/WALCL.csv"] = rows
    kb = load_knowledge_base(write_knowledge(tmp_path, changes))
    assert kb.readings["x.y"].value == pytest.approx(10)


@pytest.mark.parametrize(
    ("record", "line", "told"),
    [
        (f"  unit: ratio\n  ratio: [{PEAK}, {{figure: no.such}}]\n{NOTE}", 22, "no figure `no.s"),
        (f"  unit: ratio\n  ratio: [{PEAK}, {{series: NONE, read: last}}]\n{NOTE}", 22, "`NONE`"),
        (f"  unit: ratio\n  ratio: [{PEAK}]\n{NOTE}", 26, "ratio"),
        (f"  unit: ratio\n  ratio: [{PEAK}, {{figure: us.m2, to: 2020-01-01}}]\n{NOTE}", 26,
         "`from` and `to`"),
        (f"  unit: ratio\n  ratio: [{PEAK}, {{figur: us.m2}}]\n{NOTE}", 26, "mean `figure`"),
        (f"  unit: ratio\n  ratio: [{PEAK}, {{series: WALCL}}]\n{NOTE}", 26, "series: ID, read"),
        (f"  unit: USD trillion\n  ratio: [{PEAK}, {LAST}]\n{NOTE}", 22, "percent` or"),
        (f"  unit: ratio\n  growth: [{PEAK}, {LAST}]\n{NOTE}", 22, "unit: percent"),
        (f"  unit: ratio\n  ratio: [{PEAK}, {LAST}]\n", 22, "in its `note`"),
        (f"  unit: ratio\n  value: 2\n  ratio: [{PEAK}, {LAST}]\n{NOTE}", 22, "either"),
        ("  unit: percent\n  series: WALCL\n  read: mode\n", 22, "yearly-change"),
        ("  unit: percent\n  series: WALCL\n  read: yearly-change\n  from: 2022-04-20\n", 22,
         "two observations"),
    ],
)  # fmt: skip
def test_wrong_sum_is_told_at_its_line(tmp_path: Path, record: str, line: int, told: str) -> None:
    _, problems = load_with_problems(write_knowledge(tmp_path, _add(HEAD + record)))
    assert [(problem.path, problem.line) for problem in problems] == [(FIGURES, line)]
    assert told in str(problems[0])


def test_numbers_of_different_units_make_no_ratio(tmp_path: Path) -> None:
    yen = M2.replace("us.m2", "jp.m2").replace("USD", "JPY")
    record = f"{HEAD}  unit: ratio\n  ratio: [{PEAK}, {{figure: jp.m2}}]\n{NOTE}"
    _, problems = load_with_problems(write_knowledge(tmp_path, _add(yen + record)))
    assert "different units: JPY, USD" in str(problems[0])


def test_sum_rests_on_what_is_not_computed_itself(tmp_path: Path) -> None:
    first = f"{HEAD}  unit: ratio\n  ratio: [{PEAK}, {LAST}]\n{NOTE}"
    second = first.replace("x.y", "x.z").replace(LAST, "{figure: x.y}")
    _, problems = load_with_problems(write_knowledge(tmp_path, _add(second + first)))
    assert ["`x.y` is computed itself" in str(problem) for problem in problems] == [True]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh-TW", "2.241 倍 = 8.965 兆美元 ÷ 4 兆美元，2022 年 4 月 13 日。來源：聯準會，WALCL；"
                  "聯準會，H.4.1。算法。"),
        ("en", "2.241 times = US$8.965 trillion ÷ US$4 trillion, 13 April 2022. Source: Federal "
               "Reserve, WALCL; Federal Reserve, H.4.1. The sum."),
    ],
)  # fmt: skip
def test_readers_see_the_sum_and_what_it_rests_on(
    tmp_path: Path, language: Language, told: str
) -> None:
    record = f"{HEAD}  unit: ratio\n  ratio: [{PEAK}, {{figure: us.m2}}]\n{NOTE}"
    kb = load_knowledge_base(write_knowledge(tmp_path, _add(record)))
    assert tooltip(kb, kb.figures["x.y"], language) == told
    assert [origin.id for origin in origins(kb.figures, kb.figures["x.y"])] == ["WALCL", "fed-h41"]


def test_quarters_are_called_quarters(tmp_path: Path) -> None:
    changes: dict[str, str | bytes] = {
        name: text.replace("weekly", "quarterly") for name, text in FILES.items()
    }
    kb = load_knowledge_base(write_knowledge(tmp_path, changes))
    figure = kb.figures["fed.assets.last"]
    assert date_text(kb, figure, "zh-TW") == "2022 年第 2 季"
    assert date_text(kb, figure, "en") == "second quarter of 2022"
