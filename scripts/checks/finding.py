"""What a rule found, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Edit:
    """A replacement that mends a fault.

    Attributes:
        start: offset in the file's text of the first character replaced.
        end: offset after the last character replaced.
        text: what stands there afterwards.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, order=True)
class Finding:
    """One fault. Findings sort by place, then by rule.

    Attributes:
        path: file, relative to the repository root, with forward slashes.
        line: line in the file, from 1.
        column: column in characters, from 1.
        rule: id such as `KB101`.
        message: what is wrong, with what was found and what to write.
        severity: `error`, or `warning` for what only time or a translator can mend.
        length: how many characters of the line are at fault; 0 where no place in the line is.
        edit: the safe mending, if there is one.
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    severity: Severity = "error"
    length: int = 0
    edit: Edit | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.rule} {self.message}"
