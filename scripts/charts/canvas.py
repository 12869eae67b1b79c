"""The two sizes in which every chart is drawn, and where its parts lie on them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Canvas:
    """A drawing's size, in units that are about a pixel on the screens it is made for.

    Attributes:
        name: ends the ids and the class of the drawing.
        width, height: of the whole.
        text: size of the type.
        column: within a column this wide, only the highest and the lowest point are kept.
        ticks: how many values of the vertical axis there is room for.
        year: room that the label of a year takes.
    """

    name: str
    width: float
    height: float
    text: float
    column: float
    ticks: int
    year: float


WIDE = Canvas("wide", 640, 340, 13, 2, 7, 46)
NARROW = Canvas("narrow", 340, 300, 13, 2, 7, 44)  # for columns of about 290 to 440 pixels
CANVASES = (WIDE, NARROW)


@dataclass(frozen=True)
class Plot:
    """The rectangle in which the lines run."""

    left: float
    top: float
    right: float
    bottom: float
