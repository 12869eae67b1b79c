"""Conceptual diagrams: boxes, arrows and curves with labels in both languages.

One file a diagram in `docs/data/diagrams`; its name is the id. Both languages share one drawing,
so a label must fit its box in both: that is checked while the file is loaded.

Places are in units of a drawing that is 340 wide, about the text column of a phone in pixels.
In a label ` / ` begins a new line.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from scripts.content.localised import LANGUAGES, Language, Record, Text
from scripts.content.problems import ContentError, Problem, read_text
from scripts.content.validation import validate
from scripts.content.yaml_source import parse_yaml

FOLDER = Path("docs") / "data" / "diagrams"
WIDTH = 340
TEXT_SIZE = 13
LINE_HEIGHT = 18
PADDING = 4
_BOLD = 1.1
Tone = Literal["plain", "ease", "tight", "soft"]
Point = tuple[float, float]
Points = Annotated[tuple[Point, ...], Field(min_length=2)]


def lines_of(text: Text, language: Language) -> list[str]:
    """Returns the lines of a label."""
    return text.in_language(language).split(" / ")


def estimated_width(line: str, *, bold: bool = False) -> float:
    """Estimates how wide a line of a label is, in units of the drawing.

    Chinese characters are as wide as the type is high. Latin letters are taken as wide as those of
    DejaVu Sans, the widest of the fonts that the site falls back on.
    """
    return sum(_share(character) for character in line) * TEXT_SIZE * (_BOLD if bold else 1)


def _share(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in " .,:;’'|il()":
        return 0.33
    if character.isupper() or character in "mw+−=→":
        return 0.78
    return 0.58


class Box(Record):
    """A box with a label in its middle.

    Attributes:
        at: x and y of the upper left corner, width and height.
        text: the label.
        lead: the first line is set in bold.
    """

    at: tuple[float, float, float, float]
    text: Text
    tone: Tone = "plain"
    lead: bool = False

    @model_validator(mode="after")
    def _holds_its_text(self) -> Box:
        _, _, width, height = self.at
        for language in LANGUAGES:
            lines = lines_of(self.text, language)
            if len(lines) * LINE_HEIGHT + PADDING > height:
                raise ValueError(
                    f"{len(lines)} lines need a height of "
                    f"{len(lines) * LINE_HEIGHT + PADDING}, the box has {height:g}"
                )
            for number, line in enumerate(lines):
                bold = self.lead and number == 0
                need = estimated_width(line, bold=bold) + 2 * PADDING
                if need > width:
                    raise ValueError(
                        f"`{line}` needs a width of about {need:.0f}, the box has {width:g}; "
                        "shorten it, or begin a new line with ` / `"
                    )
        return self


class Note(Record):
    """Words that stand free.

    Attributes:
        at: x and y of the first line's foot.
        align: which end of the lines stands at x.
    """

    at: Point
    text: Text
    align: Literal["start", "middle", "end"] = "start"
    tone: Tone = "plain"
    strong: bool = False

    @model_validator(mode="after")
    def _stays_inside(self) -> Note:
        for language in LANGUAGES:
            for line in lines_of(self.text, language):
                width = estimated_width(line, bold=self.strong)
                left = self.at[0] - {"start": 0, "middle": width / 2, "end": width}[self.align]
                if left < 0 or left + width > WIDTH:
                    raise ValueError(
                        f"`{line}` reaches from about {left:.0f} to {left + width:.0f}; "
                        f"a drawing is {WIDTH} wide: shorten it, or begin a new line with ` / `"
                    )
        return self


class Line(Record):
    """A line from point to point.

    Attributes:
        through: the points.
        arrow: the line ends in an arrow-head.
        curved: the line is smooth instead of straight from point to point.
        dashed: the line is dashed.
    """

    through: Points
    tone: Tone = "plain"
    arrow: bool = False
    curved: bool = False
    dashed: bool = False


class Area(Record):
    """A coloured ground between points, drawn below everything else."""

    within: Points
    tone: Tone = "soft"


class Diagram(Record):
    """A drawing with its words.

    Attributes:
        title: what the drawing shows, in a few words.
        caption: the one sentence to take from it, shown below it.
        words: all that the drawing says, for those who do not see it.
        height: height of the drawing.
    """

    title: Text
    caption: Text
    words: Text
    height: float
    areas: tuple[Area, ...] = ()
    lines: tuple[Line, ...] = ()
    boxes: tuple[Box, ...] = ()
    notes: tuple[Note, ...] = ()

    @model_validator(mode="after")
    def _stays_inside(self) -> Diagram:
        points = [point for line in self.lines for point in line.through]
        points += [point for area in self.areas for point in area.within]
        points += [(box.at[0] + box.at[2], box.at[1] + box.at[3]) for box in self.boxes]
        points += [box.at[:2] for box in self.boxes]
        points += [note.at for note in self.notes]
        for x, y in points:
            if not (0 <= x <= WIDTH and 0 <= y <= self.height):
                raise ValueError(
                    f"[{x:g}, {y:g}] lies outside the drawing, which is {WIDTH} by {self.height:g}"
                )
        return self


def load_diagrams(root: Path) -> tuple[dict[str, Diagram], list[Problem]]:
    """Reads all diagrams.

    Args:
        root: repository root.

    Returns:
        The sound ones by id, and the faults of the others.
    """
    diagrams: dict[str, Diagram] = {}
    problems: list[Problem] = []
    for file in sorted((root / FOLDER).glob("*.yml")):
        shown = file.relative_to(root).as_posix()
        try:
            source = parse_yaml(read_text(file, shown), shown)
        except ContentError as error:
            problems += error.problems
            continue
        diagram = validate(Diagram, source.data, source, (), shown, f"diagram `{file.stem}`")
        if isinstance(diagram, list):
            problems += diagram
        else:
            diagrams[file.stem] = diagram
    return diagrams, problems
