"""Runs rumdl, a Markdown linter in Rust, and reads what it found."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

# Python-Markdown nests lists by four spaces; two spaces at a line's end are no break here.
_OPTIONS = ("MD007.indent=4", "MD009.strict=true")
_BATCH = 500  # files in one call, so that the command line stays short enough


@dataclass(frozen=True)
class RumdlHit:
    """A finding of rumdl.

    Attributes:
        code: its rule, `MD009`.
        line: line of the file, from 1.
        column: column in characters, from 1.
        message: in rumdl's words.
        fix: (start, end, text) in bytes of the file, or None.
    """

    code: str
    line: int
    column: int
    message: str
    fix: tuple[int, int, str] | None


class Layout:
    """What rumdl finds in some files; it begins at once, beside whatever else is done meanwhile.

    Attributes:
        files: the files, relative to the repository root.
    """

    def __init__(self, root: Path, files: list[str], codes: tuple[str, ...]) -> None:
        self.files = frozenset(files)
        pool = ThreadPoolExecutor(1)
        self._found = pool.submit(run_rumdl, root, files, codes)
        pool.shutdown(wait=False)

    def hits(self, file: str) -> list[RumdlHit]:
        """Returns the findings in a file, as soon as there are any.

        Raises:
            OSError: rumdl is not installed, or failed.
        """
        return self._found.result().get(file, [])


def run_rumdl(root: Path, files: list[str], codes: tuple[str, ...]) -> dict[str, list[RumdlHit]]:
    """Checks files.

    Args:
        root: repository root.
        files: relative to it.
        codes: rules to apply.

    Returns:
        The hits by file.

    Raises:
        OSError: rumdl is not installed, or failed.
    """
    found: defaultdict[str, list[RumdlHit]] = defaultdict(list)
    options = [part for option in _OPTIONS for part in ("-c", option)]
    for first in range(0, len(files), _BATCH):
        batch = files[first : first + _BATCH]
        done = subprocess.run(
            [_program(), "check", "--output-format", "json", "--no-cache", "--no-exclude",
             "-e", ",".join(codes), *options, "--", *batch],
            cwd=root, capture_output=True, check=False,
        )  # fmt: skip
        if done.returncode not in (0, 1):
            raise OSError(f"rumdl failed: {done.stderr.decode('utf-8', 'replace').strip()[:300]}")
        for row in json.loads(done.stdout or b"[]"):
            span = row.get("fix")
            fix = (
                (span["range"]["start"], span["range"]["end"], span["replacement"])
                if span
                else None
            )
            path = Path(row["file"])
            shown = path.relative_to(root) if path.is_absolute() else path
            found[shown.as_posix().removeprefix("./")].append(
                RumdlHit(row["rule"], row["line"], row["column"], row["message"], fix)
            )
    return found


def _program() -> str:
    beside = Path(sys.executable).parent / "rumdl"
    program = str(beside) if beside.exists() else shutil.which("rumdl")
    if program is None:
        raise OSError("rumdl is not installed; run `make` once, or `pip install rumdl`")
    return program
