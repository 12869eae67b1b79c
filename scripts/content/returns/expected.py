"""What the figure of an asset over a phase should say."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.content.dates import write_month
from scripts.content.figures import Figure
from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import Language
from scripts.content.phases import Asset, Phase
from scripts.content.returns.closes import dated_by_month
from scripts.content.returns.measures import (
    Rows,
    change,
    one_decimal,
    share_of_rises,
    yearly_return,
)
from scripts.content.returns.months import MonthMissing, month_value

Field = str | float | datetime.date
KINDS_IN_A_ROW = ("qe", "qt", "hold", "gap")
_YEARLY = {"qe": ("qe",), "qt": ("qt",), "other": ("hold", "gap"), "all": KINDS_IN_A_ROW}
_WINDOWS = re.compile(r"windows(\d+)")


@dataclass(frozen=True)
class Expected:
    """A figure as it should be.

    Attributes:
        id: of the figure.
        asset: what it measures.
        fields: by the key of the record; keys that are not here are the author's.
        missing: why there is no value, or empty.
    """

    id: str
    asset: Asset
    fields: dict[str, Field]
    missing: str = ""


def expected_figures(kb: KnowledgeBase, rows: dict[str, Rows]) -> Iterator[Expected]:
    """Yields what the figure of each asset over each phase should say.

    Args:
        kb: the records.
        rows: observations by asset; an asset without any is expected to have the right labels
            and dates, and its value is taken on trust.

    Yields:
        The figures that exist; and for each phase of QE and QT, with its variants, those of the
        assets that are kept outside the repository, which cannot be drawn without a figure.
    """
    for asset in kb.assets.values():
        for phase in kb.phases.values():
            optional = phase.kind not in ("qe", "qt", "variant") or asset.series is not None
            if optional and asset.figure(phase) not in kb.figures:
                continue
            yield _over_phase(kb, asset, phase, rows.get(asset.id))
        for figure in kb.figures.values():
            of_asset = figure.id.removeprefix(f"{asset.figures}.")
            if of_asset != figure.id and asset.id in rows:
                yield from _over_many(kb, asset, figure, of_asset, rows[asset.id])


def strays(kb: KnowledgeBase) -> Iterator[Figure]:
    """Yields figures that carry the name of an asset kept outside, but are not computed here."""
    for asset in kb.assets.values():
        if asset.closes is None:
            continue
        known = {asset.figure(phase) for phase in kb.phases.values()}
        known |= {f"{asset.figures}.annual.{name}" for name in _YEARLY}
        for figure in kb.figures.values():
            rest = figure.id.removeprefix(f"{asset.figures}.")
            if rest != figure.id and figure.id not in known and not _WINDOWS.fullmatch(rest):
                yield figure


def _over_phase(kb: KnowledgeBase, asset: Asset, phase: Phase, rows: Rows | None) -> Expected:
    by_month = dated_by_month(kb, asset.id)
    fields: dict[str, Field] = {
        "zh-TW": _label(asset, phase, "zh-TW", by_month),
        "en": _label(asset, phase, "en", by_month),
    }
    missing = ""
    try:
        if asset.series is not None and rows:
            fields["from"] = month_value(rows, phase.from_month, month_values=by_month)[0]
            fields["to"] = month_value(rows, phase.to_month, month_values=by_month)[0]
        elif rows:
            value = change(rows, phase, asset.measure, month_values=by_month)
            fields |= {"value": one_decimal(value), "date": phase.to_month}
        else:
            fields["date"] = phase.to_month
    except MonthMissing as error:
        missing = str(error)
    return Expected(asset.figure(phase), asset, fields, missing)


def _over_many(
    kb: KnowledgeBase, asset: Asset, figure: Figure, name: str, rows: Rows
) -> Iterator[Expected]:
    """Yields the figures that span several phases: `annual.qe` and the like, `windows24`."""
    in_a_row = [phase for phase in kb.phases.values() if phase.kind in KINDS_IN_A_ROW]
    last = max(phase.to_month for phase in in_a_row)
    by_month = dated_by_month(kb, asset.id)
    group, _, kinds = name.partition(".")
    windows = _WINDOWS.fullmatch(name)
    try:
        if group == "annual" and kinds in _YEARLY:
            chosen = [phase for phase in in_a_row if phase.kind in _YEARLY[kinds]]
            value = yearly_return(rows, chosen, month_values=by_month)
        elif windows:
            value, _ = share_of_rises(rows, int(windows[1]), last)
        else:
            return
    except MonthMissing as error:
        yield Expected(figure.id, asset, {}, str(error))
        return
    yield Expected(figure.id, asset, {"value": one_decimal(value), "date": last})


def _label(asset: Asset, phase: Phase, language: Language, by_month: bool) -> str:
    first = write_month(phase.from_month, language)
    last = write_month(phase.to_month, language)
    span, what = phase.span.in_language(language), asset.label.in_language(language)
    if language == "zh-TW":
        at_end = "" if by_month else "底"
        return f"{span}{what}（{first}{at_end}到 {last}{at_end}）"
    at_end = "" if by_month else "end-"
    return f"{what} over {span} ({at_end}{first} to {at_end}{last})"
