"""Plants the examples of the rules into a copy of the real content."""

from __future__ import annotations

import datetime
import re
import shutil
import struct
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from scripts.checks.context import Context
from scripts.checks.finding import Finding
from scripts.checks.lists import LISTS
from scripts.checks.rule import Example, PageRule, RecordRule, Rule
from scripts.checks.rules.form.loading import LoadingRule
from scripts.checks.rules.form.waived import WaiverRule
from scripts.checks.run import apply_rules
from scripts.content.knowledge_base import KnowledgeBase, load_with_problems
from scripts.content.localised import LANGUAGES, Language
from scripts.content.pages import load_page
from scripts.content.problems import ContentError
from scripts.content.quantities import write_date, write_quantity
from tests.checks.remembered import Memory

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 11, 23)
_NEW_PAGE = (
    "---\ntitle: 標題\ndescription: 一句話。\nkind: reference\nreviewed: 2026-11-23\n---\n\n{}\n"
)


@dataclass(frozen=True)
class Place:
    """Where a finding must be; a column of 0 stands for any."""

    path: str
    line: int
    column: int = 0

    def holds(self, finding: Finding) -> bool:
        """Tells whether a finding is at this place."""
        return (
            finding.path == self.path
            and self.line == finding.line
            and self.column in (0, finding.column)
        )


class Garden:
    """A copy of the real content that is planted and cleaned again.

    Attributes:
        root: the copy.
        kb: the content as it is without plants.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("vendor"))
        shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
        self._write_draft()
        self._memory = Memory()
        with self._memory.in_use():
            self.kb, problems = load_with_problems(root)
        self.context = Context(self.kb, problems, TODAY)
        self._known = {
            key: document
            for key in self.kb.pages
            if (document := self.context.document(*key)) is not None
        }
        self._keys = {root / page.file: key for key, page in self.kb.pages.items()}
        self._baselines: dict[str, list[tuple[str, str]]] = {}
        self._saved: dict[Path, bytes | None] = {}
        self._new_folders: list[Path] = []

    def _write_draft(self) -> None:
        for language in LANGUAGES:
            file = self.root / "docs" / language / "concepts" / "zz-draft.md"
            text = _NEW_PAGE.format("Draft.").replace("---\n\n", "status: draft\n---\n\n")
            file.write_text(text, encoding="utf-8")

    def pages(self, kind: str) -> list[str]:
        """Paths of the real pages of a kind that exist in both languages, in order."""
        return sorted(
            path
            for language, path in self.kb.pages
            if language == "en"
            and self.kb.pages["en", path].front.kind == kind
            and ("zh-TW", path) in self.kb.pages
            and path.count("/") == 1
            and not path.endswith("/index")
            and path not in ("concepts/qe", "concepts/qt")
        )

    def names(self, page: str) -> dict[str, str]:
        """What the placeholders of an example stand for on a page."""
        latest = self.kb.readings["fed.assets.latest"]
        unit = self.kb.figures["fed.assets.latest"].unit
        day = latest.date
        return {
            "{page}": page,
            "{faq}": page,
            "{article}": page,
            "{source}": "fed-h41",
            "{draft}": "concepts/zz-draft",
            "{today}": TODAY.isoformat(),
            "{today_month_zh}": f"{TODAY.year} 年 {TODAY.month} 月",
            "{latest_zh}": write_quantity(latest.value, unit, "zh-TW"),
            "{latest_en}": write_quantity(latest.value, unit, "en"),
            "{latest_date_zh}": write_date(day, "zh-TW"),
            "${zh_hash}": self.kb.pages["zh-TW", page].content_hash,
        }

    def look(self, rule: Rule, example: Example, page: str) -> tuple[list[Finding], list[Place]]:
        """Plants an example into a page and applies one rule.

        Returns:
            The findings of the rule that the page has not without the plant, and the places where
            the example says that a fault is.
        """
        names = self.names(page)
        try:
            places = self._plant(example, page, names)
            found = apply_rules(self._context(rule, example, page), _applied(rule))
        finally:
            self._clean()
        old = Counter(self._baseline(rule))
        new: list[Finding] = []
        for finding in found:
            key = (finding.path, finding.message)
            if old[key] > 0:
                old[key] -= 1  # plants stand after what was there before
            elif finding.rule == rule.id:
                new.append(finding)
        return new, places

    def _baseline(self, rule: Rule) -> list[tuple[str, str]]:
        if rule.id not in self._baselines:
            found = apply_rules(self.context, _applied(rule))
            self._baselines[rule.id] = [(f.path, f.message) for f in found]
        return self._baselines[rule.id]

    def _context(self, rule: Rule, example: Example, page: str) -> Context:
        """Loads what the plant changed; everything only where the rule looks at everything."""
        changed = {self._keys.get(file) for file in self._saved}
        known = {key: document for key, document in self._known.items() if key not in changed}
        loads = isinstance(rule, LoadingRule) or not isinstance(rule, PageRule | RecordRule)
        planted = {self.root / "docs" / lang / f"{page}.md" for lang in LANGUAGES} | set(
            self._saved
        )
        records = any(self.root / "docs" / "data" in file.parents for file in self._saved)
        if not (records or loads):
            kb = replace(self.kb, pages={})
            try:
                for file in planted:
                    self._load_page(kb, file)
            except ContentError:
                pass
            else:
                context = Context(kb, [], TODAY, known=known, lists=self.context.lists)
                context.record_documents = []  # as they were before the plant
                return context
        only = planted if isinstance(rule, LoadingRule) and not records else None
        with self._memory.in_use():
            kb, problems = load_with_problems(self.root, only)
        lists = None if self.root / LISTS in self._saved else self.context.lists
        return Context(kb, problems, TODAY, known=known, lists=lists)

    def _load_page(self, kb: KnowledgeBase, file: Path) -> None:
        for language in LANGUAGES:
            folder = self.root / "docs" / language
            if file.suffix == ".md" and file.is_relative_to(folder) and file.exists():
                path = file.relative_to(folder).with_suffix("").as_posix()
                kb.pages[language, path] = load_page(file, self.root, language, path)

    def _plant(self, example: Example, page: str, names: dict[str, str]) -> list[Place]:
        places: list[Place] = []
        for path, text in example.files:
            self._write(self.root / fill(path, names), self._file(fill(text, names)))
        for name, text in example.data:
            file = self.root / "docs" / "data" / name
            old = file.read_text(encoding="utf-8") if file.exists() else ""
            text = fill(text, names)
            if "⟦" in text:
                places.append(_marked(f"docs/data/{name}", old, text))
            self._write(file, (old + _unmarked(text)).encode("utf-8"))
        for language in LANGUAGES:
            places += self._plant_page(example, language, page, names)
        if example.at:
            places += [self._place(at, names) for at in example.at.split("|") if ":" in at]
        return places

    def _plant_page(
        self, example: Example, language: Language, page: str, names: dict[str, str]
    ) -> list[Place]:
        shown = f"docs/{language}/{page}.md"
        file = self.root / shown
        if not file.exists():
            return []
        old = text = file.read_bytes().decode("utf-8", "surrogateescape")
        places: list[Place] = []
        for lang, line in example.front:
            if lang == language:
                text = with_front(text, fill(line, names))
        for lang, before, after in example.replace:
            if lang == language:
                text = text.replace(before, after)
        for lang, body in example.body:
            if lang == language:
                text = text.rstrip("\n") + "\n\n"
                body = fill(body, names)
                if "⟦" in body:
                    places.append(_marked(shown, text, body))
                text += _unmarked(body) + "\n"
        if text != old:
            self._write(file, text.encode("utf-8", "surrogateescape"))
        return places

    def _place(self, at: str, names: dict[str, str]) -> Place:
        """Finds a line: by its number, from the end, by how it begins, or where the body does."""
        path, _, where = fill(at, names).partition(":")
        if where.lstrip("-").isdigit():
            number = int(where)
            if number < 0:
                text = (self.root / path).read_text(encoding="utf-8")
                number += len(text.rstrip("\n").split("\n")) + 1
            return Place(path, number)
        lines = (self.root / path).read_text(encoding="utf-8").split("\n")
        if where == "body":
            return Place(path, lines.index("---", 1) + 2)
        return Place(path, next(i for i, line in enumerate(lines, 1) if line.startswith(where)))

    def _file(self, text: str) -> bytes | None:
        if not text:
            return None
        if text.startswith("+"):
            return _NEW_PAGE.format(text[1:]).encode("utf-8")
        if text.startswith("="):
            name, _, size = text[1:].partition("*")
            data = (self.root / name.rstrip("!")).read_bytes()
            data = data.rstrip(b"\n") if name.endswith("!") else data
            return data + b"\n" + b"x" * int(size or 0) if size else data
        if re.fullmatch(r"\*\d+", text):
            return b"\0" * int(text[1:])
        if text == "&gps":
            return jpeg(gps=True)
        if text == "&jpeg":
            return jpeg(gps=False)
        return text.encode("utf-8", "surrogateescape")

    def _write(self, file: Path, data: bytes | None) -> None:
        if file not in self._saved:
            self._saved[file] = file.read_bytes() if file.exists() else None
        if data is None:
            file.unlink(missing_ok=True)
            return
        self._new_folders += [folder for folder in file.parents if not folder.exists()]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def _clean(self) -> None:
        for file, data in self._saved.items():
            if data is None:
                file.unlink(missing_ok=True)
            else:
                file.write_bytes(data)
        self._saved.clear()
        for folder in sorted(set(self._new_folders), reverse=True):
            folder.rmdir()
        self._new_folders.clear()


def _applied(rule: Rule) -> list[str]:
    """A waiver can only be judged together with the rule that it allows."""
    return [rule.id, "KB101"] if isinstance(rule, WaiverRule) else [rule.id]


def fill(text: str, names: dict[str, str]) -> str:
    """Puts values in place of the placeholders."""
    for name, value in names.items():
        text = text.replace(name, value)
    return text


def _unmarked(text: str) -> str:
    return text.replace("⟦", "").replace("⟧", "")


def _marked(path: str, before: str, text: str) -> Place:
    """Returns the place of `⟦` in a text that is added after another."""
    start = before + text[: text.index("⟦")]
    return Place(path, start.count("\n") + 1, len(start) - start.rfind("\n"))


def with_front(text: str, line: str) -> str:
    """Replaces or adds a key of the front matter."""
    key = line.partition(":")[0]
    head, end, body = text[4:].partition("\n---\n")
    lines: list[str] = []
    skipping = done = False
    for old in head.split("\n"):
        if old.startswith(f"{key}:"):
            lines.append(line)
            skipping = done = True
        elif not (skipping and old.startswith((" ", "-"))):
            skipping = False
            lines.append(old)
    if not done:
        lines.append(line)
    return "---\n" + "\n".join(lines) + end + body


def jpeg(*, gps: bool) -> bytes:
    """Returns the head of a JPEG file with Exif data, with a GPS directory or without."""
    tag = 0x8825 if gps else 0x0112
    directory = struct.pack("<HHHII", 1, tag, 4, 1, 26) + struct.pack("<I", 0)
    exif = b"Exif\0\0" + b"II*\0" + struct.pack("<I", 8) + directory
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + b"\xff\xd9"
