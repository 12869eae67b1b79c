"""What a contributor types, and what comes of it."""

import re
from pathlib import Path

import pytest

from scripts.checks.finding import Finding
from scripts.checks.run import run_checks
from scripts.cli import main
from scripts.content.knowledge_base import load_knowledge_base, load_with_problems
from scripts.content.problems import ContentError
from scripts.site.navigation import navigation
from scripts.site.new_page import write_new_page
from scripts.site.stamp import stamp_translations
from tests.content.knowledge import FRONT, write_knowledge

ROOT = Path(__file__).resolve().parents[2]
NAVIGATION = """- id: concepts
  title: {zh-TW: 概念, en: Concepts}
  folders: [concepts]
- id: faq
  title: {zh-TW: 問答, en: FAQ}
  folders: [faq]
  group_by_topic: true
- id: outlook
  title: {zh-TW: 展望, en: Outlook}
  folders: [outlook]
"""
FAQ = f"""---
{FRONT.replace("article", "faq")}question: 問？
answer: 答。
aliases: [問法]
topics: [basics]
---

內容。
"""


def test_new_writes_pages_that_load(tmp_path: Path) -> None:
    root = write_knowledge(tmp_path)
    for path in ("faq/my-question", "concepts/new-idea"):
        written = write_new_page(root, path)
        assert [file.relative_to(root).parts[1] for file in written] == ["zh-TW", "en"]
    kb = load_knowledge_base(root)
    for language in ("zh-TW", "en"):
        assert kb.pages[language, "faq/my-question"].front.status == "draft"
    assert [h.id for h in kb.pages["zh-TW", "concepts/new-idea"].headings] == [
        h.id for h in kb.pages["en", "concepts/new-idea"].headings
    ]


def test_what_new_writes_does_not_pass_for_a_finished_page(tmp_path: Path) -> None:
    root = write_knowledge(tmp_path)
    for path in ("faq/my-question", "concepts/new-idea"):
        for file in write_new_page(root, path):
            draft = file.read_text(encoding="utf-8")
            assert not _left_over(root, file)
            file.write_text(draft.replace("status: draft\n", ""), encoding="utf-8")
            told = {finding.line for finding in _left_over(root, file)}
            own = re.compile("[a-z_]+: [a-z\\[\\d]|---|$|## .*key-points|aliases:$")
            lines = draft.replace("status: draft\n", "").rstrip("\n").split("\n")
            assert told == {n for n, line in enumerate(lines, 1) if not own.match(line)}


def _left_over(root: Path, file: Path) -> list[Finding]:
    kb, problems = load_with_problems(root, {file})
    return run_checks(kb, problems, ["KB023"])


def test_every_command_that_is_named_exists(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = set(re.findall(r"^ {4}([a-z]+) ", capsys.readouterr().out, re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    texts = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / ".pre-commit-config.yaml"]
    texts += [*ROOT.glob("docs/*/about/*.md"), *ROOT.glob("scripts/**/*.py")]
    for file in texts:
        text = file.read_text(encoding="utf-8")
        named = set(re.findall(r"python -m scripts ([a-z]+)", text))
        assert named <= commands, file
        assert set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE)) <= targets, file


def test_new_never_overwrites(tmp_path: Path) -> None:
    root = write_knowledge(tmp_path)
    before = (root / "docs/en/concepts/qe.md").read_text(encoding="utf-8")
    with pytest.raises(ContentError, match="exists already"):
        write_new_page(root, "concepts/qe")
    assert (root / "docs/en/concepts/qe.md").read_text(encoding="utf-8") == before


def test_a_path_that_is_no_address_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "FAQ/My question"]) == 1
    assert "lower-case letters" in capsys.readouterr().out


def test_stamp_follows_the_source_page(tmp_path: Path) -> None:
    root = write_knowledge(tmp_path)
    assert stamp_translations(load_knowledge_base(root), set(), everything=False) == [
        "docs/en/concepts/qe.md"
    ]
    kb = load_knowledge_base(root)
    source = kb.pages["zh-TW", "concepts/qe"]
    assert kb.pages["en", "concepts/qe"].front.source_hash == source.content_hash
    assert stamp_translations(kb, set(), everything=True) == []

    page = root / "docs/zh-TW/concepts/qe.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n新的一段。\n", encoding="utf-8")
    drifted = load_knowledge_base(root)
    assert stamp_translations(drifted, set(), everything=False) == []
    assert stamp_translations(drifted, {"concepts/qe"}, everything=False) == [
        "docs/en/concepts/qe.md"
    ]


def test_a_new_page_joins_the_navigation_by_itself(tmp_path: Path) -> None:
    changes: dict[str, str | bytes] = {
        "docs/data/navigation.yml": NAVIGATION,
        "docs/zh-TW/concepts/zzz.md": f"---\n{FRONT}order: 1\n---\n",
        "docs/zh-TW/concepts/aaa.md": f"---\n{FRONT}---\n",
        "docs/zh-TW/concepts/draft.md": f"---\n{FRONT}status: draft\n---\n",
        "docs/zh-TW/faq/why.md": FAQ,
    }
    kb = load_knowledge_base(write_knowledge(tmp_path, changes))
    assert navigation(kb, "zh-TW") == [
        {"概念": ["concepts/zzz.md", "concepts/aaa.md", "concepts/qe.md"]},
        {"問答": [{"基本": ["faq/why.md"]}]},
    ]
    assert navigation(kb, "en") == [{"Concepts": ["concepts/qe.md"]}]


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    shown = capsys.readouterr().out
    for command in ("build", "serve", "new", "stamp", "check"):
        assert re.search(rf"^\s+{command}\s", shown, re.MULTILINE), command
