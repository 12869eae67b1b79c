"""What is wrong with a file, told so that a contributor can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one file.

    Attributes:
        path: file, relative to the repository root, with forward slashes.
        line: line in the file, from 1.
        column: column in characters, from 1.
        message: what is wrong.
        cure: how to mend it.
    """

    path: str
    line: int
    column: int
    message: str
    cure: str = ""

    def __str__(self) -> str:
        text = f"{self.path}:{self.line}:{self.column}: {self.message}"
        return f"{text}\n    → {self.cure}" if self.cure else text


class ContentError(Exception):
    """The content cannot be loaded.

    Attributes:
        problems: every fault found, in file order; never empty.
    """

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def read_text(path: Path, shown: str) -> str:
    """Reads a UTF-8 text file with any line ending.

    Args:
        path: the file.
        shown: the path that a message names.

    Returns:
        The text with `\\n` line ends and no byte-order mark.

    Raises:
        ContentError: the file is not UTF-8 or cannot be read; the message names the line of the
            first bad byte.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ContentError([Problem(shown, 1, 1, f"cannot be read: {error.strerror}")]) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8", "replace")) + 1
        raise ContentError(
            [
                Problem(
                    shown,
                    line,
                    column,
                    f"is not UTF-8 (byte 0x{data[error.start]:02x})",
                    "save the file as UTF-8 (in most editors: Save with Encoding → UTF-8)",
                )
            ]
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
