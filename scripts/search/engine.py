"""A search from the typed words to the ordered pages.

`docs/assets/javascripts/search/engine.js` does the same; both are held together by a test that
runs every known query through both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from scripts.content.localised import LANGUAGES, Language, other
from scripts.search.analyser import Unit
from scripts.search.completion import completions
from scripts.search.fit import fit_of
from scripts.search.query import Want, plan
from scripts.search.ranking import Ranked, rank
from scripts.search.spelling import Correction, Speller
from scripts.search.store import IndexFolder, LanguageStore

LONGEST_QUERY = 200  # characters; what follows is not looked at
LONGEST_LIST = 30  # pages in a result; the browser shows fewer
FOREIGN_LIST = 5  # pages of the other language at its end
TERM_PLACE = 3  # from 0: the last place that the definition of a term that was asked for may take


@dataclass(frozen=True)
class Hit:
    """A page found.

    Attributes:
        language: language of the page.
        url: address relative to the site's root.
        section: id of the section that answers best, or empty for the page as a whole.
        title: the question, or the title.
        kind: kind of the page, or `term`.
        score: comparable within one result.
        reasons: token, weight and share of the score.
    """

    language: Language
    url: str
    section: str
    title: str
    kind: str
    score: float
    reasons: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True)
class Result:
    """What a search found.

    Attributes:
        hits: pages of the reader's language, then pages of the other one.
        corrected: the query as it was understood, or empty where it was taken as typed.
        wants: the tokens looked for.
    """

    hits: tuple[Hit, ...]
    corrected: str
    wants: Sequence[Want]


class Engine:
    """Searches one built site."""

    def __init__(self, folder: IndexFolder) -> None:
        self._folder = folder
        self._stores = {language: LanguageStore(folder, language) for language in LANGUAGES}

    def search(self, query: str, language: Language) -> Result:
        """Searches for a reader of `language`."""
        typed = query[:LONGEST_QUERY]
        units = self._folder.analyser.units(typed)
        foreign = self._is_foreign(units, language)
        home = self._stores[language]
        reading = self._stores[other(language)] if foreign else home
        corrections = self._spellers[other(language) if foreign else language].corrections(units)
        understood = _mended(units, corrections)
        wants = self._wants(understood, reading, {c.start for c in corrections})
        folder = self._folder
        weights = folder.weights
        fit = fit_of(
            understood, folder.analyser, folder.questions, folder.places, folder.answers, weights
        )
        ranked = rank(wants, home, weights, fit)
        abroad: list[Ranked] = []
        if foreign:
            abroad = rank(wants, reading, weights, fit)
            ranked = self._with_twins(ranked, abroad, home)
        ranked = self._with_definition(ranked, understood)
        hits = [self._hit(found, language) for found in ranked[:LONGEST_LIST]]
        hits += [self._hit(found, other(language)) for found in abroad[:FOREIGN_LIST]]
        corrected = self._shown(typed, units, corrections) if corrections else ""
        return Result(tuple(hits), corrected, wants)

    def _is_foreign(self, units: Sequence[Unit], language: Language) -> bool:
        """Whether the query is in the other language: no Han for Chinese, any for English."""
        if not units:
            return False
        return any(unit.han for unit in units) != (language == "zh-TW")

    def _wants(self, units: Sequence[Unit], store: LanguageStore, mended: set[int]) -> list[Want]:
        folder = self._folder
        made = plan(units, folder.analyser, folder.questions, folder.weights)
        offers = completions(units, made.concepts, folder.analyser.concepts, folder.analyser.mute)
        wants: list[Want] = []
        for want in made.wants:
            if want.start in mended:
                want = replace(want, weight=want.weight * folder.weights.corrected)
            half_typed = want.end == want.start + 1 and want.token[0] not in "#~"
            if half_typed and store.rarity(want.token) is None and _long_enough(want.token):
                word = units[want.start].word
                want = replace(
                    want, token=word, weight=want.weight * folder.weights.prefix, prefix=True
                )
            # Where a longer wording is being typed, the one that is complete is less likely meant.
            if want.token[0] == "#" and offers and want.start >= offers[0].start:
                want = replace(want, weight=want.weight * folder.weights.half_typed)
            wants.append(want)
        known = {want.token for want in wants}
        for token, start, share in offers:
            if token not in known:
                weight = folder.weights.prefix * share
                wants.append(Want(token, weight, start, len(units)))
        return wants

    def _with_twins(
        self, own: Sequence[Ranked], abroad: Sequence[Ranked], home: LanguageStore
    ) -> list[Ranked]:
        """Gives each page the score of its twin, where the twin answers the query better."""
        best = {found.page: found for found in own}
        for found in abroad:
            score = found.score * self._folder.weights.twin
            if home.has_page(found.page) and (
                found.page not in best or best[found.page].score < score
            ):
                best[found.page] = replace(found, score=score)
        return sorted(best.values(), key=lambda found: (-found.score, found.page))

    def _with_definition(self, ranked: list[Ranked], units: Sequence[Unit]) -> list[Ranked]:
        """Puts the entry of the glossary forward where the query is nothing but its wording."""
        spans, _ = self._folder.analyser.spans(units)
        if len(spans) != 1 or (spans[0].start, spans[0].end) != (0, len(units)):
            return ranked
        page = self._pages_of_terms[spans[0].phrase.id]
        place = next((i for i, found in enumerate(ranked) if found.page == page), 0)
        if place <= TERM_PLACE:
            return ranked
        moved = replace(ranked[place], score=ranked[TERM_PLACE].score)
        return [*ranked[:TERM_PLACE], moved, *ranked[TERM_PLACE:place], *ranked[place + 1 :]]

    @cached_property
    def _pages_of_terms(self) -> dict[str, int]:
        identifiers = (term.id for term in self._folder.terms)
        return dict(zip(identifiers, self._folder.manifest["terms_pages"], strict=True))

    def _hit(self, found: Ranked, language: Language) -> Hit:
        store = self._stores[language]
        document = store.document_of(found.page, found.section)
        url, kind, title, section, _, _ = store.text(document)
        return Hit(language, url, section, title, kind, found.score, found.reasons)

    def _shown(self, typed: str, units: Sequence[Unit], corrections: Sequence[Correction]) -> str:
        text = typed
        for correction in reversed(corrections):
            begin, end = units[correction.start].start, units[correction.end - 1].end
            right = correction.shown or "".join(
                self._unfolding.get(unit, unit) for unit in correction.right
            )
            text = text[:begin] + right + text[end:]
        return " ".join(text.split())

    @cached_property
    def _unfolding(self) -> dict[str, str]:
        characters, folded, written = self._folder.manifest["folding"]
        return dict(zip(folded[:written], characters[:written], strict=True))

    @cached_property
    def _glossary_words(self) -> list[str]:
        words: set[str] = set()
        for _, names, aliases in self._folder.terms:
            for wording in (*names, *aliases):
                for unit in self._folder.analyser.units(wording):
                    if not unit.han and len(unit.word) > 3:
                        words.add(unit.word)
        return sorted(words)

    @cached_property
    def _spellers(self) -> dict[Language, Speller]:
        folder = self._folder
        return {
            language: Speller(
                folder.analyser,
                store,
                folder.sounds,
                folder.questions,
                self._glossary_words,
            )
            for language, store in self._stores.items()
        }


def _long_enough(word: str) -> bool:
    return len(word) >= 2 or not word.isascii()


def _mended(units: Sequence[Unit], corrections: Sequence[Correction]) -> list[Unit]:
    """Puts corrections in the place of what was typed; each keeps the place of its stretch."""
    mended: list[Unit] = []
    index = 0
    for correction in corrections:
        mended += units[index : correction.start]
        first, last = units[correction.start], units[correction.end - 1]
        for place, text in enumerate(correction.right):
            mended.append(
                Unit(
                    text, text, first.han, first.joined if place == 0 else first.han,
                    first.broken and place == 0, first.start, last.end,
                )
            )  # fmt: skip
        index = correction.end
    return [*mended, *units[index:]]
