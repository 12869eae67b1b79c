"""Observations of the assets: kept series, and levels in a folder outside the repository."""

from __future__ import annotations

from pathlib import Path

from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.problems import ContentError, Problem
from scripts.content.returns.measures import Rows
from scripts.content.series import load_observations


def load_rows(kb: KnowledgeBase, folder: Path | None) -> dict[str, Rows]:
    """Reads the observations of every asset that can be read.

    Args:
        kb: the records.
        folder: holds one CSV a file name of `closes` in docs/data/assets.yml: a head line, then
            `date,value` rows with ISO dates in order, such as `2010-03-31,1169.43`. The last row
            of a month is its close. None leaves these assets out.

    Returns:
        Observations by the id of the asset.

    Raises:
        ContentError: the folder or one of its files is missing or malformed.
    """
    if folder is not None and not folder.is_dir():
        raise ContentError(
            [Problem(str(folder), 1, 1, "is no folder", "give the folder of closes")]
        )
    found: dict[str, Rows] = {}
    problems: list[Problem] = []
    for asset in kb.assets.values():
        if asset.series is not None and asset.series not in kb.observations:
            place = kb.positions["assets", asset.id]
            problems.append(Problem(*place, f"asset `{asset.id}`: no series `{asset.series}`"))
        elif asset.series is not None:
            found[asset.id] = kb.observations[asset.series]
        elif folder is not None:
            try:
                found[asset.id] = load_observations(folder / f"{asset.closes}.csv", folder)
            except ContentError as error:
                problems += error.problems
    if problems:
        raise ContentError(problems)
    return found


def dated_by_month(kb: KnowledgeBase, asset_id: str) -> bool:
    """Tells whether an asset's rows are values of whole months, dated by their first day."""
    asset = kb.assets[asset_id]
    if asset.series is not None:
        return kb.series[asset.series].frequency == "monthly"
    return asset.month_values
