"""Figures of record: stated with a source, read from a series, or computed from other numbers."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field, model_validator

from scripts.content.localised import Language, Record, Text
from scripts.content.records import Id, Number, Unit


class Operand(Record):
    """One number of a sum: a figure that is not computed itself, or a reading of a series.

    `read`, `from` and `to` are those of a figure; see `scripts.content.series.read_series`.
    """

    figure: Id | None = None
    series: str | None = None
    read: str | None = None
    since: datetime.date | None = Field(None, alias="from")
    until: datetime.date | None = Field(None, alias="to")

    @model_validator(mode="after")
    def _figure_or_reading(self) -> Operand:
        read = [self.series is not None, self.read is not None]
        period = self.since is not None or self.until is not None
        if any(read) != all(read) or all(read) == (self.figure is not None):
            raise ValueError("write `{figure: id}`, or `{series: ID, read: …}`")
        if period and self.figure is not None:
            raise ValueError("`from` and `to` go with `series`")
        return self


class Figure(Record):
    """A number or date of record: stated with its source, read from a series, or computed.

    Attributes:
        value: what is stated, with `date` and `source`.
        series: what it is read from, with `read` and, for a period, `from` and `to`.
        ratio: the first number divided by the second, in percent or as a ratio.
        growth: how much larger the second number is than the first, in percent.
    """

    id: Id
    zh_TW: str = Field(alias="zh-TW")
    en: str
    unit: Unit
    value: datetime.date | Number | tuple[Number, Number] | None = None
    approx: bool = False
    date: datetime.date | None = None
    source: Id | None = None
    status: Literal["confirmed", "known", "computed"] | None = None
    note: Text | None = None
    series: str | None = None
    read: str | None = None
    since: datetime.date | None = Field(None, alias="from")
    until: datetime.date | None = Field(None, alias="to")
    ratio: tuple[Operand, Operand] | None = None
    growth: tuple[Operand, Operand] | None = None

    @model_validator(mode="after")
    def _one_origin(self) -> Figure:
        stated = [self.value is not None, self.date is not None, self.source is not None]
        read = [self.series is not None, self.read is not None]
        origins = [any(stated), any(read), self.ratio is not None, self.growth is not None]
        complete = all(stated) or all(read) or bool(self.operands)
        if sum(origins) != 1 or not complete:
            raise ValueError(
                "a figure has either `value`, `date` and `source`, or `series` and `read`, or a "
                "`ratio` or `growth` of two numbers"
            )
        if (self.unit == "date") != isinstance(self.value, datetime.date) and not self.series:
            raise ValueError("`unit: date` goes with a date in `value`, and only with one")
        if isinstance(self.value, tuple) and self.value[0] > self.value[1]:
            raise ValueError("a range is written [low, high]")
        if self.growth is not None and self.unit != "percent":
            raise ValueError("`growth` is given in `unit: percent`")
        if self.ratio is not None and self.unit not in ("percent", "ratio"):
            raise ValueError("a `ratio` is given in `unit: percent` or `unit: ratio`")
        if self.operands and self.note is None:
            raise ValueError("a computed figure tells readers in its `note` how it is computed")
        return self

    @property
    def operands(self) -> tuple[Operand, ...]:
        """The two numbers that it is computed from; none where it is stated or read."""
        return self.ratio or self.growth or ()

    @property
    def dated_by(self) -> int:
        """Which of the operands gives the day: what is divided, or what has grown."""
        return 0 if self.ratio is not None else 1

    def label(self, language: Language) -> str:
        """Returns what the figure is, in `language`."""
        return self.zh_TW if language == "zh-TW" else self.en
