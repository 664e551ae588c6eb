"""The ruled tables of a sheet: pdfplumber finds the cells, the characters go into them."""

from bisect import bisect_right
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

from govdisclosure.page import Cell, NoPage
from govdisclosure.readers.pdf.lines import lines
from govdisclosure.readers.pdf.sheets import Box, Glyph

_TOLERANCE = 3
"""Points by which rules that should meet may miss each other."""

_SHORTEST = 3
"""Points below which a rule is none."""

_MOST_CROSSINGS = 1_000_000
"""Upright rules times level ones on a sheet; table three has some fifteen times thirty."""

_MOST_CORNERS = 4_000
"""Corners of cells on a sheet; table three has some three hundred."""


@frozen
class Grid:
    """A ruled table before anything is written into it."""

    cells: tuple[Box, ...]
    x0s: tuple[float, ...]
    tops: tuple[float, ...]

    @classmethod
    def of(cls, cells: Sequence[tuple[float, float, float, float]]) -> "Grid":
        """The grid of some cells: (x0, top, x1, bottom)."""
        boxes = tuple(Box(*cell) for cell in cells)
        x0s, tops = {box.x0 for box in boxes}, {box.top for box in boxes}
        return cls(boxes, tuple(sorted(x0s)), tuple(sorted(tops)))

    @property
    def box(self) -> Box:
        """The rectangle around all cells."""
        right, bottom = max(c.x1 for c in self.cells), max(c.bottom for c in self.cells)
        return Box(self.x0s[0], self.tops[0], right, bottom)

    def slot(self, box: Box) -> tuple[int, int] | None:
        """The row and column that the middle of something stands in."""
        around = self.box
        if not (around.x0 <= box.x < around.x1 and around.top <= box.y < around.bottom):
            return None
        return bisect_right(self.tops, box.y) - 1, bisect_right(self.x0s, box.x) - 1


def grids(rules: Sequence[Box]) -> list[Grid]:
    """The tables that rules draw, those inside others first.

    Boxes that only stand one below the other rule no table: text is framed or shaded so.

    Raises:
        NoPage: there are too many rules.
    """
    merged = merge_edges([_edge(rule) for rule in rules], *[_TOLERANCE] * 4) if rules else []
    edges = filter_edges(merged, min_length=_SHORTEST)
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright * (len(edges) - upright) > _MOST_CROSSINGS:
        raise NoPage("too_complex")
    corners = edges_to_intersections(edges, _TOLERANCE, _TOLERANCE)
    if len(corners) > _MOST_CORNERS:
        raise NoPage("too_complex")
    found = map(Grid.of, cells_to_tables(intersections_to_cells(corners)))
    tables = (grid for grid in found if len(grid.x0s) > 1)
    return sorted(tables, key=lambda grid: grid.box.size * (grid.box.x1 - grid.box.x0))


def _edge(rule: Box) -> dict[str, Any]:
    """A rule as pdfplumber has it."""
    width, height = rule.x1 - rule.x0, rule.bottom - rule.top
    ends = {"x0": rule.x0, "x1": rule.x1, "top": rule.top, "bottom": rule.bottom}
    return {**ends, "width": width, "height": height, "orientation": "v" if height > width else "h"}


def written(
    grid: Grid, glyphs: Sequence[Glyph]
) -> tuple[tuple[tuple[Cell, ...], ...], list[Glyph]]:
    """The rows of a table, and the characters that are not in it.

    A character in a gap of the grid makes a cell there: nothing in a table is lost.
    """
    cells: dict[tuple[int, int], Cell] = {}
    starts: dict[tuple[int, int], tuple[int, int]] = {}
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for box in grid.cells:
        row, column = grid.tops.index(box.top), grid.x0s.index(box.x0)
        down = sum(box.top <= top < box.bottom for top in grid.tops)
        across = sum(box.x0 <= x0 < box.x1 for x0 in grid.x0s)
        spans[row, column] = down, across
        for i in range(down):
            for j in range(across):
                starts.setdefault((row + i, column + j), (row, column))
    inside: dict[tuple[int, int], list[Glyph]] = {start: [] for start in spans}
    rest = []
    for glyph in glyphs:
        slot = grid.slot(glyph)
        if slot is None:
            rest.append(glyph)
        else:
            inside.setdefault(starts.get(slot, slot), []).append(glyph)
    for start, of_cell in sorted(inside.items()):
        text = "\n".join(line.text for line in lines(of_cell))
        cells[start] = Cell(text, *spans.get(start, (1, 1)))
    rows = tuple(
        tuple(cell for (row, _), cell in cells.items() if row == n) for n in range(len(grid.tops))
    )
    return rows, rest
