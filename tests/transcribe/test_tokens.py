"""Pieces of a table come in reading order, each with its place in the source."""

import pytest

from govdisclosure.document import Cell, Table
from govdisclosure.findings import SourceLocation
from govdisclosure.transcribe._tokens import tokens
from tests.support.deviations import HEADER, reading_of


def test_a_cell_is_found_in_the_source_by_its_row_and_column_merged_cells_counted() -> None:
    printed_table = Table(
        (
            (Cell("信息内容", 1, 2), *map(Cell, HEADER[1:])),
            (Cell("规章", 2, 2), Cell("1"), Cell("2"), Cell("3")),
            (Cell("4"), Cell("5"), Cell("6")),
        ),
        SourceLocation(table=2, row=10, column=3),
    )
    reading = reading_of(printed_table)
    place = reading.provenance["/proactive_disclosure/rules/issued"].where
    assert place == SourceLocation(table=2, row=11, column=5)
    assert [piece.where for piece in reading.unplaced] == [
        SourceLocation(table=2, row=12, column=column) for column in (5, 6, 7)
    ]


@pytest.mark.parametrize("lines", ["9 \n238", "9\n238", "9\n \n238"])
def test_numbers_on_two_lines_of_a_cell_are_never_one(lines: str) -> None:
    values = [token.text for token in tokens([Table(((Cell("规章"), Cell(lines)),))])]
    assert values == ["规章", "9\n238"]
