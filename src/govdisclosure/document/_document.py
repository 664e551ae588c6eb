"""The neutral document between file formats and reports: headings, paragraphs, tables.

A reader of some format makes a :class:`Document` and knows nothing of reports; the
assembler reads a document and knows nothing of formats.
"""

from collections.abc import Iterator
from sys import maxsize
from typing import TypeAlias

from attrs import field, frozen

from govdisclosure.findings import SourceLocation
from govdisclosure.i18n import Text, one_line


@frozen
class Heading:
    """A heading that the format marks as one; ``level`` 1 is the highest."""

    text: str
    level: int = 1
    where: SourceLocation = SourceLocation()


@frozen
class Paragraph:
    """A line or paragraph of text.

    ``cells`` is how it falls apart where the text draws cells with tabs, bars or wide
    gaps; an empty string there is an empty cell. Prose has one cell, itself. ``is_spaced``
    says that only gaps tell the cells apart, so that an empty one leaves no trace.
    """

    text: str
    where: SourceLocation = SourceLocation()
    cells: tuple[str, ...] = ()
    is_spaced: bool = False

    def pieces(self) -> tuple[str, ...]:
        """The cells, or the text as the only one."""
        return self.cells or (self.text,)


@frozen
class Cell:
    """A cell of a ruled table; a merged cell stands once, where it starts.

    ``label`` is the label that the text is, ``name`` says which number a cell is for. Both are
    for whoever draws the cell; a reader does not know them, and they are not compared.
    """

    text: str
    down: int = 1
    across: int = 1
    label: Text | None = field(default=None, eq=False)
    name: str = field(default="", eq=False)


@frozen
class Table:
    """A ruled table: rows of cells, merged cells counted where they start.

    ``where`` has the row and column of the source that it begins in, if not the first ones.
    """

    rows: tuple[tuple[Cell, ...], ...]
    where: SourceLocation = SourceLocation()

    def __repr__(self) -> str:
        return one_line(self, f"rows={len(self.rows)}")

    def starts(self, widest: int = maxsize) -> Iterator[list[int]]:
        """The column of the grid in which each cell starts, from 0, row by row.

        ``widest`` is the column from which on no merged cell pushes others to the right, in a
        table that nobody has checked.

        >>> list(Table(((Cell("总计", down=2), Cell("1")), (Cell("2"),))).starts())
        [[0, 1], [1]]
        """
        below: dict[int, int] = {}
        for row in self.rows:
            above, below = below, {at: rows - 1 for at, rows in below.items() if rows > 1}
            starts: list[int] = []
            at = 0
            for cell in row:
                while at in above:
                    at += 1
                starts.append(at)
                if cell.down > 1:
                    covered = range(at, min(at + cell.across, widest))
                    below.update(dict.fromkeys(covered, cell.down - 1))
                at += cell.across
            yield starts


Block: TypeAlias = Heading | Paragraph | Table


@frozen
class Document:
    """The blocks of one document in reading order.

    ``aside`` is what the file holds beside them, so that it can be said: comments, hidden sheets.
    """

    blocks: tuple[Block, ...]
    aside: tuple[Paragraph, ...] = ()

    def __repr__(self) -> str:
        return one_line(self, f"blocks={len(self.blocks)} aside={len(self.aside)}")
