"""The ruled tables of a sheet: pdfplumber finds the cells, the characters go into them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from attrs import frozen
from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)
from pdfplumber.utils.geometry import filter_edges

from govdisclosure.document._document import Cell
from govdisclosure.document.readers.pdf._limits import CORNERS, Meter
from govdisclosure.document.readers.pdf._lines import lines
from govdisclosure.document.readers.pdf._sheets import Box, Glyph, Sheet

_TOLERANCE = 3
"""Points by which rules that should meet may miss each other."""

_SHORTEST = 3
"""Points below which a rule is none."""

_CROSSINGS = 250
"""Upright rules times level ones that take as long to look through as a corner."""


@frozen
class Grid:
    """A ruled table before anything is written into it."""

    cells: tuple[Box, ...]
    x0s: tuple[float, ...]
    tops: tuple[float, ...]
    box: Box

    @classmethod
    def of(cls, cells: Sequence[tuple[float, float, float, float]]) -> "Grid":
        """The grid of some cells: (x0, top, x1, bottom)."""
        x0s, tops, x1s, bottoms = (tuple(sorted({*ends})) for ends in zip(*cells, strict=True))
        around = Box(x0s[0], tops[0], x1s[-1], bottoms[-1])
        return cls(tuple(Box(*cell) for cell in cells), x0s, tops, around)

    def slot(self, box: Box) -> tuple[int, int] | None:
        """The row and column that the middle of something stands in."""
        if not self.box.holds(box):
            return None
        return bisect_right(self.tops, box.y) - 1, bisect_right(self.x0s, box.x) - 1


def all_grids(sheets: Sequence[Sheet]) -> list[list[Grid]]:
    """The tables that rules draw on each sheet, those inside others first.

    Boxes that only stand one below the other rule no table: text is framed or shaded so.

    Raises:
        UnreadableDocumentError: there are too many rules.
    """
    corners = Meter(CORNERS)
    return [_grids(sheet.rules, corners) for sheet in sheets]


def _grids(rules: Sequence[Box], corners: Meter) -> list[Grid]:
    edges = merge_edges([_edge(rule) for rule in rules], *[_TOLERANCE] * 4) if rules else []
    edges = filter_edges(edges, min_length=_SHORTEST)
    upright = sum(edge["orientation"] == "v" for edge in edges)
    corners.spend(upright * (len(edges) - upright) // _CROSSINGS)
    crossings = edges_to_intersections(edges, _TOLERANCE, _TOLERANCE)
    corners.spend(len(crossings))
    tables = map(Grid.of, cells_to_tables(intersections_to_cells(crossings)))
    several = (grid for grid in tables if len(grid.x0s) > 1)
    return sorted(several, key=lambda grid: grid.box.size * (grid.box.x1 - grid.box.x0))


def _edge(rule: Box) -> dict[str, Any]:
    """A rule as pdfplumber has it."""
    width, height = rule.x1 - rule.x0, rule.bottom - rule.top
    ends = {"x0": rule.x0, "x1": rule.x1, "top": rule.top, "bottom": rule.bottom}
    return {**ends, "width": width, "height": height, "orientation": "v" if height > width else "h"}


Slot = tuple[int, int]
"""A row and a column of a grid."""


def fill(grid: Grid, glyphs: Sequence[Glyph]) -> tuple[tuple[tuple[Cell, ...], ...], list[Glyph]]:
    """The rows of a table, and the characters that are not in it.

    A character in a gap of the grid makes a cell there: nothing in a table is lost.
    """
    spans = _spans(grid)
    starts = {
        (row + i, column + j): (row, column)
        for (row, column), (down, across) in spans.items()
        for i in range(down)
        for j in range(across)
    }
    contents: dict[Slot, list[Glyph]] = {start: [] for start in spans}
    rest = []
    for glyph in glyphs:
        if slot := grid.slot(glyph):
            contents.setdefault(starts.get(slot, slot), []).append(glyph)
        else:
            rest.append(glyph)
    rows: list[list[Cell]] = [[] for _ in grid.tops]
    for start, of_cell in sorted(contents.items()):
        text = "\n".join(line.text for line in lines(of_cell))
        rows[start[0]].append(Cell(text, *spans.get(start, (1, 1))))
    return tuple(map(tuple, rows)), rest


def _spans(grid: Grid) -> dict[Slot, tuple[int, int]]:
    """Where each cell starts and how many rows and columns it covers."""
    spans = {}
    for cell in grid.cells:
        row, column = bisect_left(grid.tops, cell.top), bisect_left(grid.x0s, cell.x0)
        down = bisect_left(grid.tops, cell.bottom) - row
        spans[row, column] = down, bisect_left(grid.x0s, cell.x1) - column
    return spans
