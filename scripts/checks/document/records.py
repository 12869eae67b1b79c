"""The texts of a file of records, so that the rules of style apply to them as to pages."""

from __future__ import annotations

import datetime
import re

from scripts.checks.document.document import Document
from scripts.checks.document.prose import ProseBuilder
from scripts.content.figure_links import figure_links
from scripts.content.front_matter import FrontMatter
from scripts.content.localised import Language
from scripts.content.pages import Page
from scripts.content.yaml_source import YamlSource

_QUOTED = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\n]|'')*)'")
_KEYS = {
    "zh-TW": re.compile(r"(?m)(?:^[ \t]*(?:- )?|(?P<flow>[{,][ \t]*))zh-TW:[ \t]+"),
    "en": re.compile(r"(?m)(?:^[ \t]*(?:- )?|(?P<flow>[{,][ \t]*))en:[ \t]+"),
}


class RecordDocument(Document):
    """The texts of one language in a YAML file; it has words and no structure."""

    def __init__(self, path: str, text: str, language: Language) -> None:
        front = FrontMatter(
            title="-", description="-", kind="reference", reviewed=datetime.date.min
        )
        page = Page(path, language, path, front, "", 1, YamlSource(None))
        super().__init__(page, "")
        self.text = text
        self.__dict__.pop("line_starts", None)
        builder = ProseBuilder()
        for match in _KEYS[language].finditer(text):
            start, end = _value(text, match.end(), bool(match["flow"]))
            if start < end and text[start] not in "[{|>&*":
                builder.add("record", _seen(start, text[start:end]))
        self.prose = builder.finish()


def _seen(start: int, value: str) -> list[tuple[int, str]]:
    """Returns the stretches of a value that readers see: all but the targets of its links."""
    stretches: list[tuple[int, str]] = []
    position = 0
    for link in figure_links(value):
        words = link.start + 1
        stretches.append((start + position, value[position : link.start]))
        stretches.append((start + words, link.words))
        position = link.end
    stretches.append((start + position, value[position:]))
    return [(place, words) for place, words in stretches if words]


def _value(text: str, start: int, flow: bool) -> tuple[int, int]:
    """Returns where a plain or quoted value begins and ends."""
    quoted = _QUOTED.match(text, start)
    if quoted:
        group = 1 if quoted[1] is not None else 2
        return quoted.span(group)
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    if flow:
        stops = [place for mark in ",}" if (place := text.find(mark, start, end)) >= 0]
        end = min(stops, default=end)
    remark = text.find(" #", start, end)
    if remark >= 0:
        end = remark
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
