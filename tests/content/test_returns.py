"""What assets did over each phase: computed from closes, written into the figures, checked."""

from __future__ import annotations

import datetime
from itertools import pairwise
from pathlib import Path

import pytest

from scripts.content.knowledge_base import KnowledgeBase, load_knowledge_base, load_records
from scripts.content.problems import ContentError
from scripts.content.returns.command import differences, write_figures
from scripts.content.returns.measures import share_of_rises
from scripts.content.returns.months import MonthMissing, month_value
from tests.content.knowledge import FILES, write_knowledge

ROOT = Path(__file__).resolve().parents[2]
FIGURES = "docs/data/figures.yml"
PHASE = "  name: {{zh-TW: {0}, en: {0}}}\n  span: {{zh-TW: {0} 期間, en: {0}}}\n"
PHASES = (
    "- id: qe\n  kind: qe\n" + PHASE.format("QE") + "  begin: 2008-11-25\n  end: 2009-01-10\n"
    "- id: rest\n  kind: gap\n" + PHASE.format("R") + "  begin: 2009-02-01\n  end: 2009-02-28\n"
    "- id: qt\n  kind: qt\n" + PHASE.format("QT") + "  begin: 2009-03-01\n  end: 2009-03-31\n"
)
ASSETS = """- id: shares
  name: {zh-TW: 股票, en: Shares}
  short: {zh-TW: 股票, en: Shares}
  label: {zh-TW: 股票漲跌, en: Shares}
  measure: percent
  figures: ret.shares
  source: fed-h41
  closes: SHARES
- id: rate
  name: {zh-TW: 殖利率, en: Yield}
  short: {zh-TW: 殖利率, en: Yield}
  label: {zh-TW: 殖利率變動, en: Change in the yield}
  measure: bp
  figures: phase.rate
  source: fed-h41
  series: RATE
"""
# The last row of October counts; the one of 3 November must not. March ends on the 30th, a Monday
# before a holiday, and counts because April has begun.
CLOSES = """date,value
2008-10-30,90
2008-10-31,100
2008-11-03,130
2009-01-05,50
2009-01-30,80
2009-02-27,80
2009-03-30,120
2009-04-01,500
"""
RATE = "date,value\n2008-10-31,4.00\n2008-11-03,1.00\n2009-01-30,3.25\n2009-02-02,3.3\n"
RECORDS = """# A remark that stays.
- id: ret.shares.qe
  zh-TW: "QE 期間股票漲跌（2008 年 10 月底到 2009 年 1 月底）"
  en: "Shares over QE (end-October 2008 to end-January 2009)"
  value: -20.0   # remark
  unit: percent
  date: 2009-01-31
  source: fed-h41
  status: computed
- id: ret.shares.qt
  zh-TW: "QT 期間股票漲跌（2009 年 2 月底到 2009 年 3 月底）"
  en: "Shares over QT (end-February 2009 to end-March 2009)"
  value: 50.0
  unit: percent
  date: 2009-03-31
  source: fed-h41
  status: computed
- id: ret.shares.annual.other
  zh-TW: 其餘期間
  en: Other phases
  value: 0.0
  unit: percent
  date: 2009-03-31
  source: fed-h41
  status: computed
- id: phase.rate.qe
  zh-TW: "QE 期間殖利率變動（2008 年 10 月底到 2009 年 1 月底）"
  en: "Change in the yield over QE (end-October 2008 to end-January 2009)"
  series: RATE
  read: change
  from: 2008-10-31
  to: 2009-01-30
  unit: pp
"""
SERIES = FILES["docs/data/series.yml"] + FILES["docs/data/series.yml"].replace(
    "WALCL", "RATE"
).replace("USD million", "percent").replace("weekly", "daily")


@pytest.fixture
def closes(tmp_path: Path) -> Path:
    folder = tmp_path / "closes"
    folder.mkdir()
    (folder / "SHARES.csv").write_text(CLOSES, encoding="utf-8")
    return folder


def _knowledge(root: Path, records: str = RECORDS) -> KnowledgeBase:
    changes: dict[str, str | bytes] = {
        FIGURES: FILES[FIGURES] + records,
        "docs/data/phases.yml": PHASES,
        "docs/data/assets.yml": ASSETS,
        "docs/data/series.yml": SERIES,
        "docs/data/series/RATE.csv": RATE,
    }
    return load_knowledge_base(write_knowledge(root / "kb", changes))


def test_records_that_are_right_are_left_alone(tmp_path: Path, closes: Path) -> None:
    kb = _knowledge(tmp_path)
    before = (kb.root / FIGURES).read_text(encoding="utf-8")
    assert differences(kb, closes) == []
    assert write_figures(kb, closes) == []
    assert (kb.root / FIGURES).read_text(encoding="utf-8") == before


SPOILT = [
    ("value: -20.0", "value: -28.6", "`ret.shares.qe`: value is -28.6, computed is -20.0"),
    ("date: 2009-01-31", "date: 2009-01-30", "`ret.shares.qe`: date is 2009-01-30"),
    ("value: 0.0", "value: 3.0", "`ret.shares.annual.other`: value is 3.0, computed is 0.0"),
    ("2008 年 10 月底到 2009 年 1", "2008 年 11 月底到 2009 年 1", "`ret.shares.qe`: zh-TW is"),
    ("from: 2008-10-31", "from: 2008-11-03", "`phase.rate.qe`: from is 2008-11-03"),
]


@pytest.mark.parametrize(("right", "wrong", "told"), SPOILT, ids=[s[1] for s in SPOILT])
def test_a_planted_error_is_told_with_its_line_and_mended(
    tmp_path: Path, closes: Path, right: str, wrong: str, told: str
) -> None:
    kb = _knowledge(tmp_path, RECORDS.replace(right, wrong, 1))
    [problem] = differences(kb, closes)
    assert told in problem.message
    assert problem.path == FIGURES
    assert problem.line > FILES[FIGURES].count("\n")
    write_figures(kb, closes)
    mended = load_knowledge_base(kb.root)
    assert differences(mended, closes) == []
    text = (kb.root / FIGURES).read_text(encoding="utf-8")
    assert "# A remark that stays." in text
    assert "  value: -20.0   # remark\n" in text


def test_a_missing_record_is_told_and_written(tmp_path: Path, closes: Path) -> None:
    start = RECORDS.index("- id: ret.shares.qt")
    without = RECORDS[:start] + RECORDS[RECORDS.index("- id: ret.shares.annual") :]
    kb = _knowledge(tmp_path, without)
    assert [p.message for p in differences(kb, closes)] == ["there is no figure `ret.shares.qt`"]
    assert write_figures(kb, closes) == ["added: ret.shares.qt"]
    written = load_knowledge_base(kb.root)
    assert written.figures["ret.shares.qt"] == _knowledge(tmp_path).figures["ret.shares.qt"]


def test_a_figure_of_no_phase_is_told(tmp_path: Path, closes: Path) -> None:
    kb = _knowledge(tmp_path, RECORDS.replace("annual.other", "my_own_guess"))
    assert "`ret.shares.my_own_guess` is computed by nothing" in str(differences(kb, closes)[0])


def test_without_closes_labels_and_dates_are_checked_and_values_trusted(tmp_path: Path) -> None:
    kb = _knowledge(tmp_path, RECORDS.replace("value: -20.0", "value: 99.0"))
    assert differences(kb, None) == []
    kb = _knowledge(tmp_path, RECORDS.replace("date: 2009-01-31", "date: 2010-01-31"))
    assert len(differences(kb, None)) == 1


def test_a_month_without_close_is_told_with_file_and_cure(tmp_path: Path, closes: Path) -> None:
    kb = _knowledge(tmp_path)
    (closes / "SHARES.csv").write_text(CLOSES.replace("2009-03-30,120\n2009-04-01,500\n", ""))
    with pytest.raises(ContentError) as error:
        differences(kb, closes)
    message = str(error.value)
    assert "SHARES.csv: no value for March 2009" in message
    assert "add the observation" in message


def test_a_month_that_is_not_over_does_not_count() -> None:
    rows = tuple((datetime.date(2026, 7 + i, 21), 1.0) for i in range(2))
    july, august = datetime.date(2026, 7, 31), datetime.date(2026, 8, 31)
    assert month_value(rows, july, month_values=False) == rows[0]
    with pytest.raises(MonthMissing, match="August 2026 is not over: its last value is of 2026-08"):
        month_value(rows, august, month_values=False)
    assert month_value(rows, august, month_values=True) == rows[1]


def test_a_month_is_over_with_its_last_weekday() -> None:
    friday = ((datetime.date(2010, 10, 29), 1.0),)
    assert month_value(friday, datetime.date(2010, 10, 31), month_values=False) == friday[0]


def test_missing_files_are_named(tmp_path: Path, closes: Path) -> None:
    kb = _knowledge(tmp_path)
    (closes / "SHARES.csv").unlink()
    with pytest.raises(ContentError, match=r"SHARES\.csv"):
        differences(kb, closes)
    with pytest.raises(ContentError, match="is no folder"):
        differences(kb, closes / "nowhere")


def test_stretches_that_rose_are_counted() -> None:
    levels = (1.0, 2.0, 1.0, 3.0)
    rows = tuple((datetime.date(2020, 1 + i, 28 + (i != 1)), v) for i, v in enumerate(levels))
    share, stretches = share_of_rises(
        (*rows, (datetime.date(2020, 5, 4), 0.0)), 1, datetime.date(2020, 4, 30)
    )
    assert (round(share, 1), stretches) == (66.7, 3)


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    return load_records(ROOT)[0]


def test_the_recorded_figures_have_the_dates_and_labels_of_their_phases(
    real: KnowledgeBase,
) -> None:
    assert [str(problem) for problem in differences(real, None)] == []


def test_phases_follow_each_other_and_agree_with_the_programmes(real: KnowledgeBase) -> None:
    in_a_row = [p for p in real.phases.values() if p.kind in ("qe", "qt", "hold", "gap")]
    for earlier, later in pairwise(in_a_row):
        assert later.from_month == earlier.to_month, later.id
    for phase in real.phases.values():
        if phase.programme is None or phase.counts_from is None:
            continue
        programme = real.programmes[phase.programme]
        assert phase.begin == getattr(programme, phase.counts_from), phase.id
        assert programme.end is not None
        # A programme that ends on the first of a month was last at work in the month before.
        last_day = programme.end - datetime.timedelta(days=1)
        assert (last_day.year, last_day.month) == (phase.end.year, phase.end.month), phase.id
