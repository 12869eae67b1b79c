"""Bad input ends in one message that names file and line and says how to mend it."""

from pathlib import Path

import pytest

from scripts.content.knowledge_base import load_knowledge_base, load_with_problems
from scripts.content.problems import ContentError
from tests.content.knowledge import FILES, FRONT, write_knowledge

PAGE = "docs/zh-TW/concepts/qe.md"
FIGURES = "docs/data/figures.yml"


def test_sound_content_loads(tmp_path: Path) -> None:
    kb = load_knowledge_base(write_knowledge(tmp_path))
    assert kb.readings["fed.assets.last"].value == pytest.approx(8.955851)
    assert kb.pages["en", "concepts/qe"].url == "en/concepts/qe/"
    assert [heading.id for heading in kb.pages["zh-TW", "concepts/qe"].headings] == ["one"]


SPOILT: list[tuple[str, dict[str, str | bytes], str, int, str]] = [
    (
        "unknown front-matter key",
        {PAGE: f"---\n{FRONT}titel: x\n---\n"},
        PAGE,
        6,
        "did you mean `title`",
    ),
    (
        "missing front-matter key",
        {PAGE: "---\ntitle: x\ndescription: y\nkind: article\n---\n"},
        PAGE,
        2,
        "`reviewed` is missing",
    ),
    (
        "wrong value",
        {PAGE: f"---\n{FRONT.replace('article', 'blog')}---\n"},
        PAGE,
        4,
        "accepted values: 'article', 'case'",
    ),
    ("no front matter", {PAGE: "# 標題\n"}, PAGE, 1, "has no front matter"),
    ("unclosed front matter", {PAGE: f"---\n{FRONT}"}, PAGE, 1, "close it"),
    (
        "YAML slip",
        {PAGE: f"---\n{FRONT.replace('說明。', 'QE: 說明')}---\n"},
        PAGE,
        3,
        "needs quotes",
    ),
    (
        "not UTF-8",
        {PAGE: f"---\n{FRONT}---\n\n".encode() + "量化".encode("big5")},
        PAGE,
        8,
        "UTF-8",
    ),
    (
        "duplicate path",
        {"docs/zh-TW/concepts/qe/index.md": f"---\n{FRONT}---\n"},
        PAGE,
        1,
        "same address as docs/zh-TW/concepts/qe/index.md",
    ),
    (
        "duplicate id",
        {FIGURES: FILES[FIGURES] + FILES[FIGURES].split("- id: fed.assets.last")[0]},
        FIGURES,
        15,
        "stands twice",
    ),
    (
        "duplicate key",
        {FIGURES: FILES[FIGURES].replace("  unit: USD", "  value: 9\n  unit: USD", 1)},
        FIGURES,
        5,
        "the key `value` stands twice",
    ),
    (
        "unknown unit",
        {FIGURES: FILES[FIGURES].replace("USD trillion", "USD zillion", 1)},
        FIGURES,
        5,
        "unknown unit",
    ),
    (
        "unknown series",
        {FIGURES: FILES[FIGURES].replace("WALCL", "WALC")},
        FIGURES,
        9,
        "no series `WALC`",
    ),
    (
        "neither value nor series",
        {FIGURES: FILES[FIGURES].replace("  value: 8.965\n", "")},
        FIGURES,
        1,
        "has either `value`",
    ),
    (
        "rows out of order",
        {"docs/data/series/WALCL.csv": "date,value\n2022-04-20,1\n2022-04-13,2\n"},
        "docs/data/series/WALCL.csv",
        3,
        "stands after",
    ),
    (
        "no date",
        {PAGE: f"---\n{FRONT.replace('2026-11-23', 'yesterday')}---\n"},
        PAGE,
        5,
        "write the day as 2026-11-23",
    ),
    (
        "FAQ keys missing",
        {PAGE: f"---\n{FRONT.replace('article', 'faq')}---\n"},
        PAGE,
        2,
        "`question`, `answer`",
    ),
]


@pytest.mark.parametrize(
    ("changes", "file", "line", "says"),
    [case[1:] for case in SPOILT],
    ids=[case[0] for case in SPOILT],
)
def test_a_fault_is_told_with_file_line_and_cure(
    tmp_path: Path, changes: dict[str, str | bytes], file: str, line: int, says: str
) -> None:
    with pytest.raises(ContentError) as caught:
        load_knowledge_base(write_knowledge(tmp_path, changes))
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == (file, line)
    assert says in str(problem)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    changes: dict[str, str | bytes] = {
        PAGE: "no front matter",
        FIGURES: FILES[FIGURES].replace("USD trillion", "USD zillion", 1),
    }
    _, problems = load_with_problems(write_knowledge(tmp_path, changes))
    assert {problem.path for problem in problems} == {PAGE, FIGURES}
