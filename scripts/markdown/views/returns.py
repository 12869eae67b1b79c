"""View `returns`: what assets did over each phase of QE and QT, and how often each rose."""

from __future__ import annotations

import datetime

from scripts.content.phases import STANCES, Asset, Phase, Stance
from scripts.content.returns.closes import dated_by_month
from scripts.content.returns.measures import change
from scripts.content.returns.months import MonthMissing, month_value
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.table import table
from scripts.markdown.views.view import Options

ROWS = {"qe-qt": STANCES, "all": ("qe", "qt", "hold", "gap")}


def render(rendering: Rendering, options: Options) -> str:
    """Writes one row a phase, and below them how many phases of QE and of QT ended higher.

    Args:
        rendering: the page.
        options: `assets` names the columns; `rows: all` adds the phases between QE and QT.
    """
    kb = rendering.kb
    assets = [kb.assets[name] for name in options["assets"].split(", ")]
    kinds = ROWS[options.get("rows", "qe-qt")]
    phases = [phase for phase in kb.phases.values() if phase.kind in kinds]
    heads = [
        plain_in_markdown(asset.short.in_language(rendering.language)) + f"[^{asset.source}]"
        for asset in assets
    ]
    rows = [
        (
            plain_in_markdown(phase.name.in_language(rendering.language)),
            _period(rendering, phase),
            *(_cell(rendering, asset, phase) for asset in assets),
        )
        for phase in phases
    ]
    rows += [_count(rendering, assets, kind) for kind in STANCES]
    first = rendering.say("階段,期間（月數）", "Phase,Period (months)").split(",")
    return table([*first, *heads], rows, numbers=range(2, 2 + len(assets)))


def changed(rendering: Rendering, asset: Asset, phase: Phase) -> float | None:
    """Returns the change of an asset over a phase in its measure; None where it is unknown."""
    kb = rendering.kb
    if asset.series is None:
        reading = kb.readings.get(asset.figure(phase))
        return float(reading.value) if reading and isinstance(reading.value, int | float) else None
    rows, by_month = kb.observations[asset.series], dated_by_month(kb, asset.id)
    try:
        return change(rows, phase, asset.measure, month_values=by_month)
    except MonthMissing:
        return None


def signed(rendering: Rendering, asset: Asset, phase: Phase) -> str:
    """Writes the change with its sign, linked to its figure where there is one."""
    value = changed(rendering, asset, phase)
    if value is None:
        return "–"
    text = f"{value:+.1f}%"
    if asset.measure == "bp":
        text = rendering.say(f"{value:+.0f} 個基點", f"{value:+.0f} bp")
    text = text.replace("-", "−")
    figure = asset.figure(phase)
    linked = figure in rendering.kb.figures and asset.measure == "percent"
    return f"[{text}](figure:{figure})" if linked else text


def _period(rendering: Rendering, phase: Phase) -> str:
    """Writes the months of a phase and their number, such as `2008/11–2010/3（17）`."""
    first = phase.from_month + datetime.timedelta(days=1)
    last = phase.to_month
    chinese = f"{first.year}/{first.month}–{last.year}/{last.month}（{phase.months}）"
    return rendering.say(chinese, f"{first:%b %Y} – {last:%b %Y} ({phase.months})")


def _cell(rendering: Rendering, asset: Asset, phase: Phase) -> str:
    """Writes a change; for a yield from where to where, which its change does not tell."""
    if asset.measure == "percent" or asset.series is None:
        return signed(rendering, asset, phase)
    rows = rendering.kb.observations[asset.series]
    by_month = dated_by_month(rendering.kb, asset.id)
    try:
        first, last = (
            month_value(rows, day, month_values=by_month)[1]
            for day in (phase.from_month, phase.to_month)
        )
    except MonthMissing:
        return "–"
    return f"{first:.2f}% → {last:.2f}%"


def _count(rendering: Rendering, assets: list[Asset], kind: Stance) -> tuple[str, ...]:
    cells = []
    for asset in assets:
        values = [
            changed(rendering, asset, phase)
            for phase in rendering.kb.phases.values()
            if phase.kind == kind
        ]
        known = [value for value in values if value is not None]
        rose = sum(value > 0 for value in known)
        cells.append(rendering.say(f"{len(known)} 次中 {rose} 次", f"{rose} of {len(known)}"))
    name = kind.upper()
    return (rendering.say(f"{name} 期間上升", f"Rose during {name}"), "", *cells)
