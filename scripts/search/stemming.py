"""Light English stemming: plurals, -ing, -ed, -ion, -ly, a final e. No dictionary, never a lookup.

`docs/assets/javascripts/search/analyser.js` does the same; `tests/search/vectors.json` holds both
to it.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z]{4,}")
_VOWEL = re.compile(r"[aeiouy]")


def stem(word: str) -> str:
    """Returns the stem of a lower-case word; what is no plain English word stays as it is."""
    if not _WORD.fullmatch(word):
        return word
    word = _without_plural(word)
    word = _without_ending(word)
    if len(word) >= 4 and word[-1] == "e":
        word = word[:-1]
    if len(word) >= 4 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    if len(word) >= 4 and word[-1] == "y":
        word = word[:-1] + "i"
    return word


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    if word.endswith("ing") and len(word) >= 6 and _VOWEL.search(word[:-3]):
        return word[:-3]
    if word.endswith("ed") and len(word) >= 5 and _VOWEL.search(word[:-2]):
        return word[:-2]
    if word.endswith(("sion", "tion")) and len(word) >= 6:
        return word[:-3]
    if word.endswith("ly") and len(word) >= 7:
        return word[:-2]
    return word
