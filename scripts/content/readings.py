"""What every figure of record says: stated, read from a series, or computed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from scripts.content.figures import Figure, Operand
from scripts.content.problems import Problem
from scripts.content.records import Series
from scripts.content.series import Observation, Reading, read_series
from scripts.content.units import unit_parts

Rows = Mapping[str, tuple[Observation, ...]]


class Origin(NamedTuple):
    """A publication behind a figure: the kind of its record (`series` or `sources`), and its id."""

    kind: Literal["series", "sources"]
    id: str


class Readings:
    """Reads figures, given the records and the rows of the series.

    Attributes:
        found: what could be read, by the id of the figure.
        problems: what could not, told at the line of its record.
    """

    def __init__(
        self,
        figures: Mapping[str, Figure],
        series: Mapping[str, Series],
        rows: Rows,
        positions: Mapping[tuple[str, str], tuple[str, int, int]],
    ) -> None:
        self.found: dict[str, Reading] = {}
        self.problems: list[Problem] = []
        self._figures, self._series, self._rows = figures, series, rows
        computed = []
        for figure in figures.values():
            if figure.operands:
                computed.append(figure)  # once all that it can rest on has been read
            else:
                self._read(figure, positions)
        for figure in computed:
            self._read(figure, positions)

    def _read(
        self, figure: Figure, positions: Mapping[tuple[str, str], tuple[str, int, int]]
    ) -> None:
        try:
            reading = self._reading(figure)
        except ValueError as error:
            where = positions["figures", figure.id]
            self.problems.append(Problem(*where, f"figure `{figure.id}`: {error}"))
            return
        if reading is not None:
            self.found[figure.id] = reading

    def _reading(self, figure: Figure) -> Reading | None:
        if figure.operands:
            return self._computed(figure)
        if figure.series is not None:
            return self._from_series(figure, figure.series, figure.unit)
        assert figure.value is not None and figure.date is not None
        return Reading(figure.value, figure.date)

    def _from_series(self, asked: Figure | Operand, name: str, unit: str | None) -> Reading | None:
        series = self._series.get(name)
        if series is None:
            raise ValueError(f"no series `{name}`; use an id of docs/data/series.yml")
        rows = self._rows.get(name)
        return None if rows is None else read_series(asked, unit or series.unit, series, rows)

    def _computed(self, figure: Figure) -> Reading | None:
        """Computes a ratio (A ÷ B) or a growth (B ÷ A − 1) from plain numbers of one unit."""
        plain: list[float] = []
        bases: set[str] = set()
        dates = []
        for operand in figure.operands:
            reading, unit = self.operand(operand)
            if reading is None:
                return None
            if not isinstance(reading.value, int | float):
                raise ValueError(f"`{operand.figure}` is no single number")
            parts = unit_parts(unit)
            plain.append(reading.value * parts.scale)
            bases.add(parts.base)
            dates.append(reading.date)
        if len(bases) > 1:
            raise ValueError(f"its numbers have different units: {', '.join(sorted(bases))}")
        over, under = plain if figure.ratio is not None else reversed(plain)
        if under == 0:
            raise ValueError("it would be divided by zero")
        value = over / under - (figure.growth is not None)
        return Reading(value * (100 if figure.unit == "percent" else 1), dates[figure.dated_by])

    def operand(self, operand: Operand) -> tuple[Reading | None, str]:
        """Returns one number that a figure is computed from, and its unit.

        Raises:
            ValueError: the figure or series is unknown, or is computed itself.
        """
        if operand.series is not None:
            series = self._series.get(operand.series)
            unit = series.unit if series else ""
            return self._from_series(operand, operand.series, None), unit
        figure = self._figures.get(operand.figure or "")
        if figure is None:
            raise ValueError(f"no figure `{operand.figure}`; use an id of docs/data/figures.yml")
        if figure.operands:
            raise ValueError(f"`{figure.id}` is computed itself; name what it is computed from")
        return self.found.get(figure.id), figure.unit


def origins(figures: Mapping[str, Figure], figure: Figure) -> tuple[Origin, ...]:
    """Returns what stands behind a figure, each series and source once.

    Args:
        figures: every figure, by its id.
        figure: one of them.
    """
    found: list[Origin] = []
    for part in figure.operands or (figure,):
        named = part if part.series is not None else figures.get(_figure_of(part))
        if named is not None and named.series is not None:
            found.append(Origin("series", named.series))
        elif isinstance(named, Figure) and named.source is not None:
            found.append(Origin("sources", named.source))
    return tuple(dict.fromkeys(found))


def _figure_of(part: Figure | Operand) -> str:
    return part.id if isinstance(part, Figure) else part.figure or ""
