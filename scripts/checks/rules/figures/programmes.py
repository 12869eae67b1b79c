"""Programmes that say otherwise than the figures of record they name."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.finding import Finding
from scripts.checks.rule import Example, RecordRule
from scripts.checks.rules.figures.references import nearest
from scripts.content.figure_links import figure_links
from scripts.content.localised import LANGUAGES
from scripts.content.quantities import agrees, write_quantity
from scripts.content.records import Programme

_PROGRAMME = (
    "- id: zz-x\n  bank: fed\n  kind: qe\n  name: {{zh-TW: 甲, en: A}}\n"
    "  announced: 2010-11-03\n  amount: {{value: 600, unit: USD billion}}\n"
    "  assets: {{zh-TW: 乙, en: B}}\n  sources: [{{source}}]\n{0}"
)
_TEXT = '  pace: {{zh-TW: "[{0}](figure:{1})", en: "[US$8.97 trillion](figure:{1})"}}\n'
_AT = "docs/data/programmes.yml:-9"
_FIELDS = ("announced", "start", "end", "amount")
_TEXTS = ("size", "pace", "assets", "outcome", "exit")


def _example(lines: str, at: str = "") -> Example:
    return Example(data=(("programmes.yml", _PROGRAMME.format(lines)),), at=at)


class ProgrammeFigures(RecordRule):
    """A programme whose text, date or amount differs from the figure of record that it names."""

    id = "KB412"
    name = "programme differs from its figure"
    stops_build = True
    reason = "The tables of the country cases are drawn from programmes, the text from figures."
    bad = (
        _example(_TEXT.format("9.1 兆美元", "fed.assets.peak"), _AT),
        _example(_TEXT.format("8.97 兆美元", "fed.assets.peek"), _AT),
        _example("  figures: {announced: fed.assets.peak}\n", _AT),
        _example("  figures: {end: fed.qt2.end.date}\n", _AT),
    )
    good = (
        _example(_TEXT.format("8.97 兆美元", "fed.assets.peak")),
        _example("  figures: {amount: fed.qe2.completed}\n"),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Compares every figure that a programme names with what the programme says."""
        for name, programme in context.kb.programmes.items():
            path, line, column = context.kb.positions["programmes", name]
            for fault in (*_fields(programme, context), *_texts(programme, context)):
                yield self.on_line(path, line, column, f"programme `{name}`: {fault}")


def _fields(programme: Programme, context: Context) -> Iterator[str]:
    for field in _FIELDS:
        figure = getattr(programme.figures, field)
        if figure is None:
            continue
        reading = context.kb.readings.get(figure)
        if reading is None:
            yield f"`{field}`: {_unknown(figure, context)}"
            continue
        own: object = getattr(programme, field)
        unit = "date"
        if programme.amount and field == "amount":
            own, unit = programme.amount.value, programme.amount.unit
        if reading.value != own or context.kb.figures[figure].unit != unit:
            said = own.isoformat() if isinstance(own, datetime.date) else own
            yield f"`{field}` is {said}, but the figure `{figure}` is {reading.value}"


def _texts(programme: Programme, context: Context) -> Iterator[str]:
    for field in _TEXTS:
        text = getattr(programme, field)
        for language in LANGUAGES if text else ():
            for link in figure_links(text.in_language(language)):
                reading = context.kb.readings.get(link.figure)
                if reading is None:
                    yield f"`{field}`: {_unknown(link.figure, context)}"
                    continue
                unit = context.kb.figures[link.figure].unit
                if not agrees(link.words, reading.value, unit, language):
                    write = write_quantity(reading.value, unit, language)
                    yield f"`{field}` says {link.words}; the figure `{link.figure}` says {write}"


def _unknown(figure: str, context: Context) -> str:
    near = nearest(figure, context.kb.figures)
    hint = f"; did you mean `{near}`?" if near else ""
    return f"no figure `{figure}` in docs/data/figures.yml{hint}"


RULES = (ProgrammeFigures(),)
