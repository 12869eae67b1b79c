"""View `programmes`: purchase and run-off programmes; all, of one bank or kind, or just one."""

from __future__ import annotations

import datetime

from scripts.content.dates import write_month
from scripts.content.quantities import write_date
from scripts.content.records import Programme
from scripts.markdown.escaping import plain_in_markdown, worded_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.programme_text import KINDS, amount, amount_key, begin, notes, size
from scripts.markdown.views.table import sortable, sorted_by, table
from scripts.markdown.views.view import Options


def render(rendering: Rendering, options: Options) -> str:
    """Writes a table, one row a programme, by bank and date.

    Args:
        rendering: the page.
        options: `bank` and `kind` choose rows; `id` chooses one programme, whose dated decisions
            are then listed as well. Readers can sort a table of more than one bank.
    """
    chosen = [
        programme
        for programme in rendering.kb.programmes.values()
        if options.get("bank", programme.bank) == programme.bank
        and options.get("kind", programme.kind) == programme.kind
        and options.get("id", programme.id) == programme.id
    ]
    parts = [_overview(rendering, chosen, one_bank="bank" in options or "id" in options)]
    if "id" in options:
        parts += [_decisions(rendering, programme) for programme in chosen]
    return "\n\n".join(part for part in parts if part)


def _overview(rendering: Rendering, programmes: list[Programme], *, one_bank: bool) -> str:
    order = list(rendering.kb.banks)
    programmes = sorted(
        programmes, key=lambda p: (order.index(p.bank) if p.bank in order else -1, begin(p))
    )
    headers = ["央行", "計畫", "性質", "開始", "結束", "規模", "買賣什麼", "結果"]
    if rendering.language == "en":
        headers = ["Central bank", "Programme", "Kind", "Start", "End", "Size", "Assets", "Outcome"]
    rows = [_row(rendering, programme) for programme in programmes]
    if one_bank:
        return table(headers[1:], [row[1:] for row in rows])
    return sortable(table(headers, rows))


def _row(rendering: Rendering, programme: Programme) -> list[str]:
    language = rendering.language
    bank = rendering.kb.banks.get(programme.bank)
    name = plain_in_markdown(programme.name.in_language(language))
    kind = rendering.say(*KINDS[programme.kind])
    return [
        plain_in_markdown(bank.short.in_language(language)) if bank else programme.bank,
        name + notes(programme.sources),
        kind,
        _month(rendering, programme.start or programme.announced),
        _month(rendering, programme.end),
        sorted_by(size(programme, language) or "–", amount_key(programme.amount)),
        worded_in_markdown(programme.assets.in_language(language)),
        worded_in_markdown(programme.outcome.in_language(language)) if programme.outcome else "–",
    ]


def _month(rendering: Rendering, date: datetime.date | None) -> str:
    return sorted_by(
        write_month(date, rendering.language) if date else "–", date.isoformat() if date else ""
    )


def _decisions(rendering: Rendering, programme: Programme) -> str:
    headers = rendering.say("日期,決定,金額", "Date,Decision,Amount").split(",")
    rows = [
        (
            write_date(decision.date, rendering.language),
            plain_in_markdown(decision.what.in_language(rendering.language))
            + notes(decision.sources),
            amount(decision.amount, rendering.language) or "–",
        )
        for decision in sorted(programme.decisions, key=lambda decision: decision.date)
    ]
    return table(headers, rows, numbers=(2,))
