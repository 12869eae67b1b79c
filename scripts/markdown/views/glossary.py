"""View `glossary`: every term with its wordings in each region, from A to Z by English name."""

from __future__ import annotations

from html import escape
from itertools import groupby

from scripts.content.records import Term
from scripts.markdown.escaping import plain_in_markdown
from scripts.markdown.page_extension import Rendering
from scripts.markdown.terms import term_title
from scripts.markdown.views.links import page_link
from scripts.markdown.views.view import Options

_OTHER = "0–9"  # heading of the names that begin with no letter


def render(rendering: Rendering, options: Options) -> str:
    """Writes an index of initials, then one anchored entry a term.

    Both languages are sorted by the English name: it is the one order that every reader can look
    up, and the entry keeps its place when the language is switched.
    """
    terms = sorted(rendering.kb.terms.values(), key=lambda term: (_initial(term), term.en.lower()))
    groups = [(initial, list(group)) for initial, group in groupby(terms, _initial)]
    label = rendering.say("依英文字首", "By first letter")
    index = " ".join(f"[{initial}](#{_anchor(initial)})" for initial, _ in groups)
    parts = [
        '<div class="kb-glossary" data-wording="keep" markdown="1">',
        f'<nav class="kb-initials" aria-label="{label}" markdown="1">\n\n{index}\n\n</nav>',
    ]
    for initial, group in groups:
        parts.append(f"## {initial} {{#{_anchor(initial)}}}")
        parts += [_entry(rendering, term) for term in group]
    return "\n\n".join((*parts, "</div>"))


def _initial(term: Term) -> str:
    first = term.en[0].upper()
    return first if "A" <= first <= "Z" else _OTHER


def _anchor(initial: str) -> str:
    return "letter-other" if initial == _OTHER else f"letter-{initial.lower()}"


def _entry(rendering: Rendering, term: Term) -> str:
    title = plain_in_markdown(term_title(term, rendering.language))
    parts = [
        f"### {title} {{#term-{term.id}}}",
        plain_in_markdown(term.definition.in_language(rendering.language)),
        _wordings(rendering, term),
    ]
    article = rendering.kb.page(rendering.language, term.article)
    if article is not None:
        link = page_link(rendering, term.article, article.front.title)
        parts.append(rendering.say(f"詳見：{link}", f"Read more: {link}"))
    return "\n\n".join(parts)


def _wordings(rendering: Rendering, term: Term) -> str:
    """Writes the wordings as a list of names and values, in HTML, which Markdown has no sign for.

    Simplified characters are marked as such, so that the browser picks the right letterforms.
    """
    rows = [
        (rendering.say("台灣", "Taiwan"), "zh-TW", term.zh_TW),
        (rendering.say("香港", "Hong Kong"), "zh-HK", term.zh_HK),
        (rendering.say("中國大陸", "Mainland China"), "zh-CN", term.zh_CN),
        (rendering.say("英文", "English"), "en", term.en),
    ]
    if term.abbr:
        rows.append((rendering.say("縮寫", "Abbreviation"), "en", term.abbr))
    items = "".join(
        f'<div><dt>{escape(name)}</dt><dd lang="{language}">{escape(wording)}</dd></div>'
        for name, language, wording in rows
    )
    return f'<dl class="kb-wordings">{items}</dl>'
