"""Accounts that do not add up never reach a page: each fault is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.content.t_accounts import FILE, load_walk_through

SOUND = """\
accounts:
  - id: central-bank
    name: {zh-TW: 央行, en: Central bank}
    assets:
      - {id: bonds, name: {zh-TW: 公債, en: Bonds}, opening: 100}
    liabilities:
      - {id: reserves, name: {zh-TW: 準備金, en: Reserves}, opening: 100}
  - id: bank
    name: {zh-TW: 銀行, en: Bank}
    assets:
      - {id: reserves, name: {zh-TW: 準備金, en: Reserves}, opening: 100}
      - {id: bonds, name: {zh-TW: 公債, en: Bonds}, opening: 50}
    liabilities:
      - {id: net-worth, name: {zh-TW: 淨值, en: Net worth}, opening: 150}
steps:
  - id: purchase
    title: {zh-TW: 買債, en: A purchase}
    explanation: {zh-TW: 央行買債。, en: The bank sells.}
    changes:
      - {account: central-bank, assets: {bonds: 50}, liabilities: {reserves: 50}}
      - {account: bank, assets: {bonds: -50, reserves: 50}}
"""


def write(root: Path, text: str) -> Path:
    file = root / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return root


def test_sound_accounts_load_with_the_balances_that_each_step_leaves(tmp_path: Path) -> None:
    walk, problems = load_walk_through(write(tmp_path, SOUND))
    assert problems == []
    assert walk is not None
    (after,) = walk.balances()
    assert after["central-bank", "liabilities", "reserves"] == 150
    assert after["bank", "assets", "bonds"] == 0


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("opening: 150", "opening: 140", 8, "assets of 150 and liabilities of 140"),
        ("bonds: -50, reserves: 50", "bonds: -50, reserves: 40", 21, "change by -10 and liab"),
        ("assets: {bonds: -50", "assets: {bond: -50", 21, "has no `bond` among its assets"),
        ("account: bank", "account: banks", 21, "no such account"),
        (
            "{account: bank, assets: {bonds: -50, reserves: 50}}",
            "{account: bank, liabilities: {net-worth: 0}}",
            16,
            "`reserves` adds up to 100 among assets and to 150 among liabilities",
        ),
        ("bonds: -50, reserves: 50", "bonds: -70, reserves: 70", 16, "leaves bank -20 of `bonds`"),
        ("changes:", "change:", 16, "`steps.0.changes` is missing"),
    ],
)
def test_a_fault_is_told_with_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, says: str
) -> None:
    assert SOUND.count(old) == 1
    walk, problems = load_walk_through(write(tmp_path, SOUND.replace(old, new)))
    assert walk is None
    assert {problem.path for problem in problems} == {"docs/data/t_accounts.yml"}
    assert (line, True) in [(problem.line, says in problem.message) for problem in problems]
