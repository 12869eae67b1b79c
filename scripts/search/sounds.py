"""How characters sound: most Chinese slips of the keyboard write another character of one sound.

Tones are left out, and what southern speakers take for the same falls together: zh and z, ch and
c, sh and s, final ng and n.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path


def sounds_for(characters: str, without: str) -> dict[str, str]:
    """Groups characters by sound.

    Args:
        characters: folded Han characters that stand in the texts; the common ones are added.
        without: characters that are never looked up.

    Returns:
        Characters by sound; a character with several readings stands under each.
    """
    wanted = (set(characters) | _common()) - set(without)
    groups: dict[str, list[str]] = {}
    for character in sorted(wanted):
        readings = _readings().get(str(ord(character)), "")
        for sound in sorted({_sound(reading) for reading in readings.split(",") if reading}):
            groups.setdefault(sound, []).append(character)
    return {sound: "".join(group) for sound, group in sorted(groups.items())}


@cache
def _readings() -> dict[str, str]:
    # The table alone: to import the package takes longer than all the rest of this module.
    package = find_spec("pypinyin")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pypinyin is not installed; call `make build`", name="pypinyin")
    file = Path(package.origin).with_name("pinyin_dict.json")
    table: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return table


@cache
def _sound(reading: str) -> str:
    plain = unicodedata.normalize("NFD", reading)
    letters = "".join(sign for sign in plain if sign.isascii() and sign.isalpha())
    return re.sub("ng$", "n", re.sub("^([zcs])h", r"\1", letters))


@cache
def _common() -> frozenset[str]:
    """Returns what keyboards offer first: GB 2312, and the first level of Big5.

    Traditional characters are among them as they are: one that stands in no text is not folded.
    """
    sets = (
        ("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF)),
        ("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))),
    )
    return frozenset(
        text
        for name, rows, columns in sets
        for row in rows
        for column in columns
        if len(text := bytes((row, column)).decode(name, "ignore")) == 1
    )
