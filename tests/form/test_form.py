"""The form as a value: sections, rows, and blocks with their merged cells."""

from typing import Any

import pytest

from govdisclosure.document import Table
from govdisclosure.document._grid import grid_positions
from govdisclosure.form import form_rows
from govdisclosure.model import EDITION_2021, table_classes
from govdisclosure.transcribe import lay_out
from govdisclosure.transcribe._sections import SECTIONS
from tests.support.forms import Form, every_form


@every_form
def test_a_form_has_the_six_sections_and_every_row_of_its_tables(form: Form) -> None:
    sections = form.form.sections
    assert [s.name for s in sections] == list(SECTIONS)
    assert [s.label for s in sections] == list(SECTIONS.values())
    classes = table_classes(form.tables)
    for section in sections:
        table = classes.get(section.name)
        assert (section.table and section.table.rows) == (table and form_rows(table))


@every_form
def test_a_form_is_printed_with_the_cells_that_a_report_is_laid_out_with(form: Form) -> None:
    """Bands, headers and stubs, cell by cell, as ``lay_out`` prints an empty report."""
    laid_out = [block for block in lay_out(form.report(None)).blocks if hasattr(block, "rows")]
    printed = [section.table for section in form.form.sections if section.table]
    assert len(laid_out) == len(printed) == 3
    for block, table in zip(laid_out, printed, strict=True):
        cells = [[(c.text, c.down, c.across) for c in row] for row in block.rows]
        assert cells == list(drawing(table))


def drawing(table: Any) -> Any:
    for block in table.blocks:
        if block.band:
            yield [(block.band.zh, 1, block.depth + block.span * len(block.rows[0].columns))]
        for i, row in enumerate(block.header):
            corner = [(table.corner.zh if table.corner else "", len(block.header), block.depth)]
            cells = [(m.label.zh, m.down, m.across) for m in row]
            yield [*(corner if i == 0 and not table.across else []), *cells]
        if table.across:
            yield [("", 1, 1) for line in block.rows for _ in line.columns]
        for line, stub in zip(block.rows, block.stubs, strict=False):
            labels = [(m.label.zh, m.down, m.across) for m in stub if m]
            yield [*labels, *(("", 1, block.span) for _ in line.columns)]


@every_form
def test_every_row_of_a_printed_table_is_as_wide_as_the_table(form: Form) -> None:
    for block in lay_out(form.report(None)).blocks:
        if isinstance(block, Table):
            starts = grid_positions(block)
            covered = [
                (row + i, column + j)
                for (row, column), cell in starts.items()
                for i in range(cell.down)
                for j in range(cell.across)
            ]
            rows, columns = (max(axis) + 1 for axis in zip(*covered, strict=True))
            assert sorted(covered) == [(r, c) for r in range(rows) for c in range(columns)]


def test_a_section_is_found_by_its_name() -> None:
    assert EDITION_2021.form["overview"].label.zh == "一、总体情况"
    with pytest.raises(KeyError, match="no section 'preamble'"):
        EDITION_2021.form["preamble"]
