"""What `make serve` shows after a file was saved."""

from __future__ import annotations

import re
import shutil
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.cli import ROOT
from scripts.site.preview import Preview
from scripts.site.preview_server import PreviewServer
from scripts.site.serve import Session
from scripts.site.watching import Watcher
from tests.content.knowledge import write_knowledge

_FRONT = "description: 說明。\nreviewed: 2026-11-23\n"
_PAGES = {
    "index": f"---\ntitle: 首頁\nkind: home\n{_FRONT}---\n\n讀[寬鬆](concepts/qe.md)。\n",
    "concepts/qe": (
        f"---\ntitle: 寬鬆\nkind: article\nrelated: [concepts/qt]\n{_FRONT}---\n\n"
        "聯準會的量化寬鬆[8.97 兆美元](figure:fed.assets.peak)[^fed-h41]。\n\n"
        "## 一節 {#one}\n\n文字。\n"
    ),
    "concepts/qt": (
        f"---\ntitle: 緊縮\nkind: article\nrelated: [concepts/qe]\n{_FRONT}---\n\n"
        "[一節](qe.md#one)談的是量化寬鬆。\n"
    ),
    "glossary": f"---\ntitle: 名詞表\nkind: reference\n{_FRONT}---\n\n```view\nglossary\n```\n",
    "data/figures": f"---\ntitle: 數字\nkind: reference\n{_FRONT}---\n\n```view\nfigures\n```\n",
    "data/sources": f"---\ntitle: 來源\nkind: reference\n{_FRONT}---\n\n```view\nsources\n```\n",
}
_TERMS = """- id: quantitative-easing
  zh-TW: 量化寬鬆
  zh-HK: 量化寬鬆
  zh-CN: 量化宽松
  en: quantitative easing
  definition: {zh-TW: 買債。, en: Buying bonds.}
  article: concepts/qe
"""
_NAVIGATION = """- {id: home, title: {zh-TW: 首頁, en: Home}, pages: [index]}
- {id: concepts, title: {zh-TW: 概念, en: Concepts}, folders: [concepts]}
- {id: data, title: {zh-TW: 資料, en: Data}, pages: [glossary], folders: [data]}
"""
_QE = "docs/zh-TW/concepts/qe.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project of its own: the code and templates of this one, other content."""
    for name in ("scripts", "overrides", "docs/assets"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "docs/data/checks.yml", "docs/data/search.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    pages: dict[str, str | bytes] = {
        f"docs/{language}/{path}.md": text.replace("8.97 兆美元", amount)
        for language, amount in (("zh-TW", "8.97 兆美元"), ("en", "US$8.97 trillion"))
        for path, text in _PAGES.items()
    }
    records = {"docs/data/terms.yml": _TERMS, "docs/data/navigation.yml": _NAVIGATION}
    return write_knowledge(tmp_path, {**pages, **records})


@pytest.fixture
def built(root: Path) -> Iterator[Preview]:
    preview = Preview(root, "http://127.0.0.1:1/")
    preview.build()
    yield preview
    preview.close()


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_page_rendered_alone_is_what_a_whole_build_makes_of_it(
    root: Path, built: Preview
) -> None:
    edited = {root / _QE, root / "docs/en/concepts/qt.md"}
    _edit(root / _QE, "title: 寬鬆", "title: 另一個標題")
    _edit(
        root / _QE,
        "文字。",
        "量化寬鬆，[8.96 兆美元](figure:fed.assets.last)。\n\n## 二 {#two}\n\n新。",
    )
    _edit(root / "docs/en/concepts/qe.md", "文字。", "量化寬鬆。\n\n## 二 {#two}\n\n新。")
    _edit(root / "docs/en/concepts/qt.md", "談的是", "說的是 quantitative easing，")
    edited.add(root / "docs/en/concepts/qe.md")
    assert built.holds(edited)
    assert built.render(edited) == []
    whole = Preview(root, "http://127.0.0.1:1/")
    try:
        whole.build()
        for page in ("concepts/qe", "en/concepts/qt", "en/concepts/qe"):
            alone = (built.folder / page / "index.html").read_text(encoding="utf-8")
            assert alone == (whole.folder / page / "index.html").read_text(encoding="utf-8")
        page = (built.folder / "concepts/qe/index.html").read_text(encoding="utf-8")
        assert "另一個標題" in page and 'href="../../data/figures/#figure-fed.assets.last"' in page
        page = (built.folder / "en/concepts/qt/index.html").read_text(encoding="utf-8")
        assert 'href="../../glossary/#term-quantitative-easing"' in page
        # What another page says of the title is what the whole build is for.
        assert not built.looks_like(whole)
        assert "另一個標題" in (whole.folder / "concepts/qt/index.html").read_text(encoding="utf-8")
    finally:
        whole.close()


def test_findings_of_a_page_are_those_of_the_check(root: Path, built: Preview) -> None:
    _edit(root / _QE, "8.97 兆美元", "9.97 兆美元")
    built.render({root / _QE})
    assert "KB402" in {finding.rule for finding in built.check({root / _QE})}
    _edit(root / _QE, "9.97 兆美元", "8.97 兆美元")
    built.render({root / _QE})
    assert "KB402" not in {finding.rule for finding in built.check({root / _QE})}


def test_pages_and_other_files_are_told_apart(root: Path, built: Preview) -> None:
    new = root / "docs/zh-TW/concepts/new.md"
    new.write_text(_PAGES["concepts/qt"], encoding="utf-8")
    assert not built.holds({new})
    assert not built.holds({root / _QE, root / "docs/data/terms.yml"})
    assert not built.holds({root / "overrides/main.html"})
    (root / _QE).unlink()
    assert not built.holds({root / _QE})


class _Watched:
    """A session whose output and server a test can ask."""

    def __init__(self, root: Path, output: Callable[[], str]) -> None:
        self.server = PreviewServer(0)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.session = Session(root, self.server, quiet=0.1)
        self._watcher = Watcher(root)
        self._output = output
        self.printed = ""

    def until(self, done: Callable[[], bool]) -> None:
        """Follows the files until something is so; the limit is for faults, not for slowness."""
        end = time.monotonic() + 120
        while not done():
            assert time.monotonic() < end, f"never came: {self.printed}"
            self.session.follow(self._watcher.changes())
            self.printed += self._output()
            time.sleep(0.02)

    def page(self, path: str) -> str:
        with urllib.request.urlopen(self.server.address + path) as answer:
            text: str = answer.read().decode()
            return text

    def close(self) -> None:
        self.session.close()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def watched(root: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[_Watched]:
    watched = _Watched(root, lambda: capsys.readouterr().out)
    yield watched
    watched.close()


def test_a_session_of_writing(root: Path, watched: _Watched) -> None:
    assert "Not built yet" in watched.page("concepts/qe/")
    watched.until(lambda: "Ready" in watched.printed)
    page = watched.page("concepts/qe/")
    version = re.search(r'data-version="(\d+)"', page)
    assert version and watched.page(f"-/version?{version[1]}x") == version[1]

    # A page that cannot be read: one message, and the old page stays.
    _edit(root / _QE, "kind: article", "kind: novel")
    watched.until(lambda: "Not shown" in watched.printed)
    assert "`kind` is 'novel'" in watched.printed
    assert watched.page("concepts/qe/") == page

    # A good edit recovers, is shown at once, and then the whole site follows.
    watched.printed = ""
    _edit(root / _QE, "kind: novel", "kind: article")
    _edit(root / _QE, "title: 寬鬆", "title: 放寬")
    watched.until(lambda: "<h1>放寬" in watched.page("concepts/qe/"))
    assert "Not " not in watched.printed
    watched.until(lambda: "放寬" in watched.page("concepts/qt/"))

    # A page with a fault of content is shown with what is wrong; a new page builds everything.
    watched.printed = ""
    _edit(root / _QE, "文字。", "見[無](figure:nope)。")
    watched.until(lambda: "no figure `nope`" in watched.printed)
    assert "見無" in watched.page("concepts/qe/")
    _edit(root / _QE, "見[無](figure:nope)。", "文字。")
    for language in ("zh-TW", "en"):
        (root / f"docs/{language}/concepts/new.md").write_text(
            _PAGES["concepts/qt"], encoding="utf-8"
        )
    watched.until(lambda: (root / ".cache").exists() and "new.md" in watched.printed)
    watched.printed = ""
    watched.until(lambda: "Ready" in watched.printed)
    assert "一節" in watched.page("en/concepts/new/")
