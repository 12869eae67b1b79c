"""Mends what has one safe mending."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from scripts.checks.finding import Edit, Finding


def apply_fixes(root: Path, findings: Iterable[Finding]) -> int:
    """Writes the mended files.

    Args:
        root: repository root.
        findings: findings; those without an edit are left alone.

    Returns:
        How many edits were made. Edits that overlap wait for the next run. Line ends and a
        byte-order mark stay as they were.
    """
    by_file: defaultdict[str, set[Edit]] = defaultdict(set)
    for finding in findings:
        if finding.edit is not None:
            by_file[finding.path].add(finding.edit)
    count = 0
    for path, edits in sorted(by_file.items()):
        file = root / path
        raw = file.read_bytes().decode("utf-8")
        mark = "\ufeff" if raw.startswith("\ufeff") else ""
        ends = "\r\n" if "\r\n" in raw else "\n"
        text = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        mended, made = _apply(text, sorted(edits))
        if made:
            count += made
            file.write_bytes((mark + mended.replace("\n", ends)).encode("utf-8"))
    return count


def _apply(text: str, edits: list[Edit]) -> tuple[str, int]:
    parts: list[str] = []
    position = made = 0
    for edit in edits:
        if edit.start < position or edit.end > len(text):
            continue
        parts += [text[position : edit.start], edit.text]
        position = edit.end
        made += 1
    return "".join([*parts, text[position:]]), made
