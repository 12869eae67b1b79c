"""View `returns-scorecard`: how often each saying about QE and QT held, and from which day."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.content.phases import STANCES, Asset, Phase, Stance
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.returns import changed, signed
from scripts.markdown.views.table import table
from scripts.markdown.views.view import Options


def render(rendering: Rendering, options: Options) -> str:
    """Writes a row for what each asset is said to do in QE, then in QT.

    The count stands twice: by the days that the phases count from, and with each phase replaced by
    its variant, where it has one, to show how much the choice of that day matters.
    """
    headers = (
        ("說法", "成立次數", "換個起算日", "沒成立的階段")
        if rendering.language == "zh-TW"
        else ("Saying", "Held", "From the other date", "Phases that broke it")
    )
    rows = [
        _row(rendering, asset, stance)
        for stance in STANCES
        for asset in rendering.kb.assets.values()
        if stance in asset.said
    ]
    return table(headers, rows)


def _row(rendering: Rendering, asset: Asset, stance: Stance) -> tuple[str, ...]:
    name = plain_in_markdown(asset.name.in_language(rendering.language))
    up, kind = asset.said[stance] == "up", stance.upper()
    saying = rendering.say(
        f"{kind} 期間{name}{'上升' if up else '下降'}",
        f"{name} {'up' if up else 'down'} during {kind}",
    )
    all_phases = rendering.kb.phases.values()
    phases = [phase for phase in all_phases if phase.kind == stance]
    variants = {phase.of: phase for phase in all_phases if phase.of is not None}
    broke = [
        f"{plain_in_markdown(phase.name.in_language(rendering.language))} "
        + signed(rendering, asset, phase)
        for phase in phases
        if _holds(rendering, asset, phase, up=up) is False
    ]
    return (
        f"{saying}[^{asset.source}]",
        _count(rendering, asset, phases, up=up),
        _count(rendering, asset, [variants.get(phase.id, phase) for phase in phases], up=up),
        rendering.say("、", ", ").join(broke) or "–",
    )


def _holds(rendering: Rendering, asset: Asset, phase: Phase, *, up: bool) -> bool | None:
    value = changed(rendering, asset, phase)
    return None if value is None else value > 0 if up else value < 0


def _count(rendering: Rendering, asset: Asset, phases: Sequence[Phase], *, up: bool) -> str:
    known = [held for p in phases if (held := _holds(rendering, asset, p, up=up)) is not None]
    return rendering.say(f"{len(known)} 次中 {sum(known)} 次", f"{sum(known)} of {len(known)}")
