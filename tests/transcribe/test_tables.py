"""Tables that no format gave as they are printed: flattened, run together, with headings."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.findings import SourceLocation
from govdisclosure.model import Reading, Unplaced
from govdisclosure.transcribe import assemble, lay_out
from govdisclosure.transcribe._tokens import tokens
from tests.clauses.test_laws_of_reading import readable, same
from tests.support.forms import EDITIONS_AND_FREEDONIA, Form, every_form
from tests.support.printing import flat

TITLE = Paragraph("青禾县溪口镇2023年政府信息公开工作年度报告")
SECOND = Heading("二、主动公开政府信息情况", 2)
HEADER = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]


def table(*rows: list[str]) -> Table:
    return Table(tuple(tuple(map(Cell, row)) for row in rows))


def assembled(*blocks: Block) -> Reading:
    return assemble(Document((TITLE, SECOND, *blocks)))


def numbers(reading: Reading) -> dict[str, Any]:
    """The cells with a number, by the end of their pointers."""
    cells = (("/".join(p.split("/")[-2:]), value) for p, value in reading.report.cells())
    return {pointer: value for pointer, value in cells if value is not None}


@pytest.mark.slow
@pytest.mark.parametrize("repeat", [True, False], ids=["repeated", "empty"])
@every_form
@settings(max_examples=10, deadline=None, derandomize=True)
@given(data=st.data())
def test_merged_cells_that_are_repeated_or_left_empty_read_the_same(
    form: Form, repeat: bool, data: st.DataObject
) -> None:
    report = data.draw(readable(form, words=("abc", "见附件")))
    blocks = lay_out(report).blocks
    page = Document(tuple(flat(b, repeat) if isinstance(b, Table) else b for b in blocks))
    assert same(assemble(page, EDITIONS_AND_FREEDONIA), report)


def test_a_whole_report_in_one_table_is_cut_at_its_headings() -> None:
    whole = table(
        ["青禾县溪口镇2023年政府信息公开工作年度报告", "", "", ""],
        ["一、总体情况", "", "", ""],
        ["情况良好。", "", "", ""],
        ["二、主动公开政府信息情况", "", "", ""],
        HEADER,
        ["规章", "1", "2", "3"],
        ["行政规范性文件", "", "", ""],
        ["五、存在的主要问题及改进情况", "", "", ""],
        ["无。", "", "", ""],
    )
    reading = assemble(Document((whole,)))
    assert reading.report.title == TITLE.text
    assert reading.report.overview == ("情况良好。",)
    assert reading.report.problems_and_improvements == ("无。",)
    assert numbers(reading) == {"rules/issued": 1, "rules/repealed": 2, "rules/in_force": 3}
    assert reading.completeness["proactive_disclosure"].blank == 3
    place = reading.provenance["/proactive_disclosure/rules/in_force"].where
    assert place == SourceLocation(row=6, column=4)


def test_a_cell_is_found_in_the_source_by_its_row_and_column_merged_cells_counted() -> None:
    drawn = Table(
        (
            (Cell("信息内容", 1, 2), *map(Cell, HEADER[1:])),
            (Cell("规章", 2, 2), Cell("1"), Cell("2"), Cell("3")),
            (Cell("4"), Cell("5"), Cell("6")),
        ),
        SourceLocation(table=2, row=10, column=3),
    )
    reading = assembled(drawn)
    place = reading.provenance["/proactive_disclosure/rules/issued"].where
    assert place == SourceLocation(table=2, row=11, column=5)
    assert [piece.where for piece in reading.unplaced] == [
        SourceLocation(table=2, row=12, column=column) for column in (5, 6, 7)
    ]


def test_a_number_repeated_below_a_repeated_label_is_one_number() -> None:
    drawn = table(
        ["第二十条第（五）项"] * 4,
        ["信息内容", *["本年处理决定数量"] * 3],
        ["行政许可", "5", "5", "5"],
    )
    assert numbers(assembled(drawn)) == {"licensing/decisions": 5}


def test_different_numbers_below_a_repeated_label_are_left_out_and_said() -> None:
    drawn = table(["信息内容", *["本年处理决定数量"] * 3], ["行政许可", "5", "5", "6"])
    reading = assembled(drawn)
    assert numbers(reading) == {}
    assert [(u.text, u.why) for u in reading.unplaced] == [("行政许可 | 5 | 6", "row_count")]


def test_equal_numbers_below_labels_of_their_own_stay() -> None:
    reading = assembled(table(HEADER, ["规章", "0", "0", "0"]))
    assert len(numbers(reading)) == 3


def test_a_row_printed_twice_with_other_numbers_is_still_no_row() -> None:
    reading = assembled(table(HEADER, ["规章", "1", "0", "0"], ["规章", "2", "0", "0"]))
    assert numbers(reading) == {}
    assert "READ-ROW-REPEATED" in {m.rule_id for m in reading.findings}


def test_blank_cells_on_both_sides_are_told_by_the_header_above() -> None:
    drawn = table([*HEADER, "", ""], ["规章", "", "2", "", "", ""])
    assert numbers(assembled(drawn)) == {"rules/repealed": 2}


def test_blank_cells_on_both_sides_without_a_header_are_left_out_and_said() -> None:
    drawn = table(HEADER[:1], ["规章", "", "2", "", ""], ["行政规范性文件", "4", "5", "6"])
    reading = assembled(drawn)
    assert sorted(numbers(reading).values()) == [4, 5, 6]
    assert [u.why for u in reading.unplaced] == ["row_count"]


def test_what_stands_beside_the_page_is_not_placed_and_said() -> None:
    page = Document(
        (TITLE, SECOND, table(HEADER, ["规章", "1", "2", "3"])), (Paragraph("内部意见"),)
    )
    assert assemble(page).unplaced == (
        Unplaced(text="内部意见", where=SourceLocation(), section=None, why="aside"),
    )


@pytest.mark.parametrize("broken", ["9 \n238", "9\n238", "9\n \n238"])
def test_numbers_on_two_lines_of_a_cell_are_never_one(broken: str) -> None:
    said = [token.text for token in tokens([Table(((Cell("规章"), Cell(broken)),))])]
    assert said == ["规章", "9\n238"]
