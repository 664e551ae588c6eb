"""Only cells that are certainly those of a row are taken for them."""

from govdisclosure.form import at
from govdisclosure.model.parts import ByApplicant
from tests.support.deviations import (
    HEADER,
    PLAIN,
    codes,
    numbers,
    read_changed,
    reading_of,
    table,
    unplaced,
)
from tests.support.printing import GAPPED_STYLES, in_text


def test_a_row_that_lost_a_cell_is_left_out_whole_and_said() -> None:
    """Which cell is missing cannot be known: a number in the wrong place is worse."""
    reading = read_changed("（一）予以公开 | 11 | 2 |", "（一）予以公开 | 11 |")
    row = reading.report.requests.outcomes.granted
    assert row == ByApplicant(None, None, None, None, None, None, None)
    assert "READ-ROW-NOT-PLACED" in codes(reading)
    assert ("（一）予以公开 | 11 | 0 | 1 | 1 | 0 | 15", "row_count") in unplaced(reading)


def test_zeros_run_together_are_one_zero_a_column() -> None:
    reading = read_changed("规章 | 0 | 0 | 0 |", "规章000")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())


def test_other_digits_run_together_are_not_taken_apart() -> None:
    reading = read_changed("行政规范性文件 | 3 | 1 | 14 |", "行政规范性文件3114")
    assert at(reading.report, "/proactive_disclosure/normative_documents/issued") is None
    assert "READ-ROW-NOT-PLACED" in codes(reading)


def test_without_drawn_cells_a_row_that_does_not_add_up_is_in_doubt() -> None:
    """A blank leaves no trace there, and a page number may stand in its place."""
    text = in_text(PLAIN.report, GAPPED_STYLES["one cell a paragraph"])
    row = "2.重复申请\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n"
    reading = read_changed(row, "2.重复申请\n\n1\n\n0\n\n0\n\n0\n\n0\n\n1\n\n5\n", text=text)
    assert reading.report.requests.outcomes.not_processed.duplicate.total is None
    assert "READ-ROW-IN-DOUBT" in codes(reading)


def test_blank_cells_on_both_sides_are_told_by_the_header_above() -> None:
    printed_table = table([*HEADER, "", ""], ["规章", "", "2", "", "", ""])
    assert numbers(reading_of(printed_table)) == {"rules/repealed": 2}


def test_blank_cells_on_both_sides_without_a_header_are_left_out_and_said() -> None:
    printed_table = table(HEADER[:1], ["规章", "", "2", "", ""], ["行政规范性文件", "4", "5", "6"])
    reading = reading_of(printed_table)
    assert sorted(numbers(reading).values()) == [4, 5, 6]
    assert [u.why for u in reading.unplaced] == ["row_count"]
