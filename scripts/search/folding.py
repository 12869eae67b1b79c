"""Traditional characters and their variants folded to Simplified, after OpenCC's tables.

Folding is for comparing only; nothing folded is ever shown. A sign that stands for several
characters goes to the first that OpenCC names: both sides of a comparison go the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

# A reader's keyboard reaches little beyond these sets; what lies outside needs no folding.
_TYPED_IN = ("big5hkscs", "gb18030")


def folding_for(characters: Iterable[str]) -> dict[str, str]:
    """Cuts the table to what can meet a text.

    Args:
        characters: the characters of the text, unfolded.

    Returns:
        Folded character by character: every one that leads to a folded character of the text.
    """
    table = _whole_table()
    met = {table.get(character, character) for character in characters}
    return {
        character: folded
        for character, folded in sorted(table.items())
        if folded in met and _is_typed(character)
    }


@cache
def _whole_table() -> dict[str, str]:
    simplified = dict(_pairs("TSCharacters"))
    table = dict(simplified)
    for name in ("TWVariantsRev", "HKVariantsRev"):
        for variant, standard in _pairs(name):
            folded = simplified.get(standard, standard)
            if folded != variant:
                table.setdefault(variant, folded)
    return {
        # A table of variants may lead to a character that is itself folded further.
        character: table.get(folded, folded)
        for character, folded in table.items()
        if table.get(folded, folded) != character
    }


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    file = resources.files("opencc_purepy") / "dicts" / f"{name}.txt"
    for line in file.read_text(encoding="utf-8").splitlines():
        character, _, choices = line.partition("\t")
        first = choices.split(" ")[0]
        if len(character) == 1 and len(first) == 1 and character != first:
            yield character, first


def _is_typed(character: str) -> bool:
    if len(character.encode("utf-16-le")) > 2:
        return False
    try:
        character.encode(_TYPED_IN[0])
    except UnicodeEncodeError:
        return False
    return True
