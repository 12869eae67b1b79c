"""Candidates for the glossary: what many pages write and no entry explains, by frequency.

Nothing here is a fault. Whether a frequent compound deserves an entry is for a person to judge, so
this is a list to read now and then (`check --candidates`) and no rule.

Chinese has no spaces, so compounds are found by statistics: characters that stand together far
more often than chance (mutual information, Church and Hanks 1990) between neighbours that vary
(accessor variety, Feng et al. 2004). English compounds are two or three words in a row without
a word of grammar.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.checks.context import Context
from scripts.checks.document.document import Document
from scripts.content.localised import LANGUAGES, Language

PAGES = 6  # fewest pages that a candidate stands on
SHOWN = 40  # candidates of one language
_LENGTHS = range(3, 9)  # characters of a Chinese compound; two are mostly everyday words
_COHESION = 3.0  # bits of mutual information at the weakest joint
_NEIGHBOURS = 5  # different characters before, and after
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{3,}")
_GRAMMAR_ZH = frozenset(
    "的了是在和與或而也都就被把將讓這那其很更最不沒有個們你我他她它嗎呢吧嘛以為從到向於由對給跟比使令之所"
    "並但若如則且已曾又還再才只要會能可該應請第每各某幾多少些次種點年月日時分秒上下前後內外裡間一二三四五六七八九十兩"
    "說看做想問答見買賣漲跌升降增減"
)
_WORD = re.compile(r"[a-z]{2,}(?:-[a-z]+)*")
_GRAMMAR_EN = frozenset(
    """
    a about above after again against all also an and any are as at away back be became
    because become been before began being below between both bought but buy buys by came can
    cannot come could did do does doing done down during each early either end ended even ever
    every fall falls far fell few first five for four from gave get give given go goes gone
    got had half has have he held her here high higher him his hold holds how i if in into is
    it its itself just keep kept largest last late later lay least led less let lie like
    little long longer look low lower made make makes making many may mean means meant might
    more most much must near need never new next no nobody nor not nothing now of off often on
    once one only or other others our out over own page part pay per put question ran rate
    rates rather read reads rise rises rose run said same saw say says second see seen sell
    sells set several shall she should show shows side since six small so sold some something
    soon still such take taken takes ten than that the their them then there therefore these
    they thing things third this those three through thus time times to today together too
    took turn turned two under until up upon us use used uses very was way we well went were
    what when where whether which while who whole whom whose why will with within without
    words work would year years yet you your
    """.split()  # noqa: SIM905 (a list of words reads as words)
)


@dataclass(frozen=True)
class Candidate:
    """A compound that no entry of the glossary explains.

    Attributes:
        wording: as written; English in lower case.
        language: of the pages.
        pages: how many pages write it.
        times: how often all of them do.
        path: file of its first place.
        line: line of its first place.
    """

    wording: str
    language: Language
    pages: int
    times: int
    path: str
    line: int


def find_candidates(context: Context) -> list[Candidate]:
    """Returns the candidates of each language, those on most pages first."""
    found: list[Candidate] = []
    for language in LANGUAGES:
        pages = [page for page in context.documents if page.language == language]
        chosen = _chinese(pages) if language == "zh-TW" else _english(pages)
        known = _known(context, language)
        fresh = [word for word in chosen if not _is_known(word, known, language)]
        found += sorted(
            (_candidate(word, language, pages) for word in fresh),
            key=lambda candidate: (-candidate.pages, -candidate.times, candidate.wording),
        )[:SHOWN]
    return found


def write_candidates(candidates: Iterable[Candidate]) -> str:
    """Returns one line a candidate: pages, times, wording, first place."""
    return "\n".join(
        f"{item.pages:>4} pages {item.times:>5} times  {item.wording}  ({item.path}:{item.line})"
        for item in candidates
    )


def _chinese(pages: list[Document]) -> list[str]:
    counts: Counter[str] = Counter()
    on_pages: Counter[str] = Counter()
    before: defaultdict[str, set[str]] = defaultdict(set)
    after: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        seen: set[str] = set()
        for run in _HAN_RUN.findall(page.prose.text):
            for size in (1, 2, *_LENGTHS):
                for start in range(len(run) - size + 1):
                    gram = run[start : start + size]
                    counts[gram] += 1
                    if size >= _LENGTHS[0]:
                        seen.add(gram)
                        before[gram].add(run[start - 1] if start else "")
                        after[gram].add(run[start + size : start + size + 1])
        on_pages.update(seen)
    total = sum(count for gram, count in counts.items() if len(gram) == 1) or 1
    likely = {
        gram
        for gram, number in on_pages.items()
        if number >= PAGES
        and not _GRAMMAR_ZH.intersection(gram)
        and min(len(before[gram]), len(after[gram])) >= _NEIGHBOURS
        and _cohesion(gram, counts, total) >= _COHESION
    }
    return sorted(gram for gram in likely if not _is_piece(gram, likely, counts))


def _cohesion(gram: str, counts: Counter[str], total: int) -> float:
    """Returns the mutual information of the weakest joint, in bits."""
    return min(
        math.log2(counts[gram] * total / (counts[gram[:cut]] * counts[gram[cut:]]))
        for cut in range(1, len(gram))
    )


def _is_piece(gram: str, likely: set[str], counts: Counter[str]) -> bool:
    """Tells whether a compound mostly stands inside one longer compound."""
    return any(
        gram != longer and gram in longer and counts[longer] >= 0.6 * counts[gram]
        for longer in likely
    )


def _english(pages: list[Document]) -> list[str]:
    on_pages: Counter[str] = Counter()
    for page in pages:
        on_pages.update(set(_compounds(page.prose_lower)))
    likely = {gram for gram, number in on_pages.items() if number >= PAGES}
    return sorted(
        gram
        for gram in likely
        if not any(
            gram != longer
            and (f" {gram} " in f" {longer} " or longer == f"{gram}s")
            and on_pages[longer] >= 0.4 * on_pages[gram]
            for longer in likely
        )
    )


def _compounds(text: str) -> Iterator[str]:
    for stretch in re.split(r"[^a-z -]+", text):
        words = stretch.split(" ")
        for size in (2, 3):
            for start in range(len(words) - size + 1):
                part = words[start : start + size]
                if all(_WORD.fullmatch(word) and word not in _GRAMMAR_EN for word in part):
                    yield " ".join(part)


def _known(context: Context, language: Language) -> set[str]:
    """Returns what the glossary and the names of the records explain, in lower case."""
    kb = context.kb
    words = {word for term in kb.terms.values() for word in term.wordings(language)}
    words |= {alias for term in kb.terms.values() for alias in term.aliases}
    words |= {bank.short.in_language(language) for bank in kb.banks.values()}
    words |= {bank.name.in_language(language) for bank in kb.banks.values()}
    words |= {source.institution.in_language(language) for source in kb.sources.values()}
    return {word.lower() for word in words}


def _is_known(word: str, known: set[str], language: Language) -> bool:
    """Tells whether a compound is an entry, a piece of one, or one with a letter or two more."""
    if language == "en":
        forms = {word, word.removesuffix("s"), f"{word}s"}
        return any(form in entry for form in forms for entry in known)
    return any(
        word in entry or (entry in word and len(word) - len(entry) < 2)
        for entry in known
        if len(entry) > 1
    )


def _candidate(word: str, language: Language, pages: list[Document]) -> Candidate:
    on = [page for page in pages if word in page.prose_lower]
    index = on[0].prose_lower.find(word)
    line, _ = on[0].place(on[0].prose.offset(index))
    times = sum(page.prose_lower.count(word) for page in on)
    return Candidate(word, language, len(on), times, on[0].path, line)
