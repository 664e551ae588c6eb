"""A document → Markdown, its tables as HTML tables.

A Markdown table can neither merge cells nor have a header of three rows, so that the form
does not fit into one; every Markdown there is takes HTML tables.
"""

import re

from govdisclosure.document._document import Block, Document, Heading, Table
from govdisclosure.document.markup import table
from govdisclosure.i18n import escape_control_lines

_MARKS = re.compile(r"[\\`*_\[\]<>&|~#]|^(?:[-+=]|\d+[.)])(?=\s|[-=]|$)")
"""What could be read as a mark of Markdown or HTML where it stands."""


def write_document(document: Document) -> str:
    """The Markdown of a document.

    >>> print(write_document(Document((Heading("一、总体*情况*", 2),))))
    ## 一、总体\\*情况\\*
    <BLANKLINE>
    """
    return "\n\n".join(_block(block) for block in document.blocks) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Table):
        return table(block)
    words = " ".join(_escape(line) for line in escape_control_lines(block.text).splitlines())
    return f"{'#' * block.level} {words}" if isinstance(block, Heading) else words


def _escape(line: str) -> str:
    # A list number is kept from being one at its dot.
    return _MARKS.sub(lambda mark: f"{mark[0][:-1]}\\{mark[0][-1]}", line.strip())
