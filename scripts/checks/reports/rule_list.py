"""All rules, as Markdown for `--rules` and as HTML for the page on contributing."""

from __future__ import annotations

from html import escape

from scripts.checks.registry import FAMILIES, RULES
from scripts.checks.reports.chinese import chinese_texts
from scripts.checks.reports.examples import bad_and_good
from scripts.checks.rule import Rule
from scripts.content.localised import Language

LONGEST = 160  # characters of an example
_TITLES: dict[str, tuple[str, str]] = {
    "form": ("檔案、設定與標題", "Form of files, front matter and headings"),
    "links": ("連結", "Links"),
    "terms": ("名詞與用語", "Terms and wording"),
    "languages": ("兩種語言", "Both languages"),
    "figures": ("數字與來源", "Figures and sources"),
    "style": ("文字風格", "Style"),
    "safety": ("安全", "Safety"),
    "freshness": ("是否過時", "Freshness"),
    "external": ("外部連結（`check --external`）", "External links (`check --external`)"),
    "built": ("建好的網站（`check --site`）", "The built site (`check --site`)"),
}


def rules_page() -> str:
    """Returns the list of all rules as Markdown tables, one a family."""
    parts: list[str] = []
    for family in FAMILIES:
        parts += [f"### {_TITLES[family][1]} {{#rules-{family}}}", ""]
        parts += ["| Rule | Finds | Because | `--fix` |", "| --- | --- | --- | --- |"]
        for rule in _of(family):
            warning = " (warning)" if rule.severity == "warning" else ""
            name = f"{rule.name}{warning}".replace("|", "\\|")
            reason = rule.reason.replace("|", "\\|")
            parts.append(f"| {rule.id} | {name} | {reason} | {'yes' if rule.fixes else ''} |")
        parts.append("")
    return "\n".join(parts)


def rules_html(language: Language) -> str:
    """Returns the list of all rules with an example each, folded by family.

    It is one HTML block, so that no term in an example becomes a link; `keep` leaves the wrong
    wordings in it as they are when a reader chooses the wording of Hong Kong.
    """
    return "\n".join(_family(family, language) for family in FAMILIES)


def name_and_reason(rule: Rule, language: Language) -> tuple[str, str]:
    """Returns what a rule is called, and why it exists; in English while there is no Chinese."""
    entry = chinese_texts().get(rule.id)
    if language == "en" or entry is None:
        return rule.name, rule.reason
    return entry["name"], entry["reason"]


def _of(family: str) -> list[Rule]:
    return [rule for rule in RULES if rule.id.startswith(FAMILIES[family])]


def _family(family: str, language: Language) -> str:
    chinese = language == "zh-TW"
    rules = _of(family)
    title = _words(_TITLES[family][0 if chinese else 1])
    count = f"{len(rules)} 條" if chinese else f"{len(rules)} rules"
    summary = f"{title}{'：' if chinese else ': '}{count}"
    entries = "".join(_entry(rule, language) for rule in rules)
    return (
        f'<details class="kb-rules" data-wording="keep"><summary>{summary}</summary>'
        f"<dl>{entries}</dl></details>"
    )


def _entry(rule: Rule, language: Language) -> str:
    chinese = language == "zh-TW"
    name, reason = name_and_reason(rule, language)
    notes = []
    if rule.severity == "warning":
        notes.append("只提醒" if chinese else "a reminder only")
    if rule.fixes:
        notes.append("`make fix` 會改" if chinese else "`make fix` mends it")
    note = ("、" if chinese else ", ").join(notes)
    opening, closing = ("（", "）") if chinese else (" (", ")")
    head = f"<strong>{rule.id}</strong> {_words(name)}"
    head += _words(f"{opening}{note}{closing}") if note else ""
    parts = [f'<dt id="rule-{rule.id.lower()}">{head}</dt><dd>{_words(reason)}']
    bad, good = bad_and_good(rule, language)
    labels = ("錯：", "對：") if chinese else ("Wrong: ", "Right: ")
    for label, example in zip(labels, (bad, good), strict=True):
        if example:
            parts.append(f"<br>{label}<code>{_line(example)}</code>")
    return "".join(parts) + "</dd>"


def _words(text: str) -> str:
    """Escapes a text and makes code of what stands between backticks."""
    pieces = escape(text).split("`")
    return "".join(
        f"<code>{piece}</code>" if index % 2 else piece for index, piece in enumerate(pieces)
    )


def _line(example: str) -> str:
    """Escapes an example and shows its line breaks, so that it stays one line of HTML."""
    shown = example if len(example) <= LONGEST else f"{example[: LONGEST - 1]}…"
    return escape(shown).replace("\n", "⏎")
