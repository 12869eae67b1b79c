"""Notices which files of the project were saved, added or removed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_WATCHED = ("docs", "overrides", "scripts", "mkdocs.yml")
_CODE = (".html", ".py", ".yml")
_LEFT_BY_EDITORS = ("~", ".swp", ".tmp", ".bak")


class Watcher:
    """Compares the files with what they were at the last look.

    It asks for the times of all files instead of waiting to be told by the system: that takes a
    few milliseconds and works on every system, also for folders that are shared over a network.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._stamps = self._look()

    def changes(self) -> set[Path]:
        """Returns the files that were saved, added or removed since the last look."""
        before, self._stamps = self._stamps, self._look()
        return {
            Path(file)
            for file in before.keys() | self._stamps.keys()
            if before.get(file) != self._stamps.get(file)
        }

    def _look(self) -> dict[str, tuple[int, int]]:
        stamps: dict[str, tuple[int, int]] = {}
        for name in _WATCHED:
            for file in _files(str(self._root / name)):
                try:
                    status = Path(file).stat()
                except OSError:
                    continue  # removed this very moment
                stamps[file] = (status.st_mtime_ns, status.st_size)
        return stamps


def _files(start: str) -> Iterator[str]:
    if not Path(start).is_dir():
        yield start
        return
    endings = ("",) if start.endswith("docs") else _CODE
    folders = [start]
    while folders:
        try:
            entries = list(os.scandir(folders.pop()))
        except OSError:
            continue  # removed this very moment
        for entry in entries:
            if entry.name.startswith((".", "__")) or entry.name.endswith(_LEFT_BY_EDITORS):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            elif entry.name.endswith(endings):
                yield entry.path
