"""The T-account walk-through: who holds what at the start, and what each step changes.

Three things must hold at every step, and are checked while the file is loaded: the two sides of
each account are equal; nobody holds less than nothing; and what is one account's claim is
another's debt (items of the same id add up to the same on both sides of all accounts).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from scripts.content.localised import Record, Text
from scripts.content.problems import ContentError, Problem, read_text
from scripts.content.records import Id
from scripts.content.validation import validate
from scripts.content.yaml_source import parse_yaml

FILE = Path("docs") / "data" / "t_accounts.yml"
Side = Literal["assets", "liabilities"]
SIDES: tuple[Side, Side] = ("assets", "liabilities")
Balances = dict[tuple[str, Side, str], int]  # by account, side and item


class Item(Record):
    """One line of an account, with what stands there before the first step."""

    id: Id
    name: Text
    opening: int = Field(ge=0)


class Account(Record):
    """The account of one sector; `liabilities` include its net worth."""

    id: Id
    name: Text
    assets: tuple[Item, ...] = Field(min_length=1)
    liabilities: tuple[Item, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _opens_balanced(self) -> Account:
        assets = sum(item.opening for item in self.assets)
        liabilities = sum(item.opening for item in self.liabilities)
        if assets != liabilities:
            raise ValueError(
                f"opens with assets of {assets} and liabilities of {liabilities}; "
                "the two sides must be equal"
            )
        return self

    def side(self, side: Side) -> tuple[Item, ...]:
        """Returns the items of one side."""
        return self.assets if side == "assets" else self.liabilities


class Change(Record):
    """What one step does to one account: amounts added by the id of the item."""

    account: Id
    assets: dict[str, int] = Field(default_factory=dict)
    liabilities: dict[str, int] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _is_balanced(self) -> Change:
        assets, liabilities = sum(self.assets.values()), sum(self.liabilities.values())
        if assets != liabilities:
            raise ValueError(
                f"assets change by {assets:+} and liabilities by {liabilities:+}; "
                "both sides of an account must change by the same amount"
            )
        return self

    def side(self, side: Side) -> dict[str, int]:
        """Returns the amounts of one side."""
        return self.assets if side == "assets" else self.liabilities


class Step(Record):
    """One step; its id is the anchor of its heading. The first changes nothing."""

    id: Id
    title: Text
    explanation: Text
    changes: tuple[Change, ...]


class WalkThrough(Record):
    """All accounts, and the steps in order."""

    accounts: tuple[Account, ...] = Field(min_length=1)
    steps: tuple[Step, ...] = Field(min_length=1)

    def opening(self) -> Balances:
        """Returns what stands in the accounts before the first step."""
        return {
            (account.id, side, item.id): item.opening
            for account in self.accounts
            for side in SIDES
            for item in account.side(side)
        }

    def balances(self) -> list[Balances]:
        """Returns what stands in the accounts after each step."""
        state, states = self.opening(), []
        for step in self.steps:
            state = _after(state, step)
            states.append(state)
        return states


def load_walk_through(root: Path) -> tuple[WalkThrough | None, list[Problem]]:
    """Reads the walk-through.

    Args:
        root: repository root.

    Returns:
        The walk-through, or None where there is no file or it is at fault; and its faults.
    """
    file, shown = root / FILE, FILE.as_posix()
    if not file.exists():
        return None, []
    try:
        source = parse_yaml(read_text(file, shown), shown)
    except ContentError as error:
        return None, error.problems
    walk = validate(WalkThrough, source.data, source, (), shown, "T-accounts")
    if isinstance(walk, list):
        return None, walk
    problems = [
        Problem(shown, *source.position(path), f"T-accounts: {message}")
        for path, message in _faults(walk)
    ]
    return (None, problems) if problems else (walk, [])


def _after(state: Balances, step: Step) -> Balances:
    new = dict(state)
    for change in step.changes:
        for side in SIDES:
            for item, amount in change.side(side).items():
                new[change.account, side, item] += amount
    return new


def _faults(walk: WalkThrough) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yields where and how the accounts do not fit together; stops at the first bad step."""
    state = walk.opening()
    yield from ((("accounts",), fault) for fault in _unmatched_claims(state))
    for number, step in enumerate(walk.steps):
        unknown = list(_unknown_lines(state, step, number))
        yield from unknown
        if unknown:
            return
        state = _after(state, step)
        for (account, _, item), amount in state.items():
            if amount < 0:
                yield ("steps", number), f"step `{step.id}` leaves {account} {amount} of `{item}`"
        for fault in _unmatched_claims(state):
            yield ("steps", number), f"after step `{step.id}` {fault}"


def _unknown_lines(
    state: Balances, step: Step, number: int
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for place, change in enumerate(step.changes):
        path: tuple[str | int, ...] = ("steps", number, "changes", place)
        for side in SIDES:
            for item in change.side(side):
                if (change.account, side, item) not in state:
                    known = [i for a, s, i in state if (a, s) == (change.account, side)]
                    accepted = ", ".join(known) or "no such account"
                    yield (
                        (*path, side, item),
                        f"`{change.account}` has no `{item}` among its {side}; "
                        f"accepted: {accepted}",
                    )


def _unmatched_claims(state: Balances) -> Iterator[str]:
    """Yields what is claimed by some and owed by others, but not in equal amounts."""
    totals: dict[str, dict[Side, int]] = {}
    for (_, side, item), amount in state.items():
        sums = totals.setdefault(item, {})
        sums[side] = sums.get(side, 0) + amount
    for item, sums in totals.items():
        if len(sums) == 2 and sums["assets"] != sums["liabilities"]:
            yield (
                f"`{item}` adds up to {sums['assets']} among assets and to "
                f"{sums['liabilities']} among liabilities; one's claim is another's debt"
            )
