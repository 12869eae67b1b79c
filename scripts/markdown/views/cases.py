"""View `cases`: what each central bank did, one row a bank.

An overview to read at a glance: years alone, and no notes. The view `programmes` has the months,
the sums and the sources.
"""

from __future__ import annotations

from scripts.content.dates import write_month
from scripts.content.quantities import write_quantity
from scripts.content.records import Bank, Programme
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.programme_text import begin, years
from scripts.markdown.views.table import table
from scripts.markdown.views.view import Options

EASING = ("qe", "yield-curve-control")
SINCE = "2001"  # the year of the first QE; what came before is a case of its own


def render(rendering: Rendering, options: Options) -> str:
    """Writes a table of the banks that bought or ran off assets: programmes, peak, run-off."""
    headers = (
        ("央行", "量化寬鬆計畫", "量化緊縮", "總資產高點")
        if rendering.language == "zh-TW"
        else ("Central bank", "Easing programmes", "Tightening", "Peak of total assets")
    )
    rows = []
    for bank in rendering.kb.banks.values():
        own = [p for p in rendering.kb.programmes.values() if p.bank == bank.id]
        easing = [p for p in own if p.kind in EASING and begin(p) >= SINCE]
        tightening = [p for p in own if p.kind == "qt"]
        if easing or tightening:
            rows.append(
                (
                    plain_in_markdown(bank.name.in_language(rendering.language)),
                    _list(rendering, easing),
                    _list(rendering, tightening),
                    _peak(rendering, bank),
                )
            )
    return table(headers, rows)


def _list(rendering: Rendering, programmes: list[Programme]) -> str:
    if not programmes:
        return "–"
    parts = []
    for programme in sorted(programmes, key=begin):
        name = plain_in_markdown(programme.name.in_language(rendering.language))
        when = years(programme, rendering.language)
        space = "" if name.endswith("）") else " "
        parts.append(name if when in name else f"{name}{space}{when}")
    return "<br>".join(parts)


def _peak(rendering: Rendering, bank: Bank) -> str:
    rows = rendering.kb.observations.get(bank.assets_series or "", ())
    if not rows or bank.assets_series is None:
        return "–"
    date, value = max(rows, key=lambda row: row[1])
    unit = rendering.kb.series[bank.assets_series].unit
    text = plain_in_markdown(write_quantity(value, unit, rendering.language))
    when = write_month(date, rendering.language)
    return rendering.say(f"{text}（{when}）", f"{text} ({when})")
