"""View `timeline`: every dated decision, newest first, by year."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from scripts.content.quantities import write_date
from scripts.content.records import Decision, Programme
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.programme_text import notes
from scripts.markdown.views.view import Options

Dated = tuple[Programme, Decision]


def render(rendering: Rendering, options: Options) -> str:
    """Writes a heading a year and an item a decision; each item carries its bank for a filter.

    Args:
        rendering: the page.
        options: `bank` keeps the decisions of one bank.
    """
    decisions: list[Dated] = [
        (programme, decision)
        for programme in rendering.kb.programmes.values()
        if options.get("bank", programme.bank) == programme.bank
        for decision in programme.decisions
    ]
    decisions.sort(key=lambda dated: (dated[1].date, dated[0].id), reverse=True)
    parts: list[str] = []
    for year, group in groupby(decisions, lambda dated: dated[1].date.year):
        parts.append(f"## {year} {{#year-{year}}}")
        parts.append(_year(rendering, group))
    return '<div class="kb-timeline" markdown="1">\n\n' + "\n\n".join(parts) + "\n\n</div>"


def _year(rendering: Rendering, group: Iterable[Dated]) -> str:
    return "\n".join(_item(rendering, programme, decision) for programme, decision in group)


def _item(rendering: Rendering, programme: Programme, decision: Decision) -> str:
    language = rendering.language
    bank = rendering.kb.banks.get(programme.bank)
    name = plain_in_markdown(bank.short.in_language(language) if bank else programme.bank)
    date = write_date(decision.date, language)
    what = plain_in_markdown(decision.what.in_language(language)) + notes(decision.sources)
    line = rendering.say(f"**{date}** {name}：{what}", f"**{date}** {name}: {what}")
    return f"- {line}\n{{: data-bank={programme.bank} }}"
