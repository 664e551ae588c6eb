"""What every writer needs: where cells stand, how wide columns are, how tall rows."""

from collections.abc import Mapping

from govdisclosure.document._document import Cell, Table

_NARROWEST, _WIDEST = 4, 12
"""Widths of a column in characters: one word at least, and no label all in one line."""


def grid_positions(table: Table) -> Mapping[tuple[int, int], Cell]:
    """Where each cell of a table starts: row and column of the grid, from 0.

    >>> grid_positions(Table(((Cell("总计", down=2), Cell("1")), (Cell("2"),))))[1, 1].text
    '2'
    """
    rows = zip(table.rows, table.starts(), strict=True)
    return {
        (row, column): cell
        for row, (cells, starts) in enumerate(rows)
        for column, cell in zip(starts, cells, strict=True)
    }


def size(table: Table) -> tuple[int, int]:
    """How many rows and columns the grid of a table has."""
    starts = grid_positions(table).items()
    rows = max((row + cell.down for (row, _), cell in starts), default=0)
    return rows, max((column + cell.across for (_, column), cell in starts), default=0)


def widths(table: Table) -> tuple[float, ...]:
    """The share of each column in the width of the table, by what stands in it alone.

    >>> widths(Table(((Cell("行政规范性文件"), Cell("1", name="/made")),)))
    (0.6363636363636364, 0.36363636363636365)
    """
    _, columns = size(table)
    needed = [_NARROWEST] * columns
    starts = grid_positions(table).items()
    numbers = {column for (_, column), cell in starts if cell.name}
    for (_, column), cell in starts:
        if cell.across == 1 and (cell.name or column not in numbers):
            # Beside many rows a label has as many lines to stand in; above numbers it wraps.
            longest = -(-len(cell.text) // cell.down)
            needed[column] = max(needed[column], min(longest, _WIDEST))
    total = sum(needed)
    return tuple(width / total for width in needed)


def lines_in(table: Table, characters: float) -> tuple[int, ...]:
    """How many lines each row needs if the table is so many characters wide.

    >>> lines_in(Table(((Cell("行政规范性文件"), Cell("1")),)), 8)
    (2,)
    """
    rows, _ = size(table)
    shares = widths(table)
    lines = [1] * rows
    for (row, column), cell in grid_positions(table).items():
        if cell.down == 1:
            room = characters * sum(shares[column : column + cell.across])
            lines[row] = max(lines[row], -(-len(cell.text) // max(int(room), 1)))
    return tuple(lines)
