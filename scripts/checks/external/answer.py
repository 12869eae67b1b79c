"""What a server answered, kept on disk so that a weekly run asks only what is due."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

Outcome = Literal[
    "ok", "gone", "moved", "refused", "broken", "unreachable", "tls", "loop", "soft-404"
]
GOOD_FOR = 6 * 24 * 3600  # seconds for which a good answer is believed
BAD_FOR = 12 * 3600


@dataclass(frozen=True)
class Answer:
    """The outcome of asking one address.

    Attributes:
        outcome: what it means; `refused` is a server that does not talk to robots.
        status: last HTTP status, or None where there was none.
        detail: one clause for the reader.
        moved_to: the new address of a permanent redirect.
        asked: time of asking, in seconds since 1970.
    """

    outcome: Outcome
    status: int | None = None
    detail: str = ""
    moved_to: str = ""
    asked: float = 0.0


class AnswerCache:
    """Answers by address, in one JSON file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._answers: dict[str, Answer] = {}
        try:
            stored = json.loads(file.read_text(encoding="utf-8"))
            self._answers = {address: Answer(**entry) for address, entry in stored.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            # No cache, or one of another version: everything is asked anew.
            self._answers = {}

    def get(self, address: str, now: float | None = None) -> Answer | None:
        """Returns an answer that is still fresh."""
        answer = self._answers.get(address)
        if answer is None:
            return None
        age = (time.time() if now is None else now) - answer.asked
        limit = GOOD_FOR if answer.outcome in ("ok", "moved") else BAD_FOR
        return answer if 0 <= age < limit else None

    def put(self, address: str, answer: Answer) -> None:
        """Remembers an answer."""
        self._answers[address] = answer

    def save(self) -> None:
        """Writes the file."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        rows = {address: asdict(answer) for address, answer in sorted(self._answers.items())}
        self._file.write_text(json.dumps(rows, indent=1), encoding="utf-8")
