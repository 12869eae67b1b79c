"""Waivers: a comment that allows one rule at one place, for a reason.

In Markdown `<!-- kb-waive KB123: reason -->` stands on the line, or on a line of its own before
the block; `<!-- kb-waive-file KB123: reason -->` holds for the whole file. Python-Markdown passes
comments on as comments, so nothing shows on the page. In YAML the same words follow a `#`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.checks.document.document import Document
from scripts.checks.document.source import Source
from scripts.checks.finding import Finding

_WAIVER = re.compile(
    r"(?:<!--|#)[ \t]*kb-waive(?P<file>-file)?\b[ \t]*(?P<rules>KB\d+(?:[ \t]*,[ \t]*KB\d+)*)?"
    r"(?:[ \t]*:(?P<reason>[^\n]*))?"
)
_MINIMUM = 8  # letters; less is no reason


@dataclass(frozen=True)
class Waiver:
    """One rule allowed at one place.

    Attributes:
        rule: id of the rule.
        reason: why; may be empty, which is a fault.
        line: line of the comment.
        column: column of the comment.
        first: first line that it holds for.
        last: last line that it holds for.
    """

    rule: str
    reason: str
    line: int
    column: int
    first: int
    last: int

    def covers(self, finding: Finding) -> bool:
        """Tells whether a finding is allowed by this waiver."""
        return finding.rule == self.rule and self.first <= finding.line <= self.last

    @property
    def has_reason(self) -> bool:
        """Tells whether the reason says anything."""
        return len(self.reason) >= _MINIMUM or sum(ord(c) > 0x2E80 for c in self.reason) >= 4


def find_waivers(source: Source) -> list[Waiver]:
    """Returns the waivers of a file; one comment that names two rules makes two."""
    if "kb-waive" not in source.text:
        return []
    found: list[Waiver] = []
    for match in _WAIVER.finditer(source.text):
        if isinstance(source, Document) and not source.in_comment(match.start()):
            continue  # shown as code
        line, column = source.place(match.start())
        reason = (match["reason"] or "").partition("-->")[0].strip()
        alone = not source.text[source.line_starts[line - 1] : match.start()].strip()
        rest = source.line(line)[match.end() - source.line_starts[line - 1] :]
        alone = alone and not rest.partition("-->")[2].strip()
        if match["file"]:
            first, last = 1, len(source.line_starts)
        elif alone:
            first, last = line, _end_of_block(source, line)
        else:
            first, last = line, line
        for rule in re.findall(r"KB\d+", match["rules"] or "KB0"):
            found.append(Waiver(rule, reason, line, column, first, last))
    return found


def _end_of_block(source: Source, line: int) -> int:
    """Returns the last line of the block that follows a comment on a line of its own."""
    last = len(source.line_starts)
    number = line + 1
    while number < last and not source.line(number).strip():
        number += 1
    records = not source.path.endswith(".md")
    while number < last and (following := source.line(number + 1)).strip():
        # In a file of records the block is one record, up to the next or its remark.
        if records and following.startswith(("- ", "#")):
            break
        number += 1
    return number
