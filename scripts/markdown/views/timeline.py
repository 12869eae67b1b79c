"""View `timeline`: every dated decision with its programme, newest first, by year."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from scripts.content.quantities import write_date
from scripts.content.records import Decision, Programme
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.programme_text import notes
from scripts.markdown.views.view import Options

Dated = tuple[Programme, Decision]


def render(rendering: Rendering, options: Options) -> str:
    """Writes a heading a year and an item a decision, below links to the banks.

    Each link leads to the latest decision of its bank; `timeline.js` lets it filter the list.

    Args:
        rendering: the page.
        options: `bank` keeps the decisions of one bank, without links.
    """
    decisions: list[Dated] = [
        (programme, decision)
        for programme in rendering.kb.programmes.values()
        if options.get("bank", programme.bank) == programme.bank
        for decision in programme.decisions
    ]
    decisions.sort(key=lambda dated: (dated[1].date, dated[0].id), reverse=True)
    latest = {programme.bank: (programme, decision) for programme, decision in decisions[::-1]}
    parts: list[str] = [] if "bank" in options else [_banks(rendering, decisions)]
    for year, group in groupby(decisions, lambda dated: dated[1].date.year):
        parts.append(f"## {year} {{#year-{year}}}")
        items = [_item(rendering, dated, is_latest=dated in latest.values()) for dated in group]
        parts.append("\n".join(items))
    return '<div class="kb-timeline" markdown="1">\n\n' + "\n\n".join(parts) + "\n\n</div>"


def _banks(rendering: Rendering, decisions: list[Dated]) -> str:
    """Writes the links, in the order of banks.yml, with the number of decisions of each."""
    counts = Counter(programme.bank for programme, _ in decisions)
    every = rendering.say("全部", "All")
    lines = [f"- [{every} {len(decisions)}](#decisions){{ data-bank=all }}"]
    for bank in rendering.kb.banks:
        if counts[bank]:
            words = f"{_bank(rendering, bank)} {counts[bank]}"
            lines.append(f"- [{words}](#bank-{bank}){{ data-bank={bank} }}")
    return (
        '<div class="kb-filter" id="decisions" markdown="1">\n\n' + "\n".join(lines) + "\n\n</div>"
    )


def _bank(rendering: Rendering, identifier: str) -> str:
    bank = rendering.kb.banks.get(identifier)
    return plain_in_markdown(bank.short.in_language(rendering.language) if bank else identifier)


def _item(rendering: Rendering, dated: Dated, *, is_latest: bool) -> str:
    programme, decision = dated
    language = rendering.language
    bank = _bank(rendering, programme.bank)
    name = plain_in_markdown(programme.name.in_language(language))
    date = write_date(decision.date, language)
    what = plain_in_markdown(decision.what.in_language(language)) + notes(decision.sources)
    line = rendering.say(f"**{date}** {bank}，{name}：{what}", f"**{date}** {bank}, {name}: {what}")
    anchor = f"#bank-{programme.bank} " if is_latest else ""
    return f"- {line}\n{{: {anchor}data-bank={programme.bank} }}"
