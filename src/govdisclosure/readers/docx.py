"""A Word file → :class:`~govdisclosure.page.Page`. Needs the extra ``docx`` (python-docx).

Paragraphs and tables in their order; a merged cell stands once, where it starts. Deleted
text is left out, inserted text is there. Nothing linked is fetched, nothing is run.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table as DocxTable
from lxml.etree import XMLSyntaxError

from govdisclosure.page import Block, Cell, Heading, NoPage, Page, Paragraph, Table, Where

_HEADING = re.compile(r"(?:Heading|标题)\s*([1-6])$", re.I)
_DAMAGED = (KeyError, AttributeError, IndexError, ValueError, OpcError, XMLSyntaxError, BadZipFile)
"""What python-docx raises for parts that are missing or not what they should be."""

_PIECES = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read_page(data: bytes) -> Page:
    """The page of a DOCX file.

    Raises:
        NoPage: it is damaged.
    """
    try:
        return Page(tuple(_blocks(docx.Document(BytesIO(data)))))
    except _DAMAGED as why:
        raise NoPage from why


def _blocks(document: Any) -> Iterator[Block]:
    tables = 0
    for item in document.iter_inner_content():
        if isinstance(item, DocxTable):
            tables += 1
            yield Table(tuple(_rows(item)), Where(table=tables))
            continue
        level = _HEADING.match(item.style.name or "") if item.style else None
        for line in _text(item._p).split("\n"):
            if line.strip():
                said = line.strip()
                yield Heading(said, int(level.group(1))) if level else Paragraph(said)


def _rows(table: Any) -> Iterator[tuple[Cell, ...]]:
    """The cells of a table; one that continues a merged cell above is left out."""
    rows = [list(_placed(row)) for row in table._tbl.tr_lst]
    for number, row in enumerate(rows):
        yield tuple(
            Cell(_cell_text(tc), _down(rows[number + 1 :], at), tc.grid_span)
            for at, tc in row
            if tc.vMerge != "continue"
        )


def _placed(row: Any) -> Iterator[tuple[int, Any]]:
    """The cells of a row with the grid column that each starts in."""
    at = row.grid_before
    for tc in row.tc_lst:
        yield at, tc
        at += tc.grid_span


def _down(below: list[list[tuple[int, Any]]], at: int) -> int:
    """How many rows a cell that starts in a grid column covers."""
    count = 1
    for row in below:
        if not any(start == at and tc.vMerge == "continue" for start, tc in row):
            break
        count += 1
    return count


def _cell_text(tc: Any) -> str:
    lines = (_text(paragraph).strip() for paragraph in tc.iter(qn("w:p")))
    return "\n".join(line for line in lines if line)


def _text(paragraph: Any) -> str:
    """The text of a paragraph, that of inserted runs, fields and content controls included."""
    return "".join(
        (node.text or "") if node.tag == qn("w:t") else _PIECES[node.tag]
        for node in paragraph.iter(qn("w:t"), *_PIECES)
        if not (node.tag == qn("w:tab") and node.getparent().tag == qn("w:tabs"))
    )
