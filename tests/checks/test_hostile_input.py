"""Whatever the input, the checks end, and name lines that exist."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.checks.run import run_checks
from scripts.content.knowledge_base import load_with_problems

_HEAD = "---\ntitle: T\ndescription: D.\nkind: article\nreviewed: 2026-11-23\n---\n\n"
_PIECES = (
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "<",
    ">",
    "<!--",
    "-->",
    "`",
    "```",
    "~~~",
    "*",
    "**",
    "_",
    "|",
    "| --- |",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "#",
    "## ",
    "{#a}",
    "{",
    "}",
    "[^",
    "[^a]",
    "[^a]: ",
    "> ",
    "- ",
    "1. ",
    "---",
    "\\",
    "&#106;",
    "figure:",
    "figure:fed.assets.peak",
    "term:fed",
    "https://",
    "http://[",
    "://",
    "javascript:",
    "../",
    "qe.md",
    "#why",
    "%",
    "%E5",
    "\u202e",
    "\u200b",
    "\0",
    "\ufffc",
    "\ufeff",
    "\r",
    "\r\n",
    "\x85",
    "\u2028",
    "𠮷",
    "e\u0301",
    "（",
    "）",
    "「",
    "」",
    "，",
    "。",
    "央行",
    "量化寬鬆",
    "８",
    "QE",
    "8.97 兆美元",
    "US$1 trillion",
    "-",
    "–",
    "2022 年",
    "13 April 2022",
    "99 月 99 日",
    "<script",
    "<a href=",
    "onclick=",
    "<!-- kb-waive KB101: ",
    "kb-waive",
    "view\n",
    "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
)
_MARKDOWN = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6)), max_size=60).map(
    "".join
)
_YAML = st.lists(
    st.sampled_from(
        [
            "- id: a\n",
            "  zh-TW: 甲\n",
            "  en: A\n",
            "  unit: percent\n",
            "  value: 1\n",
            ": ",
            "{",
            "}",
            "[",
            "]",
            "&a",
            "*a",
            "!!python/object:x",
            "'",
            '"',
            "|\n",
            "\t",
            "- ",
            "?",
            "#",
            "date: 2020-13-40\n",
            "  date: 2020-01-01\n",
            "  source: x\n",
            "\u202e",
            "<<: *a\n",
            "  series: WALCL\n",
            "  read: max\n",
        ]
    )
    | st.text(max_size=5),
    max_size=25,
).map("".join)
_CSV = st.lists(
    st.sampled_from(
        [
            "date,value\n",
            "2020-01-01,1\n",
            "2020-01-08,nan\n",
            ",",
            "\n",
            '"',
            "inf",
            "-",
            "9" * 400,
        ]
    )
    | st.text(max_size=5),
    max_size=15,
).map("".join)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small content folder."""
    root = tmp_path_factory.mktemp("hostile")
    for language in ("zh-TW", "en"):
        folder = root / "docs" / language / "concepts"
        folder.mkdir(parents=True)
        (folder / "qe.md").write_text(_HEAD + "Text.\n\n## Why {#why}\n\nMore.\n", encoding="utf-8")
    data = root / "docs" / "data"
    (data / "series").mkdir(parents=True)
    (data / "checks.yml").write_bytes(Path("docs/data/checks.yml").read_bytes())
    return root


def _holds(root: Path) -> None:
    kb, problems = load_with_problems(root)
    for finding in run_checks(kb, problems, today=datetime.date(2026, 11, 23)):
        file = root / finding.path
        if not file.exists():
            assert (finding.line, finding.column) == (1, 1)
            continue
        text = file.read_bytes().decode("utf-8-sig", "replace")
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= finding.line <= len(lines), finding
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1, finding
        assert "\n" not in finding.message


_settings = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
    database=None,
)


@_settings
@given(chinese=_MARKDOWN, english=_MARKDOWN)
def test_any_markdown(root: Path, chinese: str, english: str) -> None:
    for language, text in (("zh-TW", chinese), ("en", english)):
        file = root / "docs" / language / "concepts" / "qt.md"
        file.write_bytes((_HEAD + text).encode("utf-8", "surrogatepass"))
    _holds(root)


@_settings
@given(
    name=st.sampled_from(["terms", "figures", "sources", "programmes", "series", "topics"]),
    text=_YAML,
)
def test_any_yaml(root: Path, name: str, text: str) -> None:
    file = root / "docs" / "data" / f"{name}.yml"
    try:
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        _holds(root)
    finally:
        file.unlink()


@_settings
@given(head=_YAML)
def test_any_front_matter(root: Path, head: str) -> None:
    file = root / "docs" / "en" / "concepts" / "front.md"
    try:
        file.write_bytes(f"---\n{head}\n---\n\nText.\n".encode("utf-8", "surrogatepass"))
        _holds(root)
    finally:
        file.unlink()


@_settings
@given(text=_CSV)
def test_any_csv(root: Path, text: str) -> None:
    data = root / "docs" / "data"
    series = (
        "- id: X\n  name: {zh-TW: 甲, en: A}\n  unit: percent\n  frequency: daily\n"
        "  publisher: {zh-TW: 甲, en: A}\n  publisher_series: X\n  licence: l\n  cite_as: c\n"
        "  first: 2020-01-01\n  last: 2020-01-01\n"
    )
    try:
        (data / "series.yml").write_text(series, encoding="utf-8")
        (data / "series" / "X.csv").write_bytes(text.encode("utf-8", "surrogatepass"))
        _holds(root)
    finally:
        (data / "series.yml").unlink()
        (data / "series" / "X.csv").unlink()


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "](",
        "[a](b",
        "`",
        "`` ` ",
        "*",
        "**a",
        "<",
        "<a",
        "<!--",
        "{#",
        "![",
        "[^",
        "|",
        "| a ",
        "> ",
        "- ",
        " ",
        "\t",
        "(",
        "（",
        "「",
        "--",
        "…",
        "http://a",
        "a@",
        "1,",
        "8 到 ",
        "2020 年",
        "-1",
        "。，",
        "[a][b]",
        "\\",
        "<https:",
        "# ",
        "#",
        "A",
        "1",
        "&",
        "截至",
        "[x](y.md)",
        "央行",
        "a a ",
    ],
)
def test_long_repetition_ends(root: Path, piece: str) -> None:
    """60,000 characters of anything end well within the time that a test run has."""
    file = root / "docs" / "zh-TW" / "concepts" / "long.md"
    try:
        file.write_text(_HEAD + piece * (60_000 // len(piece)) + "\n", encoding="utf-8")
        kb, problems = load_with_problems(root, {file})
        run_checks(kb, problems, paths={"docs/zh-TW/concepts/long.md"})
    finally:
        file.unlink()
