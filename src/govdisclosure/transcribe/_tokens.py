"""The blocks of a section → tokens in reading order: paragraphs of prose, or pieces of a table."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from attrs import evolve, frozen

from govdisclosure.document import Block, Heading, Paragraph, Table
from govdisclosure.findings import SourceLocation
from govdisclosure.form import has_words


@frozen
class Token:
    """One piece of text in reading order: a cell, or a line that may be one.

    ``row`` is a number that pieces of the same printed row share, where rows are known;
    ``is_cell`` is true for a piece that the document itself shows to be one, ``is_spaced``
    if it shows so by gaps alone.
    """

    text: str
    where: SourceLocation
    row: int | None = None
    is_cell: bool = False
    is_spaced: bool = False


def paragraphs(blocks: Sequence[Block]) -> list[Token]:
    """The prose of some blocks, a token a paragraph; a table gives its cells, row by row."""
    prose: list[Token] = []
    for block in blocks:
        if isinstance(block, Table):
            rows = (" ".join(cell.text for cell in row) for row in block.rows)
            prose += [Token(row.strip(), block.where) for row in rows if has_words(row)]
        elif has_words(block.text):
            prose.append(Token(block.text, block.where))
    return prose


def tokens(blocks: Sequence[Block]) -> list[Token]:
    """The pieces of a table section in reading order; empty cells are empty tokens."""
    pieces: list[Token] = []
    for number, (cells, *flags) in enumerate(_rows(blocks)):
        row = number if len(cells) > 1 else None
        pieces += [Token(_on_one_line(text), where, row, *flags) for text, where in cells]
    return pieces


def _on_one_line(text: str) -> str:
    """A cell's lines as one; between two digits a space stays, for 12 and 34 are not 1234."""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"(?<!\d)\n++|\n++(?!\d)", "", lines)


_Row: TypeAlias = tuple[list[tuple[str, SourceLocation]], bool, bool]
"""Its cells with their places; whether they are drawn as cells, and by gaps alone."""


def _rows(blocks: Sequence[Block]) -> Iterator[_Row]:
    """The cells of each line of text or row of a table."""
    for block in blocks:
        if isinstance(block, Paragraph):
            pieces = [(text, block.where) for text in block.pieces()]
            yield pieces, bool(block.cells), block.is_spaced
        elif isinstance(block, Heading):
            yield [(block.text, block.where)], False, False
        else:
            starts_by_row = block.starts(_WIDEST)
            for n, (row, starts) in enumerate(zip(block.rows, starts_by_row, strict=True)):
                where = evolve(block.where, row=(block.where.row or 1) + n)
                first = block.where.column or 1
                columns = [evolve(where, column=first + start) for start in starts]
                yield [(c.text, at) for c, at in zip(row, columns, strict=True)], True, False


_WIDEST = 100
"""Columns from which on it does not matter what a merged cell covers."""
