"""The small analyser that the shared vectors are written for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scripts.search.analyser import Analyser
from scripts.search.phrases import Phrase, PhraseTable

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parent / "vectors.json").read_text(encoding="utf-8")
)


def analyser_of(tables: dict[str, Any]) -> Analyser:
    """Makes the analyser, as the store makes it from the manifest."""
    folding = dict(zip(*tables["folding"], strict=True))
    nothing = PhraseTable(())
    bare = Analyser(folding, nothing, nothing, frozenset())
    silent = frozenset(unit for word in tables["silent"] for unit in bare.phrase_units(word))
    plain = Analyser(folding, nothing, nothing, silent)
    concepts = PhraseTable(
        Phrase(plain.phrase_units(wording), identifier, wording, loose)
        for identifier, names, aliases in tables["terms"]
        for loose, wordings in ((False, names), (True, aliases))
        for wording in wordings
    )
    everyday = PhraseTable(
        Phrase(plain.phrase_units(word), identifier, word)
        for identifier, *words in tables["everyday"]
        for word in words
    )
    return Analyser(folding, concepts, everyday, silent)
