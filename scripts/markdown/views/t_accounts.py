"""View `t-accounts`: the walk-through of T-accounts, one heading and its tables a step.

Without scripts it is a sequence of sections. `t-accounts.js` shows one at a time and brings the
bar with the two buttons to life, which is here so that nothing moves when the script arrives.
"""

from __future__ import annotations

from html import escape
from itertools import zip_longest

from scripts.content.t_accounts import SIDES, Account, Balances, Side, Step, WalkThrough
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.views.view import Options

_Cells = tuple[str, str]  # name and amount of one line, as HTML cells


def render(rendering: Rendering, options: Options) -> str:
    """Writes every step: heading, explanation, the accounts that change, and the others."""
    walk = rendering.kb.walk_through
    if walk is None:
        return ""
    before = walk.opening()
    parts = ['<div class="kb-steps" markdown="1">', _bar(rendering, len(walk.steps))]
    for step, after in zip(walk.steps, walk.balances(), strict=True):
        parts.append(_section(rendering, walk, step, before, after))
        before = after
    return "\n\n".join((*parts, "</div>"))


def _bar(rendering: Rendering, steps: int) -> str:
    back, on = rendering.say("上一步", "Back"), rendering.say("下一步", "Next")
    label = rendering.say("逐步記帳", "The entries step by step")
    return (
        f'<div class="kb-steps__bar" role="group" aria-label="{label}">'
        f'<button type="button" class="kb-steps__back" aria-keyshortcuts="ArrowLeft" '
        f'aria-disabled="true">← {back}</button>'
        f'<p class="kb-steps__where" aria-live="polite">1 / {steps}</p>'
        f'<button type="button" class="kb-steps__on" aria-keyshortcuts="ArrowRight">'
        f"{on} →</button></div>"
    )


def _section(
    rendering: Rendering, walk: WalkThrough, step: Step, before: Balances, after: Balances
) -> str:
    language = rendering.language
    touched = {change.account for change in step.changes}
    shown = [account for account in walk.accounts if not touched or account.id in touched]
    tables = "".join(_table(rendering, account, before, after) for account in shown)
    parts = [
        '<section class="kb-step" markdown="1">',
        f"### {plain_in_markdown(step.title.in_language(language))} {{#{step.id}}}",
        plain_in_markdown(step.explanation.in_language(language)),
        f'<div class="kb-accounts">{tables}</div>',
        _unchanged(rendering, [a for a in walk.accounts if a not in shown], after),
        "</section>",
    ]
    return "\n\n".join(part for part in parts if part)


def _table(rendering: Rendering, account: Account, before: Balances, after: Balances) -> str:
    say, language = rendering.say, rendering.language
    heads = "".join(
        f'<th scope="colgroup" colspan="2">{side}</th>'
        for side in (say("資產", "Assets"), say("負債與淨值", "Liabilities, net worth"))
    )
    sides = [
        [
            _line(
                item.name.in_language(language),
                before[account.id, side, item.id],
                after[account.id, side, item.id],
            )
            for item in account.side(side)
        ]
        for side in SIDES
    ]
    blank = ("<td></td>", '<td class="kb-amount"></td>')
    rows = "".join(
        f"<tr>{''.join(left)}{''.join(right)}</tr>"
        for left, right in zip_longest(*sides, fillvalue=blank)
    )
    totals = "".join("".join(_total(rendering, account, side, before, after)) for side in SIDES)
    name = escape(account.name.in_language(language))
    return (
        f'<table class="kb-account"><caption>{name}</caption><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody><tfoot><tr>{totals}</tr></tfoot></table>"
    )


def _line(name: str, before: int, after: int) -> _Cells:
    return f"<td>{escape(name)}</td>", _amount(before, after)


def _total(
    rendering: Rendering, account: Account, side: Side, before: Balances, after: Balances
) -> _Cells:
    name = f'<th scope="row">{rendering.say("合計", "Total")}</th>'
    return name, _amount(_sum(before, account, side), _sum(after, account, side))


def _amount(before: int, after: int) -> str:
    if before == after:
        return f'<td class="kb-amount">{after:,}</td>'
    change = f"{after - before:+,}".replace("-", "−")
    return f'<td class="kb-amount kb-changed">{after:,} <span>({change})</span></td>'


def _sum(balances: Balances, account: Account, side: Side) -> int:
    return sum(balances[account.id, side, item.id] for item in account.side(side))


def _unchanged(rendering: Rendering, accounts: list[Account], after: Balances) -> str:
    if not accounts:
        return ""
    names = [
        rendering.say("{}（兩邊都是 {}）", "{} ({} on each side)").format(
            plain_in_markdown(account.name.in_language(rendering.language)),
            f"{_sum(after, account, 'assets'):,}",
        )
        for account in accounts
    ]
    words = rendering.say("帳沒有變動：", "Accounts that do not change: ")
    return f"{words}{rendering.say('、', ', ').join(names)}{rendering.say('。', '.')}"
