"""The language that rules are written in, and what binds and evaluates it."""

from govdisclosure.rules.engine._arithmetic import added, holds, minus
from govdisclosure.rules.engine._binding import BoundCheck, Side, bind
from govdisclosure.rules.engine._cell_values import (
    NOTHING,
    Blanks,
    CellValues,
    Evidence,
    gather,
    number_of,
    prose,
    read,
)
from govdisclosure.rules.engine._phrasing import (
    RELATIONS,
    Listed,
    Spelled,
    compared,
    larger,
    names,
    of_reports,
)

__all__ = [
    "NOTHING",
    "RELATIONS",
    "Blanks",
    "BoundCheck",
    "CellValues",
    "Evidence",
    "Listed",
    "Side",
    "Spelled",
    "added",
    "bind",
    "compared",
    "gather",
    "holds",
    "larger",
    "minus",
    "names",
    "number_of",
    "of_reports",
    "prose",
    "read",
]
