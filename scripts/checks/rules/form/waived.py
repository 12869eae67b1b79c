"""Waivers: applied, and checked themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from scripts.checks.context import Context
from scripts.checks.finding import Finding
from scripts.checks.rule import RecordRule, en, zh
from scripts.checks.waivers import find_waivers


class WaiverRule(RecordRule):
    """A waiver without a reason, of no rule, or no longer needed."""

    id = "KB090"
    about_pages = True
    name = "waiver without reason, of an unknown rule, or not needed"
    reason = "A waiver is a debt: it says why it stands and goes when its cause has gone."
    bad = (
        zh("這裡沒有錯。⟦⟧<!-- kb-waive KB101: 其實這裡沒有任何錯誤 -->"),
        en("⟦⟧<!-- kb-waive KB101: nothing is wrong here at all -->\nNothing is wrong."),
        en("See [that](nowhere.md). ⟦⟧<!-- kb-waive KB101 -->"),
        zh("⟦⟧<!-- kb-waive KB9999: 沒有這條規則，所以無效 -->\n\n文。"),
    )
    good = (
        zh("見[那裡](nowhere.md)。<!-- kb-waive KB101: 測試用的連結，頁面之後才有 -->"),
        en("Written as `<!-- kb-waive KB101: why -->` in the page."),
        en("<!-- kb-waive KB101: the page comes with the next change -->\nSee [that](nowhere.md)."),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """Yields nothing: what is wrong with a waiver shows only when all rules have run."""
        yield from ()


def apply_waivers(
    found: list[Finding],
    context: Context,
    applied: Collection[str],
    known: Collection[str],
    paths: Collection[str],
) -> tuple[list[Finding], list[Finding]]:
    """Drops what waivers allow.

    Args:
        found: findings of the rules.
        context: gives the files.
        applied: ids of the rules that ran; only their waivers can turn out not needed.
        known: ids of all rules.
        paths: files that were looked at.

    Returns:
        The findings that stay, and the faults of the waivers.
    """
    rule = WaiverRule()
    kept = list(found)
    pages = {page.path: page for page in context.documents}
    faults: list[Finding] = []
    for path in sorted({*paths, *(finding.path for finding in found)}):
        source = pages.get(path) or context.source(path)
        for waiver in find_waivers(source) if source else []:
            covered = [f for f in kept if f.path == path and waiver.covers(f)]
            if waiver.rule not in known:
                fault = (
                    f"there is no rule `{waiver.rule}`"
                    if waiver.rule != "KB0"
                    else ("name the rule: `kb-waive KB101: why it is right here`")
                )
            elif not waiver.has_reason:
                fault = f"say why: `kb-waive {waiver.rule}: why it is right here`"
            elif covered:
                kept = [f for f in kept if f not in covered]
                continue
            elif waiver.rule in applied:
                fault = f"nothing here breaks {waiver.rule} any more; remove the waiver"
            else:
                continue
            faults.append(rule.on_line(path, waiver.line, waiver.column, fault))
    return kept, faults


RULES = (WaiverRule(),)
