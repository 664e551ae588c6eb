"""A document → plain text, the cells of a row between bars.

Plain text has no escapes that people know: a bar or a line break in a cell is written as
another sign, so that it cannot move the numbers of its row.
"""

from govdisclosure.document._document import Document, Heading, Paragraph, Table
from govdisclosure.document._marks import BARS
from govdisclosure.i18n import escape_control_lines

_BROKEN_BARS = dict.fromkeys((ord("|"), *BARS), "¦")


def write_document(document: Document) -> str:
    """The text of a document; a merged cell stands once, where it starts.

    >>> from govdisclosure.document import Cell
    >>> table = Table(((Cell("规章"), Cell("0"), Cell(""), Cell("2")),))
    >>> print(write_document(Document((Heading("一、总体情况"), table))))
    一、总体情况
    <BLANKLINE>
    规章 | 0 |  | 2 |
    <BLANKLINE>
    """
    return "\n".join(_block(block) for block in document.blocks)


def _block(block: Heading | Paragraph | Table) -> str:
    if not isinstance(block, Table):
        return escape_control_lines(block.text) + "\n"
    rows = (" | ".join(_in_a_row(cell.text) for cell in row) for row in block.rows)
    return "".join(f"{row} |\n" for row in rows)


def _in_a_row(text: str) -> str:
    """A bar or a line break in a cell would end it; numbers on two lines are not one number."""
    return escape_control_lines(text).replace("\n", " / ").translate(_BROKEN_BARS)
