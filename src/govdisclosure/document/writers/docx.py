"""A document → a Word file. Needs the extra ``docx`` (python-docx).

A4, headings in Word's own heading styles, tables with merged cells and black rules.
"""

from io import BytesIO
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from govdisclosure.document._document import Document, Heading, Table
from govdisclosure.document._grid import grid_positions, size, widths
from govdisclosure.i18n import escape_control_lines

_PAPER, _MARGINS = (Mm(210), Mm(297)), {"top": 25, "bottom": 25, "left": 20, "right": 20}
_ACROSS = 170  # mm between the margins
_PROSE, _HEADINGS = "FangSong", ("SimHei", "SimHei", "KaiTi")
_LONG = 20  # rows of a table that needs a page of its own
_IN_A_CELL, _BODY = "FormCell", "BodyText"
"""Ids of styles: by name python-docx looks through all of them for every paragraph."""

_SIZES = (Pt(20), Pt(15), Pt(14))


def write_document(document: Document) -> bytes:
    """The DOCX file of a document."""
    word = docx.Document()
    _set_up(word)
    for block, after in zip(document.blocks, (*document.blocks[1:], None), strict=True):
        if isinstance(block, Table):
            _draw(word, block)
        elif isinstance(block, Heading):
            style = f"Heading {min(block.level, 3)}"
            heading = word.add_paragraph(escape_control_lines(block.text), style=style)
            fills_a_page = isinstance(after, Table) and len(after.rows) > _LONG
            heading.paragraph_format.page_break_before = fills_a_page
        else:
            word.add_paragraph(escape_control_lines(block.text))._p.style = _BODY
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _set_up(word: Any) -> None:
    [section] = word.sections
    section.page_width, section.page_height = _PAPER
    for side, millimetres in _MARGINS.items():
        setattr(section, f"{side}_margin", Mm(millimetres))
    _font(word.styles["Normal"], _PROSE, Pt(14))
    body = word.styles["Body Text"].paragraph_format
    body.first_line_indent, body.space_after, body.line_spacing = Pt(28), Pt(0), 1.5
    for level, (name, height) in enumerate(zip(_HEADINGS, _SIZES, strict=True), 1):
        style = word.styles[f"Heading {level}"]
        _font(style, name, height)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.bold = level < 3
        if level == 1:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    cell = word.styles.add_style(_IN_A_CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.font.size, cell.paragraph_format.alignment = Pt(9), WD_ALIGN_PARAGRAPH.CENTER
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)


def _font(style: Any, name: str, height: Pt) -> None:
    """Word asks for the font of Chinese text apart from that of Latin text."""
    style.font.name, style.font.size = name, height
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), name)


def _draw(word: Any, block: Table) -> None:
    rows, columns = size(block)
    table = word.add_table(rows, columns, style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    grid = [list(row.cells) for row in table.rows]
    for share, column in zip(widths(block), range(columns), strict=True):
        table.columns[column].width = Mm(_ACROSS * share)
        for cells in grid:
            cells[column].width = Mm(_ACROSS * share)
    for (row, column), cell in grid_positions(block).items():
        first = grid[row][column]
        if (cell.down, cell.across) != (1, 1):
            first = first.merge(grid[row + cell.down - 1][column + cell.across - 1])
        _fill(first, escape_control_lines(cell.text))
    word.add_paragraph().paragraph_format.space_after = Pt(0)


def _fill(cell: Any, text: str) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    [paragraph, *more] = cell.paragraphs
    for left_by_merging in more:
        left_by_merging._p.getparent().remove(left_by_merging._p)
    paragraph._p.style, paragraph.text = _IN_A_CELL, text
