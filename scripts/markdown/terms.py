"""Links terms to the glossary: those marked `[text](term:id)`, and the first use in each section.

Nothing has to be marked: any wording of the glossary is found in running text, also inside
Chinese text without spaces, and linked with its definition as a tooltip.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from scripts.content.localised import Language
from scripts.content.records import Term
from scripts.markdown.page_extension import PageExtension, PageProcessor, Rendering
from scripts.markdown.surround import Stretch, find_stretch, surround
from scripts.markdown.term_matcher import term_matcher
from scripts.markdown.text_runs import OPAQUE, text_runs
from scripts.markdown.tree import parents_of, unwrap

GLOSSARY = "glossary"
SCHEME = "term:"
_SECTION_STARTS = ("h2", "h3")
_NEVER_LINKED_TAGS = frozenset(
    (
        *("h1", "h2", "h3", "h4", "h5", "h6", "summary", "th", "a", "sup"),
        *("code", "pre", "kbd", "samp", "math", "blockquote", "q", "cite", "figure"),
        *("script", "style", "svg"),
    )
)
_NEVER_LINKED_CLASSES = frozenset(
    ("arithmatex", "footnote", "kb-related", "kb-records", "kb-accounts")
)


class TermsExtension(PageExtension):
    """Registers the term links."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers after the table of contents (5) and before the generator's link step (0)."""
        md.treeprocessors.register(_TermLinks(md, self), "kb-terms", 4)


class _TermLinks(PageProcessor, Treeprocessor):
    def run(self, root: Element) -> None:
        rendering = self.rendering()
        marked = _link_marked(root, rendering)
        if rendering.page.path != GLOSSARY:
            _link_first_uses(root, rendering, marked)


def term_title(term: Term, language: Language) -> str:
    """Returns a term's name with its abbreviation, such as `聯準會（Fed）`."""
    name = term.name(language)
    if not term.abbr or term.abbr == name:
        return name
    return f"{name}（{term.abbr}）" if language == "zh-TW" else f"{name} ({term.abbr})"


def _set_link(element: Element, term: Term, rendering: Rendering) -> None:
    element.set("class", "kb-term")
    element.set("href", rendering.page.link_to(GLOSSARY, f"term-{term.id}"))
    element.set("data-tip", term.definition.in_language(rendering.language))
    element.set("data-tip-title", term_title(term, rendering.language))


def _link_marked(root: Element, rendering: Rendering) -> dict[Element, Term]:
    """Turns the links that the author marked into term links, and returns them."""
    marked: dict[Element, Term] = {}
    parents = parents_of(root)
    for element in [e for e in root.iter("a") if e.get("href", "").startswith(SCHEME)]:
        identifier = element.get("href", "").removeprefix(SCHEME)
        term = rendering.kb.terms.get(identifier)
        if term is None:
            rendering.warn("no term `%s` in docs/data/terms.yml", identifier)
            unwrap(element, parents[element])
        else:
            marked[element] = term
            _set_link(element, term, rendering)
    return marked


def _link_first_uses(root: Element, rendering: Rendering, marked: dict[Element, Term]) -> None:
    matcher = rendering.derived(term_matcher)
    sections = _section_numbers(root)
    # A term that the author linked by hand is not linked a second time in that section.
    seen = {(sections[element], term.id) for element, term in marked.items()}
    chosen: list[tuple[Stretch, Term]] = []
    for run in text_runs(root, _instead):
        section = sections[run.pieces[0].owner]
        for match in matcher.find(run.text):
            use = (section, match.term.id)
            if use in seen or not match.term.link or match.term.article == rendering.page.path:
                continue
            stretch = find_stretch(run, match.start, match.end)
            if stretch is not None:
                seen.add(use)
                chosen.append((stretch, match.term))
    for stretch, term in reversed(chosen):
        link = Element("a")
        _set_link(link, term, rendering)
        surround(stretch, link)


def _instead(element: Element) -> str | None:
    """Tells what stands for an element in which no term is linked."""
    if not isinstance(element.tag, str):
        return OPAQUE
    classes = (element.get("class") or "").split()
    if element.tag in _NEVER_LINKED_TAGS or not _NEVER_LINKED_CLASSES.isdisjoint(classes):
        return OPAQUE
    return None


def _section_numbers(root: Element) -> dict[Element, int]:
    numbers: dict[Element, int] = {}
    section = 0
    for element in root.iter():
        section += element.tag in _SECTION_STARTS
        numbers[element] = section
    return numbers


def makeExtension(**options: Any) -> TermsExtension:
    """Called by Python-Markdown."""
    return TermsExtension(**options)
