"""What a contributor sees: formats, exit codes, mending, waivers, choosing rules."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import pytest

from scripts.checks.command import add_arguments, run
from scripts.checks.registry import RULES
from scripts.cli import ROOT

_HEAD = "---\ntitle: {0}\ndescription: 一句話。\nkind: reference\nreviewed: 2026-11-23\n{1}---\n\n"
_ENGLISH_HEAD = _HEAD.replace("一句話。", "One line.")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Content with one page in two languages and nothing wrong."""
    _write(tmp_path, "一段話。\n", "A paragraph.\n")
    data = tmp_path / "docs" / "data"
    data.mkdir()
    (data / "navigation.yml").write_text(
        "- id: home\n  title: {zh-TW: 首頁, en: Home}\n  pages: [index]\n", encoding="utf-8"
    )
    return tmp_path


def _write(root: Path, chinese: str, english: str) -> None:
    for language, head, text in (("zh-TW", _HEAD, chinese), ("en", _ENGLISH_HEAD, english)):
        file = root / "docs" / language / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        stamp = ""
        if language == "en":
            from scripts.content.pages import load_page

            page = load_page(root / "docs" / "zh-TW" / "index.md", root, "zh-TW", "index")
            stamp = f"source_hash: {page.content_hash}\n"
        file.write_text(
            head.format("首頁" if language == "zh-TW" else "Home", stamp) + text, encoding="utf-8"
        )


def _run(root: Path, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(root, parser.parse_args(arguments))


def _json(
    root: Path, capsys: pytest.CaptureFixture[str], *arguments: str
) -> list[dict[str, object]]:
    capsys.readouterr()
    _run(root, "--format", "json", *arguments)
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_nothing_wrong(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(root) == 0
    assert capsys.readouterr().out == ""


def test_json_is_one_list_and_nothing_else(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(root, "央行買債,利率下降。\n", "A paragraph.\n")
    assert _run(root, "--format", "json") == 1
    out = capsys.readouterr().out
    assert json.loads(out) == [
        {
            "path": "docs/zh-TW/index.md",
            "line": 8,
            "column": 5,
            "rule": "KB501",
            "severity": "error",
            "message": "Chinese takes full-width punctuation (“,” → “，”)",
        }
    ]
    assert json.loads(out) == _json(root, capsys)


def test_warnings_do_not_block_where_only_errors_should(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root / "docs" / "zh-TW" / "index.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n後來加上的一段。\n", encoding="utf-8")
    assert _run(root, "--fail-on", "error") == 0
    assert "KB309" in capsys.readouterr().out
    assert _run(root) == 1
    _write(root, "央行買債,利率下降。\n", "A paragraph.\n")
    assert _run(root, "--fail-on", "error") == 1


def test_json_of_nothing_is_an_empty_list(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _json(root, capsys) == []


def test_text_underlines_wide_characters(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(root, "央行買債,利率下降。\n", "A paragraph.\n")
    _run(root)
    first, line, marks = capsys.readouterr().out.rstrip("\n").split("\n")
    assert first.startswith("docs/zh-TW/index.md:8:5: KB501 ")
    assert line == "    央行買債,利率下降。"
    assert marks == "    " + " " * 8 + "^"


def test_github_annotations_escape(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(root, "利率是 5 % 左右。\n", "A paragraph.\n")
    _run(root, "--format", "github", "--only", "KB511")
    out = capsys.readouterr().out
    assert out.startswith("::error file=docs/zh-TW/index.md,line=8,col=6,title=KB511::")


def test_sarif_names_every_rule(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(root, "央行買債,利率下降。\n", "A paragraph.\n")
    _run(root, "--format", "sarif")
    report = json.loads(capsys.readouterr().out)
    assert report["version"] == "2.1.0"
    (result,) = report["runs"][0]["results"]
    rules = report["runs"][0]["tool"]["driver"]["rules"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "KB501"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 8, "startColumn": 5, "endColumn": 6}
    assert [rule["id"] for rule in rules] == [rule.id for rule in RULES]


def test_fix_mends_until_nothing_is_left(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(root, "央行買債,QE之後 ，２００８年。\n\n- a\n", "The the bank , it bought.\n")
    _run(root, "--fix")
    text = (root / "docs" / "zh-TW" / "index.md").read_text(encoding="utf-8")
    assert "央行買債，QE 之後，2008 年。" in text
    english = (root / "docs" / "en" / "index.md").read_text(encoding="utf-8")
    assert "The bank, it bought." in english


def test_fix_keeps_line_ends_and_mark(root: Path) -> None:
    file = root / "docs" / "zh-TW" / "index.md"
    _write(root, "央行買債,利率下降。\n", "A paragraph.\n")
    data = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(data)
    _run(root, "--fix")
    assert file.read_bytes() == data.replace(b",", "，".encode())


def test_only_chooses_rules_and_families(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(root, "央行買債,見[那](nowhere.md)。\n", "See [it](nowhere.md).\n")
    rules = {row["rule"] for row in _json(root, capsys, "--only", "links")}
    assert rules == {"KB101"}
    assert {row["rule"] for row in _json(root, capsys, "--only", "KB5")} == {"KB501"}
    assert _run(root, "--only", "nonsense") == 2
    assert "no rule `nonsense`" in capsys.readouterr().err


def test_a_single_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(root, "央行買債,利率。\n", "The the bank.\n")
    rows = _json(root, capsys, str(root / "docs" / "en" / "index.md"))
    assert {row["path"] for row in rows} == {"docs/en/index.md"}
    assert {row["rule"] for row in rows} == {"KB522"}
    assert _run(root, "docs/en/no-such.md") == 2


def test_a_single_file_knows_its_twin_and_targets(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(root, "## 甲 {#a}\n\n見[甲](#a)。\n", "## A {#b}\n\nSee [a](index.md#b).\n")
    rows = _json(root, capsys, str(root / "docs" / "en" / "index.md"), "--only", "KB3")
    assert {row["rule"] for row in rows} == {"KB302"}


def test_malformed_lists_stop_the_check(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = root / "docs" / "data" / "checks.yml"
    file.write_text("patterns:\n  - {pattern: '(', write: x, why: y}\n", encoding="utf-8")
    assert _run(root) == 2
    assert "docs/data/checks.yml:2" in capsys.readouterr().err


def test_explain(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(root, "--explain", "kb501") == 0
    out = capsys.readouterr().out
    assert "half-width" in out
    assert "央行買債,利率下降。" in out
    assert "⟦" not in out
    assert _run(root, "--explain", "KB000") == 2


def test_every_rule_is_in_the_list_of_rules(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(root, "--rules") == 0
    out = capsys.readouterr().out
    assert all(f"| {rule.id} |" in out for rule in RULES)


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_contributors_read_what_each_kind_of_rule_is_about(language: str) -> None:
    page = (ROOT / "docs" / language / "about" / "contributing.md").read_text(encoding="utf-8")
    assert {f"`{rule.id[:3]}xx`" for rule in RULES} <= set(re.findall(r"`KB\dxx`", page))


def test_release_list_is_written_and_kept(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(root, "## 甲 {#part}\n\n文。\n", "## A {#part}\n\nText.\n")
    assert _run(root, "--release") == 0
    text = (root / "docs" / "data" / "urls.txt").read_text(encoding="utf-8")
    assert {"/", "/#part", "en/", "en/#part"} <= set(text.split("\n"))
    assert _json(root, capsys, "--only", "KB116", "--only", "KB117") == []
    _write(root, "## 甲 {#other}\n\n文。\n", "## A {#other}\n\nText.\n")
    rows = _json(root, capsys, "--only", "KB116", "--only", "KB117")
    assert [row["rule"] for row in rows] == ["KB117", "KB117"]


def test_waiver_on_the_line_before_the_block_and_for_the_file(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reason = "這裡是刻意的寫法"
    for chinese in (
        f"央行買債,利率下降。<!-- kb-waive KB501: {reason} -->\n",
        f"<!-- kb-waive KB501: {reason} -->\n央行買債,利率下降。\n",
        f"<!-- kb-waive KB501: {reason} -->\n\n央行買債,利率下降。\n",
        f"央行買債,利率下降。\n\n<!-- kb-waive-file KB501: {reason} -->\n",
    ):
        _write(root, chinese, "A paragraph.\n")
        assert _json(root, capsys) == [], chinese


def test_waiver_does_not_reach_further(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(
        root,
        "<!-- kb-waive KB501: 這裡是刻意的寫法 -->\n央行買債,利率下降。\n\n央行賣債,利率上升。\n",
        "A paragraph.\n",
    )
    assert [row["line"] for row in _json(root, capsys)] == [11]


def test_waiver_without_reason_changes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(root, "央行買債,利率。<!-- kb-waive KB501 -->\n", "A paragraph.\n")
    assert {row["rule"] for row in _json(root, capsys)} == {"KB501", "KB090"}


def test_waiver_in_records(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = root / "docs" / "data" / "navigation.yml"
    text = file.read_text(encoding="utf-8")
    fault = "- id: x\n  title: {zh-TW: 甲, en: A}\n  pages: [nowhere]\n"
    file.write_text(text + fault, encoding="utf-8")
    assert [row["rule"] for row in _json(root, capsys)] == ["KB206"]
    waived = fault.replace("- id: x\n", "- id: x # kb-waive KB206: the page comes next week\n")
    file.write_text(text + waived, encoding="utf-8")
    assert _json(root, capsys) == []


def test_waiver_before_a_record_holds_for_that_record_only(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root / "docs" / "data" / "navigation.yml"
    text = file.read_text(encoding="utf-8")
    first = "- id: x\n  title: {zh-TW: 甲, en: A}\n  pages: [nowhere]\n"
    second = first.replace("id: x", "id: y")
    waiver = "# kb-waive KB206: the page comes next week\n"
    file.write_text(text + waiver + first + second, encoding="utf-8")
    (row,) = _json(root, capsys)
    assert (row["rule"], row["line"]) == ("KB206", 8)


def test_waiver_does_not_show_on_the_page() -> None:
    import markdown

    waiver = "<!-- kb-waive KB501: 理由理由 -->"
    html = markdown.markdown(
        f"央行買債。{waiver}\n\n{waiver}\n央行賣債。\n",
        extensions=["attr_list", "md_in_html", "tables"],
    )
    import re

    assert "kb-waive" not in re.sub(r"<!--.*?-->", "", html)
    assert "<p>央行賣債。</p>" in html
