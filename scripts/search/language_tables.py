"""The analyser of this site: its glossary and its everyday words as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.content.records import Term
from scripts.search.analyser import Analyser
from scripts.search.phrases import Phrase, PhraseTable
from scripts.search.settings import SearchSettings


def make_analyser(
    folding: Mapping[str, str], terms: list[Term], settings: SearchSettings
) -> Analyser:
    """Makes the one analyser that both languages share.

    Args:
        folding: folded character by character.
        terms: the glossary.
        settings: everyday words and silent ones.

    Returns:
        The analyser.
    """
    nothing = PhraseTable(())
    bare = Analyser(folding, nothing, nothing, frozenset())
    silent = frozenset(unit for word in settings.silent for unit in bare.phrase_units(word))
    plain = Analyser(folding, nothing, nothing, silent)
    concepts = PhraseTable(
        Phrase(plain.phrase_units(wording), term.id, wording, loose)
        for term in terms
        for wording, loose in wordings(term)
    )
    everyday = PhraseTable(
        Phrase(plain.phrase_units(word), group.id, word)
        for group in settings.everyday
        for word in group.words
    )
    return Analyser(folding, concepts, everyday, silent)


def wordings(term: Term) -> Iterator[tuple[str, bool]]:
    """Yields every wording that a reader may type for a term, and whether it is a loose one."""
    own = (term.zh_TW, term.zh_HK, term.zh_CN, term.en, term.abbr)
    names = [wording for wording in own if wording]
    if term.abbr and " " in term.abbr:
        names.append(term.abbr.replace(" ", ""))  # ONRRP for ON RRP
    names += [*term.forms.zh_TW, *term.forms.en, *(avoid.wording for avoid in term.avoid)]
    for name in dict.fromkeys(names):
        yield name, False
    for alias in term.aliases:
        if alias not in names:
            yield alias, True
