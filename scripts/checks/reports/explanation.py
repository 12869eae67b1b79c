"""A rule explained, for `--explain`."""

from __future__ import annotations

from scripts.checks.reports.examples import bad_and_good, show
from scripts.checks.rule import Rule


def explain(rule: Rule) -> str:
    """Returns what a rule wants, why, and examples."""
    fix = "can be mended by --fix" if rule.fixes else "has to be mended by hand"
    parts = [f"{rule.id}  {rule.name}  ({rule.severity}, {fix})", "", rule.reason]
    bad, good = bad_and_good(rule, "zh-TW")
    wrong = [show(example) for example in rule.bad] or [bad]
    right = [show(example) for example in rule.good] or [good]
    for title, examples in (("Wrong:", wrong), ("Right:", right)):
        shown = [text for text in examples if text]
        if shown:
            parts += ["", title, *(f"  {line}" for text in shown for line in text.split("\n"))]
    parts += ["", f"To allow it once: <!-- kb-waive {rule.id}: the reason -->"]
    return "\n".join(parts)
