"""The walk-through as readers get it: every account adds up, at every step, in both languages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from lxml import html

from scripts.content.localised import LANGUAGES, Language
from scripts.content.t_accounts import FILE, load_walk_through
from tests.markdown.rendered import ROOT, render

_AMOUNT = re.compile(r"(-?[\d,]+)(?: \(([+−][\d,]+)\))?")
_UNCHANGED = re.compile(r"(?:：|: |、|, )([^（(、,：:]+?)(?:（兩邊都是 | \()([\d,]+)")
Balances = dict[tuple[str, int, str], int]  # by account, side (0 assets, 1 liabilities) and line


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, str]:
    """The rendered view of the real accounts, by language."""
    root = tmp_path_factory.mktemp("root")
    (root / FILE).parent.mkdir(parents=True)
    shutil.copy(ROOT / FILE, root / FILE)
    return {
        language: render("```view\nt-accounts\n```", f"{language}/concepts/x.md", root=root)
        for language in LANGUAGES
    }


def faults(page: str) -> list[str]:
    """Adds up the tables of a page, step by step, and returns what is wrong."""
    found: list[str] = []
    state: Balances = {}
    names: set[str] = set()
    article: html.HtmlElement = html.fromstring(page)
    for section in article.find_class("kb-step"):
        step = section.find("h3").get("id")
        shown = set()
        for table in section.iter("table"):
            account = table.findtext("caption")
            shown.add(account)
            found += [f"{step}: {account}: {fault}" for fault in _add_up(table, account, state)]
        names = names or shown
        rest = dict(_UNCHANGED.findall(section.findall("p")[-1].text_content()))
        if shown | set(rest) != names:
            found.append(f"{step}: accounts {shown | set(rest)} instead of {names}")
        for account, total in rest.items():
            for side in (0, 1):
                held = sum(v for (a, s, _), v in state.items() if (a, s) == (account, side))
                if held != _number(total):
                    found.append(f"{step}: {account} holds {held}, the page says {total}")
    return found


def _add_up(table: html.HtmlElement, account: str, state: Balances) -> Iterator[str]:
    totals = []
    for side in (0, 1):
        amounts, changes = 0, 0
        for row in table.findall("tbody/tr"):
            name, cell = (cell.text_content() for cell in row[2 * side : 2 * side + 2])
            if not name:
                continue
            amount, change = _read(cell)
            if state.get((account, side, name), amount - change) + change != amount:
                yield f"{name}: {amount} does not follow from the step before"
            state[account, side, name] = amount
            amounts, changes = amounts + amount, changes + change
        total = _read(table.findall("tfoot/tr/td")[side].text_content())
        if total != (amounts, changes):
            yield f"lines add up to {amounts, changes}, the total is {total}"
        totals.append(total)
    if totals[0] != totals[1]:
        yield f"assets {totals[0]} and liabilities {totals[1]} differ"


def _read(cell: str) -> tuple[int, int]:
    match = _AMOUNT.fullmatch(cell)
    assert match, cell
    return _number(match[1]), _number(match[2] or "0")


def _number(text: str) -> int:
    return int(text.replace(",", "").replace("−", "-"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_account_adds_up_at_every_step(
    pages: dict[Language, str], language: Language
) -> None:
    assert faults(pages[language]) == []


def test_the_walk_covers_what_it_has_to(pages: dict[Language, str]) -> None:
    steps = {
        language: [h.get("id") for h in html.fromstring(page).iter("h3")]
        for language, page in pages.items()
    }
    assert steps["zh-TW"] == steps["en"]
    for needed in ("from-bank", "from-nonbank", "run-off", "treasury-account", "reverse-repo"):
        assert needed in steps["en"]
    walk, _ = load_walk_through(ROOT)
    assert walk is not None
    assert len(steps["en"]) == len(walk.steps)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">200<", ">210<"),  # a balance
        ("(+100)", "(+90)"),  # a change
        ("(400 on each side)", "(410 on each side)"),  # an account left alone
        ("<caption>Firms</caption>", "<caption>Farms</caption>"),  # an account lost
    ],
)
def test_a_planted_slip_is_found(pages: dict[Language, str], old: str, new: str) -> None:
    assert old in pages["en"]
    assert faults(pages["en"].replace(old, new, 1)) != []
