"""`returns`: computes what each asset did over each phase, and writes or checks the figures."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from scripts.content.figures import Figure
from scripts.content.knowledge_base import KnowledgeBase, load_records
from scripts.content.problems import ContentError, Problem, read_text
from scripts.content.returns.closes import load_rows
from scripts.content.returns.expected import Expected, Field, expected_figures, strays
from scripts.content.returns.record_text import with_fields, with_record

_NEW_RECORDS = "docs/data/figures.yml"


def register(commands: Any) -> None:
    """Adds `returns` to the parser's sub-commands."""
    returns = commands.add_parser(
        "returns", help="compute returns over the phases of QE and QT, and write the figures"
    )
    returns.add_argument(
        "--closes", type=Path, metavar="FOLDER",
        help="folder of CSV files (date,value) named in docs/data/assets.yml; without it only "
        "dates and labels of these figures are checked",
    )  # fmt: skip
    returns.add_argument("--check", action="store_true", help="write nothing; say what differs")
    returns.set_defaults(run=_run)


def _run(root: Path, options: argparse.Namespace) -> int:
    kb, problems = load_records(root)
    if problems:
        raise ContentError(problems)
    if options.check:
        problems = differences(kb, options.closes)
        if problems:
            raise ContentError(problems)
        print("Every figure over a phase agrees" + _of_what(options.closes))
        return 0
    for line in write_figures(kb, options.closes):
        print(line)
    return 0


def _of_what(folder: Path | None) -> str:
    if folder is not None:
        return " with the closes and the series."
    return " in labels and dates; give --closes FOLDER to compare the values too."


def differences(kb: KnowledgeBase, folder: Path | None) -> list[Problem]:
    """Says which figures differ from what is computed, which are missing and which are unknown.

    Args:
        kb: the records.
        folder: see `load_rows`.

    Raises:
        ContentError: the closes cannot be read.
    """
    problems: list[Problem] = []
    for expected in _computed(kb, folder):
        figure = kb.figures.get(expected.id)
        if figure is None:
            problems.append(
                Problem(_NEW_RECORDS, 1, 1, f"there is no figure `{expected.id}`",
                        "run `python -m scripts returns --closes FOLDER`")
            )  # fmt: skip
            continue
        for key, wanted in _wrong(figure, expected).items():
            found = _field(figure, key)
            problems.append(
                Problem(*kb.positions["figures", figure.id],
                        f"`{figure.id}`: {key} is {found}, computed is {wanted}",
                        "run `python -m scripts returns --closes FOLDER`")
            )  # fmt: skip
    problems += [
        Problem(*kb.positions["figures", figure.id],
                f"`{figure.id}` is computed by nothing: docs/data/phases.yml has no such phase",
                "add the phase, or rename the figure")
        for figure in strays(kb)
    ]  # fmt: skip
    return problems


def write_figures(kb: KnowledgeBase, folder: Path | None) -> list[str]:
    """Writes what is computed into the figures; comments, order and other fields stay.

    Args:
        kb: the records.
        folder: see `load_rows`.

    Returns:
        One line a figure that was changed or added.

    Raises:
        ContentError: the closes cannot be read.
    """
    told: list[str] = []
    for expected in _computed(kb, folder):
        figure = kb.figures.get(expected.id)
        if figure is None and folder is None:
            continue
        wrong = {} if figure is None else _wrong(figure, expected)
        if figure is not None and not wrong:
            continue
        shown = _NEW_RECORDS if figure is None else kb.positions["figures", figure.id][0]
        file = kb.root / shown
        text = read_text(file, shown)
        if figure is None:
            text = with_record(text, expected)
            told.append(f"added: {expected.id}")
        else:
            text = with_fields(text, figure.id, wrong)
            told.append(f"changed: {figure.id} ({', '.join(wrong)})")
        file.write_text(text, encoding="utf-8")
    return told


def _computed(kb: KnowledgeBase, folder: Path | None) -> list[Expected]:
    """Returns what can be computed.

    Raises:
        ContentError: an existing figure rests on a month for which there is no close.
    """
    computed: list[Expected] = []
    problems: list[Problem] = []
    for expected in expected_figures(kb, load_rows(kb, folder)):
        if not expected.missing:
            computed.append(expected)
        elif expected.id in kb.figures:
            asset = expected.asset
            problems.append(
                Problem(*kb.positions["figures", expected.id],
                        f"`{expected.id}`: {asset.series or asset.closes}.csv: {expected.missing}",
                        "add the observation, or correct the phase in docs/data/phases.yml")
            )  # fmt: skip
    if problems:
        raise ContentError(problems)
    return computed


def _wrong(figure: Figure, expected: Expected) -> dict[str, Field]:
    return {key: value for key, value in expected.fields.items() if _field(figure, key) != value}


def _field(figure: Figure, key: str) -> object:
    attribute = {"zh-TW": "zh_TW", "from": "since", "to": "until"}.get(key, key)
    return getattr(figure, attribute)
