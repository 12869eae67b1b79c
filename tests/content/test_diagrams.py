"""A diagram whose words do not fit, or leave the drawing, is refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.content.diagrams import FOLDER, load_diagrams

SOUND = """\
title: {zh-TW: 圖, en: A drawing}
caption: {zh-TW: 說明。, en: A caption.}
words: {zh-TW: 一個箭頭。, en: An arrow.}
height: 100
lines:
  - {through: [[10, 10], [10, 90]], arrow: true}
boxes:
  - {at: [20, 10, 100, 46], text: {zh-TW: 央行 / 買債, en: Central bank / buys}}
notes:
  - {at: [20, 80], text: {zh-TW: 下一步, en: next step}}
"""


def write(root: Path, text: str) -> Path:
    file = root / FOLDER / "sketch.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return root


def test_a_sound_diagram_loads(tmp_path: Path) -> None:
    diagrams, problems = load_diagrams(write(tmp_path, SOUND))
    assert (list(diagrams), problems) == (["sketch"], [])


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        (
            "Central bank / buys",
            "The central bank buys",
            8,
            "`The central bank buys` needs a width",
        ),
        ("央行 / 買債", "央行 / 買 / 債", 8, "3 lines need a height of"),
        ("next step", "one more step " * 5, 10, "a drawing is 340 wide"),
        ("[10, 90]", "[10, 190]", 1, "[10, 190] lies outside"),
        (", en: next step", "", 10, "`notes.0.text.en` is missing"),
        ("words:", "word:", 1, "`words` is missing"),
        ("arrow: true", "arows: true", 6, "did you mean `arrow`"),
    ],
)
def test_a_fault_is_told_with_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, says: str
) -> None:
    assert SOUND.count(old) == 1
    diagrams, problems = load_diagrams(write(tmp_path, SOUND.replace(old, new)))
    assert diagrams == {}
    assert {problem.path for problem in problems} == {"docs/data/diagrams/sketch.yml"}
    assert (line, True) in [(problem.line, says in str(problem)) for problem in problems]
