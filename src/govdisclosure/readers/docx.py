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
_PARAGRAPH, _TEXT, _TAB, _TABS = (qn(f"w:{name}") for name in ("p", "t", "tab", "tabs"))


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
    levels: dict[str | None, int] = {}
    for item in document.iter_inner_content():
        if isinstance(item, DocxTable):
            tables += 1
            yield Table(tuple(_rows(item)), Where(table=tables))
            continue
        style = item._p.style
        if style not in levels:  # python-docx goes through all styles to find one
            levels[style] = _level(item)
        for line in _text(item._p).split("\n"):
            if line.strip():
                said = line.strip()
                yield Heading(said, levels[style]) if levels[style] else Paragraph(said)


def _level(paragraph: Any) -> int:
    """The level of the heading that a paragraph's style makes of it; 0 for none."""
    found = _HEADING.match(paragraph.style.name or "") if paragraph.style else None
    return int(found.group(1)) if found else 0


def _rows(table: Any) -> Iterator[tuple[Cell, ...]]:
    """The cells of a table; one that continues a merged cell above is left out."""
    rows = [list(_placed(row)) for row in table._tbl.tr_lst]
    going_on = [{at for at, tc, _ in row if tc.vMerge == "continue"} for row in rows]
    for number, row in enumerate(rows):
        yield tuple(
            Cell(_cell_text(tc), _down(going_on, number, at), across)
            for at, tc, across in row
            if at not in going_on[number]
        )


def _placed(row: Any) -> Iterator[tuple[int, Any, int]]:
    """The cells of a row with the grid column that each starts in and how many it spans."""
    at = row.grid_before
    for tc in row.tc_lst:
        across = tc.grid_span
        yield at, tc, across
        at += across


def _down(going_on: list[set[int]], row: int, at: int) -> int:
    """How many rows a cell covers that starts in a row and a grid column."""
    last = row + 1
    while last < len(going_on) and at in going_on[last]:
        last += 1
    return last - row


def _cell_text(tc: Any) -> str:
    lines = (_text(paragraph).strip() for paragraph in tc.iter(_PARAGRAPH))
    return "\n".join(line for line in lines if line)


def _text(paragraph: Any) -> str:
    """The text of a paragraph, that of inserted runs, fields and content controls included."""
    return "".join(
        (node.text or "") if node.tag == _TEXT else _PIECES[node.tag]
        for node in paragraph.iter(_TEXT, *_PIECES)
        if not (node.tag == _TAB and node.getparent().tag == _TABS)
    )
