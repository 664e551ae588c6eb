"""A Word file → a document. Needs the extra ``docx`` (python-docx).

Paragraphs and tables in their order, those in content controls and text boxes included; a
merged cell stands once, where it starts. Deleted and hidden text is left out, inserted text is
there; notes and comments stand beside the document. Nothing linked is fetched, nothing is run.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from attrs import define
from docx import oxml
from docx.oxml.exceptions import InvalidXmlError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from lxml.etree import QName, XMLSyntaxError

from govdisclosure.document._document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.document._marks import Mark, spell_out
from govdisclosure.document.readers._package import Package, open_package
from govdisclosure.document.readers._refusals import unreadable
from govdisclosure.findings import SourceLocation

_HEADING = re.compile(r"(?:Heading|标题)\s*([1-6])$", re.I)
_DAMAGED = (KeyError, AttributeError, IndexError, ValueError, InvalidXmlError, XMLSyntaxError)
"""What python-docx raises for parts that are not what they should be."""


def _w(*names: str) -> list[str]:
    """Names of elements and attributes of WordprocessingML."""
    return [qn(f"w:{name}") for name in names]


_PARAGRAPH, _TABLE, _ROW, _CELL = _w("p", "tbl", "tr", "tc")
_AROUND = frozenset(_w("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
"""What may stand around paragraphs, tables, rows and cells: content controls, insertions."""

_DELETED_ROW = f"{qn('w:trPr')}/{qn('w:del')}"
_DELETED_CELL = f"{qn('w:tcPr')}/{qn('w:cellDel')}"
_DRAWN = _w("drawing", "pict", "object")
_NOTES = ("footnotes", "endnotes", "comments")
_NOTE = _w("footnote", "endnote", "comment")

_Marks: TypeAlias = tuple[Mark, ...]
_MarksOfStyle: TypeAlias = Mapping[str | None, _Marks | None]
"""What a style does to a text, by the style's id; ``None`` hides it."""

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What only old programs show: it says once more what stands beside it."""

_BOX, _RUN, _LOOK, _SYMBOL = _w("txbxContent", "r", "rPr", "sym")
_LEFT_OUT = frozenset((_FALLBACK, _BOX, _LOOK, *_w("pPr", "del", "moveFrom", "rt")))
"""Deleted text, small type above words; text boxes, which are no part of the line."""

_TEXTS = frozenset((qn("w:t"), qn("m:t")))
_PIECES = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_STRUCK = frozenset(_w("strike", "dstrike"))
_HIDDEN, _STYLE, _ALIGNED, _VALUE = _w("vanish", "rStyle", "vertAlign", "val")
_MARKS: dict[str | None, _Marks] = {"superscript": (Mark.RAISED,), "subscript": (Mark.LOWERED,)}


def read_document(data: bytes) -> Document:
    """The document in a DOCX file.

    Raises:
        UnreadableDocumentError: it is damaged, or holds more than can be a report.
    """
    package = open_package(data, "DOCX")
    main = package.main
    try:
        root = oxml.parse_xml(package.metered(main))
        reader = _BlockReader(*_styles(package, main))
        notes = _notes(package, main, reader.looks)
        return Document(tuple(reader.blocks(root.body)), tuple(notes))
    except _DAMAGED as why:
        raise unreadable("damaged", "DOCX") from why


def _parts(package: Package, main: str, *kinds: str) -> Iterator[Element]:
    """The roots of the parts of some kinds."""
    for kind in kinds:
        for _, name in package.related(main, kind):
            yield oxml.parse_xml(package.metered(name))


def _styles(
    package: Package, main: str
) -> tuple[dict[str | None, int], dict[str | None, _Marks | None]]:
    """The level of the heading that a style makes, and what it does to a text, by its id."""
    levels: dict[str | None, int] = {}
    looks: dict[str | None, _Marks | None] = {}
    for style in chain.from_iterable(part.style_lst for part in _parts(package, main, "styles")):
        if heading := _HEADING.match(style.name_val or ""):
            levels[style.styleId] = int(heading[1])
        looks[style.styleId] = _marks_of(style.find(_LOOK), {})
    return levels, looks


def _notes(package: Package, main: str, looks: _MarksOfStyle) -> Iterator[Paragraph]:
    """Footnotes, endnotes and comments: the text shows no more than their marks."""
    for part in _parts(package, main, *_NOTES):
        for note in part.iter(*_NOTE):
            lines = (_text(line, looks).strip() for line in note.iter(_PARAGRAPH))
            if words := "\n".join(lines).strip():
                yield Paragraph(words)


def _within(node: Element, *kinds: str) -> Iterator[Element]:
    """The children of some kinds, whatever stands around them."""
    for child in node:
        if child.tag in kinds:
            yield child
        elif child.tag in _AROUND:
            yield from _within(child, *kinds)


@define
class _BlockReader:
    """Reads the blocks of a document and counts its tables."""

    levels: dict[str | None, int]
    looks: _MarksOfStyle
    tables: int = 0

    def blocks(self, around: Element) -> Iterator[Block]:
        for node in _within(around, _PARAGRAPH, _TABLE):
            if node.tag == _PARAGRAPH:
                yield from self._lines(node)
                for box in _boxes(node):
                    yield from self.blocks(box)
            elif _is_layout(node):
                for cell in (cell for row in _rows(node) for cell in _within(row, _CELL)):
                    yield from self.blocks(cell)
            else:
                self.tables += 1
                yield Table(tuple(_cells(node, self.looks)), SourceLocation(table=self.tables))

    def _lines(self, paragraph: Element) -> Iterator[Heading | Paragraph]:
        level = self.levels.get(paragraph.style, 0)
        for line in _text(paragraph, self.looks).split("\n"):
            if words := line.strip():
                yield Heading(words, level) if level else Paragraph(words)


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes that hang on a paragraph; those in a box hang on a paragraph there."""
    for box in paragraph.iter(_BOX):
        above = next(box.iterancestors(_PARAGRAPH))
        if above is paragraph and not _is_fallback(box):
            yield box


def _is_fallback(node: Element) -> bool:
    return next(node.iterancestors(_FALLBACK), None) is not None


def _is_layout(table: Element) -> bool:
    """Whether a table only arranges the page: it holds one of several rows."""
    return any(len(list(_rows(inner))) > 1 for inner in table.iterdescendants(_TABLE))


def _rows(table: Element) -> Iterator[Element]:
    return (row for row in _within(table, _ROW) if row.find(_DELETED_ROW) is None)


def _cells(table: Element, looks: _MarksOfStyle) -> Iterator[tuple[Cell, ...]]:
    """The cells of a table; one that continues a merged cell above is left out."""
    rows = [list(_cells_of_row(row)) for row in _rows(table)]
    continuations = [{at for at, tc, _ in row if tc.vMerge == "continue"} for row in rows]
    for number, row in enumerate(rows):
        yield tuple(
            Cell(_cell_text(tc, looks), _down(continuations, number, at), across)
            for at, tc, across in row
            if at not in continuations[number]
        )


def _cells_of_row(row: Element) -> Iterator[tuple[int, Element, int]]:
    """The cells of a row with the grid column that each starts in and how many it spans."""
    at = row.grid_before
    for tc in _within(row, _CELL):
        if tc.find(_DELETED_CELL) is None:
            across = tc.grid_span
            yield at, tc, across
            at += across


def _down(continuations: list[set[int]], row: int, at: int) -> int:
    """How many rows a cell covers that starts in a row and a grid column."""
    last = row + 1
    while last < len(continuations) and at in continuations[last]:
        last += 1
    return last - row


def _cell_text(tc: Element, looks: _MarksOfStyle) -> str:
    """The lines of a cell; of one that holds nothing but a picture, the name of the element."""
    paragraphs = (p for p in tc.iter(_PARAGRAPH) if not _is_fallback(p))
    lines = [line for p in paragraphs if (line := _text(p, looks).strip())]
    picture = None if lines else next(tc.iter(*_DRAWN), None)
    return "\n".join(lines) if picture is None else f"<{QName(picture).localname}>"


# The text of a paragraph as a person reads it ------------------------------------------------


def _text(paragraph: Element, styles: _MarksOfStyle) -> str:
    """The text of a paragraph, that of inserted runs, fields and content controls included."""
    return "".join(_pieces(paragraph, (), styles))


def _marks_of(look: Element | None, styles: _MarksOfStyle) -> _Marks | None:
    """What the properties of a run or style (``w:rPr``) do to a text; ``None``: they hide it."""
    marks: _Marks = ()
    for node in look if look is not None else ():
        value = node.get(_VALUE)
        if node.tag == _STYLE:
            of_style = styles.get(value, ())
            if of_style is None:
                return None
            marks += of_style
        elif node.tag == _ALIGNED:
            marks += _MARKS.get(value, ())
        elif value in ("0", "false", "off"):
            continue
        elif node.tag == _HIDDEN:
            return None
        elif node.tag in _STRUCK:
            marks += (Mark.STRUCK,)
    return marks


def _pieces(node: Element, marks: _Marks, styles: _MarksOfStyle) -> Iterator[str]:
    for child in node:
        tag = child.tag
        if tag in _LEFT_OUT:
            continue
        if tag in _TEXTS:
            yield spell_out(child.text or "", marks)
        elif tag in _PIECES:
            yield _PIECES[tag]
        elif tag == _RUN:
            own = _marks_of(child.find(_LOOK), styles)
            if own is not None:
                yield from _pieces(child, own, styles)
        elif tag == _SYMBOL:  # a character that only its font knows
            yield "\ufffd"
        elif len(child):
            yield from _pieces(child, marks, styles)
