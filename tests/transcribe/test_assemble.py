"""What reading makes of a whole document: which report, of which edition, and which it refuses."""

from typing import Any

import pytest
from attrs import evolve

from govdisclosure.document import Document, Paragraph
from govdisclosure.errors import NotAReportError
from govdisclosure.files import read_text
from govdisclosure.findings import SourceLocation
from govdisclosure.form import CellState
from govdisclosure.model import EDITION_2019, EDITION_2021, CellNote, Report, Unplaced
from govdisclosure.transcribe import assemble
from tests.support.deviations import (
    EXAMPLE,
    HEADER,
    OF_2019,
    PLAIN,
    SECOND,
    TITLE,
    codes,
    read_changed,
    table,
    unplaced,
)
from tests.support.freedonia import FREEDONIA
from tests.support.printing import STYLES, in_text


def test_the_example_is_read_whole_and_nothing_is_left_over() -> None:
    assert (codes(PLAIN), unplaced(PLAIN)) == (set(), [])
    assert {name: (c.numbers, c.blank, c.absent) for name, c in PLAIN.completeness.items()} == {
        "proactive_disclosure": (10, 0, 0),
        "requests": (175, 0, 0),
        "review_and_litigation": (15, 0, 0),
    }


def test_the_single_row_of_the_2019_form_makes_a_hybrid() -> None:
    table_3 = OF_2019[OF_2019.index("三、收到") : OF_2019.index("四、政府信息")]
    start, end = EXAMPLE.index("三、收到"), EXAMPLE.index("四、政府信息")
    reading = read_text(EXAMPLE[:start] + table_3 + EXAMPLE[end:])
    editions = reading.report.proactive_disclosure.edition, reading.report.requests.edition
    assert editions == (EDITION_2021.name, EDITION_2019.name)
    assert codes(reading) == {"READ-HYBRID"}
    assert reading.completeness["requests"].numbers == 161


def test_the_edition_is_told_by_labels_and_not_by_the_year() -> None:
    reading = read_changed("2020年", "2022年", text=OF_2019)
    assert (reading.report.year, reading.report.proactive_disclosure.edition) == (2022, "2019")


def test_an_edition_that_keeps_a_table_is_told_from_its_own() -> None:
    """An edition may change one table alone; the other is then no reason for a warning."""
    base: Any = EDITION_2021
    any_report: Any = Report
    heir_report = any_report[FREEDONIA.proactive_disclosure, EDITION_2021.requests]
    heir = evolve(base, name="heir", report_type=heir_report)
    reading = read_text(EXAMPLE, (EDITION_2019, EDITION_2021, heir))
    assert codes(reading) == set()


def test_an_empty_form_is_refused() -> None:
    empty = in_text(EDITION_2021.blank(year=2023), STYLES["bars"])
    with pytest.raises(NotAReportError) as error:
        read_text(empty)
    assert error.value.message.key == "empty_form"


def test_two_reports_in_one_text_are_refused() -> None:
    with pytest.raises(NotAReportError) as error:
        read_text(EXAMPLE + EXAMPLE.replace("2023", "2022"))
    assert error.value.message.key == "several_reports"


NATURAL = "/requests/outcomes/granted/natural_person"


GRANTED = "（一）予以公开 | 11 |"


@pytest.mark.parametrize(
    ("cell", "value", "note"),
    [
        ("", None, None),
        ("/", None, CellNote(printed="/", state=CellState.SLASH)),
        ("—", None, CellNote(printed="—", state=CellState.DASH)),
        ("无", None, CellNote(printed="无", state=CellState.NONE_WORD)),
        ("1,288", 1288, None),
        ("1288件", 1288, CellNote(printed="1288件")),
        (
            "22（其中修订 16 件）",
            22,
            CellNote(printed="22（其中修订 16 件）", note="其中修订 16 件"),
        ),
        ("-1", -1, CellNote(printed="-1")),
    ],
)
def test_the_text_of_a_cell_is_read_and_its_state_kept(
    cell: str, value: int | None, note: CellNote | None
) -> None:
    reading = read_changed(GRANTED, f"（一）予以公开 | {cell} |")
    assert dict(reading.report.cells()) == {**dict(PLAIN.report.cells()), NATURAL: value}
    assert reading.report.cell_notes == ({NATURAL: note} if note else {})
    assert reading.provenance[NATURAL].printed == cell


def test_a_cell_that_is_no_number_is_unreadable_and_said() -> None:
    reading = read_changed("（一）予以公开 | 11 |", "（一）予以公开 | 1.5 |")
    assert reading.report.requests.outcomes.granted.natural_person is None
    assert reading.report.cell_notes[NATURAL].state is CellState.UNREADABLE
    assert codes(reading) == {"READ-UNREADABLE"}


FOOTNOTES = ["86①", "86²", "86₂", "⑧"]


@pytest.mark.parametrize("cell", FOOTNOTES)
def test_a_footnote_mark_is_no_digit(cell: str) -> None:
    reading = read_changed("行政许可 | 86 |", f"行政许可 | {cell} |")
    address = "/proactive_disclosure/licensing/decisions"
    assert dict(reading.report.cells())[address] is None
    assert reading.report.cell_notes[address] == CellNote(printed=cell, state=CellState.UNREADABLE)


def test_what_stands_beside_the_document_is_not_placed_and_said() -> None:
    document = Document(
        (TITLE, SECOND, table(HEADER, ["规章", "1", "2", "3"])), (Paragraph("内部意见"),)
    )
    assert assemble(document).unplaced == (
        Unplaced(text="内部意见", where=SourceLocation(), section=None, why="aside"),
    )
