"""The languages of the site, and texts that exist in each of them."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["zh-TW", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
SOURCE_LANGUAGE: Language = "zh-TW"  # the language an article is first written in


class Record(BaseModel):
    """Base of every record: no unknown keys, immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Text(Record):
    """A short text in both languages."""

    zh_TW: str = Field(alias="zh-TW", min_length=1)
    en: str = Field(min_length=1)

    def in_language(self, language: Language) -> str:
        """Returns the text in `language`."""
        return self.zh_TW if language == "zh-TW" else self.en


def other(language: Language) -> Language:
    """Returns the site's other language."""
    return "en" if language == "zh-TW" else "zh-TW"
