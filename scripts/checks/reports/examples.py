"""What the examples of a rule look like to a reader."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.checks.built.base import SiteRule
from scripts.checks.external.rules import ExternalRule
from scripts.checks.rule import Example, Rule

# What stands in an example for something of the page that it is planted into.
_STANDING_FOR = {
    "{source}": "fed-h41-2022-04-14",
    "{page}": "faq/qe-vs-qt",
    "{faq}": "faq/qe-vs-qt",
    "{article}": "concepts/qe",
    "{draft}": "concepts/draft",
    "{today}": "2026-11-23",
    "{today_month_zh}": "2026 年 11 月",
    "{latest_zh}": "6.53 兆美元",
    "{latest_en}": "US$6.53 trillion",
    "{latest_date_zh}": "2026 年 10 月 7 日",
    "${zh_hash}": "ba664ca0bd36",
}


def bad_and_good(rule: Rule, language: str) -> tuple[str, str]:
    """Returns one wrong and one right example of a rule.

    Args:
        rule: the rule.
        language: the language that the examples should be in, where there are such.

    Returns:
        Both as text without marks; the right one is empty where nothing can be shown.
    """
    if isinstance(rule, SiteRule):
        bad, good = rule.head
        return next(iter(rule.bad_html), bad), next(iter(rule.good_html), good)
    if isinstance(rule, ExternalRule):
        return f"https://example.org/ → {rule.bad_answer}", "https://example.org/ → 200 OK"
    return _first(rule.bad, language), _first(rule.good, language)


def _first(examples: Iterable[Example], language: str) -> str:
    ordered = sorted(examples, key=lambda example: language not in _languages(example))
    return next((text for example in ordered if (text := show(example))), "")


def _languages(example: Example) -> set[str]:
    parts = (*example.body, *example.front, *example.replace)
    found = {part[0] for part in parts}
    found |= {path.split("/")[1] for path, _ in example.files if path.startswith("docs/")}
    return found


def show(example: Example) -> str:
    """Returns what an example writes, without marks and with invisible characters spelt out."""
    parts = [text for _, text in (*example.body, *example.front, *example.data)]
    parts += [f"{before.strip()} → {after.strip()}" for _, before, after in example.replace]
    parts += [_file(path, text) for path, text in example.files]
    text = "\n".join(parts).replace("⟦", "").replace("⟧", "").rstrip()
    for name, value in _STANDING_FOR.items():
        text = text.replace(name, value)
    return "".join(c if c.isprintable() or c == "\n" else f"⟨U+{ord(c):04X}⟩" for c in text)


def _file(path: str, text: str) -> str:
    """Says what becomes of a file; the first character of a text that is made tells its kind."""
    size = text.partition("*")[2]
    if not text:
        return f"− {path}"
    if size.isdigit():
        return f"+ {path} ({int(size) // 1000} kB)"
    if text[0] in "=+&":
        return f"+ {path}"
    return f"+ {path}\n{text}"
