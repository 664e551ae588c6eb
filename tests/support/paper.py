"""Paper on which a document is set: lines fill it, tables go on overleaf, sheets have numbers."""

import re
from collections.abc import Mapping, Sequence

from attrs import Factory, define

from govdisclosure.document import Cell
from tests.support.pdfs import SIZE, WIDTH, Sheet, width_of

_MARGIN, _FOOT = 50, 50
_LEADING, _PADDING = 12, 3
_NARROW = 40

_PIECE = re.compile(r"(?:\S\s+)?[!-~]+(?:\s+\S)?|.")
"""What is not broken: Latin words, numbers, and at spaces (which a line's end swallows)."""

Slots = Mapping[tuple[int, int], Cell]
Stretch = tuple[Sheet, float, float]
"""A row or a part of a cell on its sheet: where it begins and ends."""


@define
class Paper:
    """Sheets of some height and how deep the last one is full.

    ``cuts`` says whether the text of a cell goes on overleaf with it; else it stands where
    there is most room.
    """

    height: float
    cuts: bool = False
    sheets: list[Sheet] = Factory(list)
    depth: float = 0

    def __attrs_post_init__(self) -> None:
        self._turn()

    def _turn(self) -> None:
        """Begin a new sheet, numbered at its foot."""
        self.sheets.append(Sheet(self.height))
        self.sheets[-1].text(WIDTH / 2, self.height - 30, f"- {len(self.sheets)} -")
        self.depth = _MARGIN

    def _take(self, height: float) -> float:
        """Room on the last sheet or a new one; where it begins."""
        if self.depth + height > self.height - _FOOT:
            self._turn()
        self.depth += height
        return self.depth - height

    def paragraph(self, words: str) -> None:
        """Words in lines as wide as the paper, the first one indented."""
        lines = wrap("一一" + words, WIDTH - 2 * _MARGIN)
        for n, line in enumerate(lines):
            top = self._take(2 * SIZE)
            x, words = (_MARGIN + 2 * SIZE, line[2:]) if n == 0 else (_MARGIN, line)
            self.sheets[-1].text(x, top, words)

    def table(self, cells: Slots) -> None:
        """A ruled table with merged cells; rows that do not fit go on overleaf."""
        widths = _widths(cells)
        lines = {
            at: wrap(cell.text, sum(widths[at[1] : at[1] + cell.across]) - 2 * _PADDING)
            for at, cell in cells.items()
        }
        rows = []
        for height in _heights(cells, lines):
            top = self._take(height)
            rows.append((self.sheets[-1], top, top + height))
        for (row, column), cell in cells.items():
            x0 = _MARGIN + sum(widths[:column])
            x1 = x0 + sum(widths[column : column + cell.across])
            self._draw(rows[row : row + cell.down], x0, x1, lines[row, column])
        for sheet, _, _ in rows:
            sheet.width = max(sheet.width, 2 * _MARGIN + sum(widths))

    def _draw(self, rows: Sequence[Stretch], x0: float, x1: float, lines: Sequence[str]) -> None:
        """A cell over some rows, ruled on each sheet."""
        parts: list[Stretch] = []
        for sheet, top, bottom in rows:
            if parts and parts[-1][0] is sheet:
                top = parts.pop()[1]
            parts.append((sheet, top, bottom))
        for sheet, top, bottom in parts:
            sheet.box(x0, top, x1, bottom)
        room = [int((bottom - top - 2 * _PADDING) // _LEADING) for _, top, bottom in parts]
        if not self.cuts and max(room) >= len(lines):
            parts, room = [parts[room.index(max(room))]], [len(lines)]
        for (sheet, top, _), count in zip(parts, room, strict=True):
            for n, line in enumerate(lines[:count]):
                sheet.text(x0 + _PADDING, top + _PADDING + n * _LEADING, line)
            lines = lines[count:]


def wrap(words: str, width: float) -> list[str]:
    """Words in lines of some width."""
    lines = [""]
    for piece in _PIECE.findall(words):
        if lines[-1] and width_of(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece
    return lines


def _widths(cells: Slots) -> list[float]:
    """How wide columns are: as narrow as what cannot be broken in them allows."""
    columns = max(column + cell.across for (_, column), cell in cells.items())
    widths = [2.0 * SIZE] * columns
    for (_, column), cell in cells.items():
        pieces = map(width_of, _PIECE.findall(cell.text))
        if cell.across == 1:
            width = max([*pieces, min(width_of(cell.text), _NARROW)]) + 2 * _PADDING
            widths[column] = max(widths[column], width)
    return widths


def _heights(cells: Slots, lines: Mapping[tuple[int, int], Sequence[str]]) -> list[float]:
    rows = max(row + cell.down for (row, _), cell in cells.items())
    heights = [0.0] * rows
    for (row, column), cell in sorted(cells.items(), key=lambda item: item[1].down):
        height = len(lines[row, column]) * _LEADING + 2 * _PADDING
        missing = height - sum(heights[row : row + cell.down])
        heights[row + cell.down - 1] += max(missing, 0)
    return heights
