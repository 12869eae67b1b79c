"""The records of `docs/data`: terms, sources, programmes, series, banks and the smaller ones."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from scripts.content.localised import Language, Record, Text
from scripts.content.units import is_unit


def _is_id(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*", value):
        raise ValueError("an id has lower-case letters, digits, dots and hyphens only")
    return value


def _is_known_unit(value: str) -> str:
    if not is_unit(value):
        raise ValueError(
            "unknown unit; write for example `USD trillion`, `EUR billion/month`, `percent`, "
            "`pp`, `bp`, `ratio`, `count`, `index`, `months`, `date` or `HKD per USD`"
        )
    return value


Id = Annotated[str, AfterValidator(_is_id)]
Unit = Annotated[str, AfterValidator(_is_known_unit)]
Address = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")]
Number = float | int


class Avoid(Record):
    """A wording not to write in Taiwan Chinese, and why."""

    wording: str
    why: str


class Forms(Record):
    """Other right wordings of a term that stand in running text."""

    zh_TW: tuple[str, ...] = Field((), alias="zh-TW")
    en: tuple[str, ...] = ()


class Term(Record):
    """One glossary entry, with its wording in each region."""

    id: Id
    zh_TW: str = Field(alias="zh-TW")
    zh_HK: str = Field(alias="zh-HK")
    zh_CN: str = Field(alias="zh-CN")
    en: str
    abbr: str | None = None
    forms: Forms = Forms()
    aliases: tuple[str, ...] = ()
    avoid: tuple[Avoid, ...] = ()
    definition: Text
    article: str
    link: bool = True

    def name(self, language: Language) -> str:
        """Returns the wording that readers of `language` know best."""
        return self.zh_TW if language == "zh-TW" else self.en

    def wordings(self, language: Language) -> tuple[str, ...]:
        """Returns every wording that running text in `language` may use, without repeats."""
        own = (
            (self.zh_TW, self.zh_HK, *self.forms.zh_TW)
            if language == "zh-TW"
            else (self.en, *self.forms.en)
        )
        shared = (self.abbr,) if self.abbr else ()
        return tuple(dict.fromkeys((*own, *shared)))


class Source(Record):
    """A document that a statement rests on."""

    id: Id
    institution: Text
    title: str
    date: datetime.date
    kind: Literal[
        "central-bank",
        "government",
        "statistics",
        "international",
        "research",
        "market",
        "press",
        "law",
    ]
    language: str
    url: Address | None = None
    url_kind: Literal["seen", "stable"] | None = None

    @model_validator(mode="after")
    def _address_is_vouched_for(self) -> Source:
        if (self.url is None) != (self.url_kind is None):
            raise ValueError("`url` and `url_kind` (seen or stable) go together")
        return self


class Bank(Record):
    """A central bank, with the series that shows the size of its balance sheet."""

    id: Id
    name: Text
    short: Text
    currency: str
    term: Id | None = None
    assets_series: str | None = None
    rate_series: str | None = None


class Amount(Record):
    """A sum of money, or a range of sums."""

    value: Number | tuple[Number, Number]
    unit: Unit
    approx: bool = False


class Decision(Record):
    """A dated decision within a programme."""

    date: datetime.date
    what: Text
    sources: tuple[Id, ...] = Field(min_length=1)
    amount: Amount | None = None


class ProgrammeFigures(Record):
    """Figures of record that say the same as fields of a programme, by the name of the field."""

    announced: Id | None = None
    start: Id | None = None
    end: Id | None = None
    amount: Id | None = None


class Programme(Record):
    """A purchase or run-off programme, or an operation often mistaken for one.

    `size`, `pace`, `assets`, `outcome` and `exit` are short texts that may hold links to figures
    of record, as the text of an article does; what each field means is told to readers in
    `docs/data/columns.yml`.
    """

    id: Id
    bank: Id
    kind: Literal[
        "qe",
        "qt",
        "yield-curve-control",
        "maturity-extension",
        "credit-easing",
        "market-functioning",
        "reserve-management",
        "foreign-exchange",
        "liquidity",
    ]
    name: Text
    announced: datetime.date | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    amount: Amount | None = None
    size: Text | None = None
    pace: Text | None = None
    assets: Text
    outcome: Text | None = None
    exit: Text | None = None
    figures: ProgrammeFigures = ProgrammeFigures()
    sources: tuple[Id, ...] = Field(min_length=1)
    decisions: tuple[Decision, ...] = ()


class Column(Record):
    """A column of the published tables of programmes and decisions, for the data dictionary.

    Attributes:
        table: the table that it stands in.
        name: its name, the same in CSV and JSON.
        type: what its cells hold; empty cells mean that the value is unknown or does not apply.
        meaning: what it says, for readers.
    """

    id: Id
    table: Literal["programmes", "decisions"]
    name: str
    type: Literal["text", "date", "number", "yes-no", "count", "list"]
    meaning: Text


class Series(Record):
    """A data series; its observations lie in `docs/data/series/<id>.csv`.

    Attributes:
        publisher_series: the publisher's own name or code of the series; in both languages where
            it is told in words.
        source: the source by which articles cite the whole series, where there is one.
    """

    id: str
    name: Text
    unit: str
    frequency: Literal["daily", "weekly", "monthly", "quarterly", "annual", "event"]
    publisher: Text
    publisher_series: Text | str
    licence: str
    cite_as: str
    source: Id | None = None
    first: datetime.date
    last: datetime.date
    url: Address | None = None
    note: str | None = None

    def origin(self, language: Language) -> str:
        """Returns the publisher's name or code of the series."""
        name = self.publisher_series
        return name if isinstance(name, str) else name.in_language(language)


class Study(Record):
    """A study of what QE or QT did.

    Attributes:
        about: `qe` or `qt`.
        region: country or countries studied.
        measured: what was measured, over which period.
        estimate: the result with its range; Markdown with links to figures of record.
        method: how it was found.
        central_bank: whether the authors worked for a central bank, which matters to readers.
        source: id of the source.
    """

    id: Id
    about: Literal["qe", "qt"]
    authors: str
    year: int
    region: Text
    measured: Text
    estimate: Text
    method: Text
    central_bank: bool
    source: Id


class Topic(Record):
    """A subject by which the FAQ is grouped."""

    id: Id
    name: Text


class NavigationSection(Record):
    """One entry of the site's navigation: named pages first, then whole folders.

    Attributes:
        title: heading of the section; the page's own title where the section is one page.
        pages: page paths, in order.
        folders: folders whose pages follow in reading order, so that a new page needs no entry.
        group_by_topic: FAQ pages are grouped under their first topic.
    """

    id: Id
    title: Text
    pages: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    group_by_topic: bool = False
