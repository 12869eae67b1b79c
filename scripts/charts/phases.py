"""What is shaded behind the lines: the time of programmes, and the pauses between them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from scripts.content.charts import Chart
from scripts.content.knowledge_base import KnowledgeBase
from scripts.content.localised import Text

Tone = Literal["ease", "tight", "other", "pause"]
_EASING = frozenset(("qe", "yield-curve-control", "credit-easing", "maturity-extension"))
_PAUSE = Text(zh_TW="暫停", en="pause")
_LONG = datetime.timedelta(days=2 * 365)  # a shorter gap is no phase of its own


@dataclass(frozen=True)
class Span:
    """A stretch of time with a name.

    Attributes:
        begin, end: first and last day, within the period of the chart.
        label: what stands above it.
        tone: whether it eased or tightened; a pause is named and not shaded.
    """

    begin: datetime.date
    end: datetime.date
    label: Text
    tone: Tone


def read_spans(
    chart: Chart, kb: KnowledgeBase, first: datetime.date, last: datetime.date
) -> list[Span]:
    """Returns the phases of a chart in order of their begin.

    Args:
        chart: the record, whose programmes exist and have a start.
        kb: the knowledge base.
        first: begin of the period drawn.
        last: its end; a programme without an end lasts as long.

    Returns:
        The stretches within the period, cut at its borders.
    """
    spans: list[Span] = []
    for phase in chart.phases:
        programme = kb.programmes[phase.programme]
        begin = programme.start or programme.announced
        if begin is None:
            continue
        end = min(programme.end or last, last)
        if begin < last and end > first:
            tone: Tone = (
                "ease" if programme.kind in _EASING
                else "tight" if programme.kind == "qt" else "other"
            )  # fmt: skip
            spans.append(Span(max(begin, first), end, phase.label, tone))
    spans.sort(key=lambda span: (span.begin, span.end))
    return sorted(spans + (_pauses(spans) if chart.pauses else []), key=lambda span: span.begin)


def _pauses(spans: list[Span]) -> list[Span]:
    found = []
    reached = spans[0].end if spans else datetime.date.max
    for span in spans:
        if span.begin - reached >= _LONG:
            found.append(Span(reached, span.begin, _PAUSE, "pause"))
        reached = max(reached, span.end)
    return found
