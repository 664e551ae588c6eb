"""A page: the neutral document between file formats and reports.

A reader of some format makes a :class:`Page` and knows nothing of reports; the
assembler reads a page and knows nothing of formats.
"""

from typing import TypeAlias

from attrs import field, frozen


@frozen(kw_only=True)
class Where:
    """A place in the source, as far as the format knows one; counted from 1."""

    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def say(self, lang: str = "zh") -> str:
        """The place for a reader.

        >>> Where(line=12).say(), Where(table=1, row=2, column=3).say("en")
        ('第12行', 'table 1, row 2, column 3')
        """
        known = [(n, getattr(self, n)) for n in _WORDS if getattr(self, n) is not None]
        if lang == "zh":
            return "".join(_WORDS[name].format(number) for name, number in known)
        return ", ".join(f"{name} {number}" for name, number in known)


_WORDS = {
    "page": "第{}页",
    "line": "第{}行",
    "table": "第{}个表格",
    "row": "表内第{}行",
    "column": "第{}格",
}


@frozen
class Heading:
    """A heading that the format marks as one; ``level`` 1 is the highest."""

    text: str
    level: int = 1
    where: Where = Where()


@frozen
class Paragraph:
    """A line or paragraph of text.

    ``cells`` is how it falls apart where the text draws cells with tabs, bars or wide
    gaps; an empty string there is an empty cell. Prose has one cell, itself. ``spaced``
    says that only gaps tell the cells apart, so that an empty one leaves no trace.
    """

    text: str
    where: Where = Where()
    cells: tuple[str, ...] = ()
    spaced: bool = False

    def pieces(self) -> tuple[str, ...]:
        """The cells, or the text as the only one."""
        return self.cells or (self.text,)


@frozen
class Cell:
    """A cell of a ruled table; a merged cell stands once, where it starts.

    ``head`` is true for a label, ``name`` says which number a cell is for. Both are for
    whoever draws the cell; a reader does not know them, and they are not compared.
    """

    text: str
    down: int = 1
    across: int = 1
    head: bool = field(default=False, eq=False)
    name: str = field(default="", eq=False)


@frozen
class Table:
    """A ruled table: rows of cells, merged cells counted where they start.

    ``where`` has the row and column of the source that it begins in, if not the first ones.
    """

    rows: tuple[tuple[Cell, ...], ...]
    where: Where = Where()


Block: TypeAlias = Heading | Paragraph | Table


@frozen
class Page:
    """The blocks of one document in reading order.

    ``aside`` is what the file holds beside them, so that it can be said: comments, hidden sheets.
    """

    blocks: tuple[Block, ...]
    aside: tuple[Paragraph, ...] = ()


@frozen
class NoPage(Exception):
    """No page can be made of a file; ``why`` is the key of the message that says so."""

    why: str = "damaged"
