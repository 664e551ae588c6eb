"""What copying, converting and careless filling do to a report, in every format and edition.

Each case starts from a report with another number in every cell, so that a shift shows, and
says which cells change and what is said; nothing else may differ.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import partial
from typing import Any

import pytest
from attrs import evolve, frozen

from govdisclosure.document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.form import columns
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyEdition
from govdisclosure.model.parts import ByApplicant
from govdisclosure.transcribe import lay_out
from govdisclosure.transcribe._sections import SECTIONS
from tests.support.damage import (
    cut,
    full_report,
    nth_table,
    row_of,
    with_blocks,
    with_texts,
    without_row,
)
from tests.support.printing import (
    GAPPED_STYLES,
    STYLES,
    document_in_docx,
    document_in_html,
    document_in_text,
    read_printed,
)
from tests.support.summaries import summary

Write = Callable[[Document], Any]

FORMATS: Mapping[str, Write] = {
    **{name: partial(document_in_text, style=style) for name, style in STYLES.items()},
    "html": document_in_html,
    "docx": document_in_docx,
}
EDITIONS: Mapping[str, AnyEdition] = {"2019": EDITION_2019, "2021": EDITION_2021}
REPORTS = {name: full_report(edition) for name, edition in EDITIONS.items()}
DOCUMENTS = {name: lay_out(report) for name, report in REPORTS.items()}

QUICK = ("bars", "html")
every_format = pytest.mark.parametrize(
    "write",
    [
        pytest.param(write, id=name, marks=() if name in QUICK else pytest.mark.slow)
        for name, write in FORMATS.items()
    ],
)
both_editions = pytest.mark.parametrize("edition", EDITIONS)


def summary_of(write: Write, document: Document) -> dict[str, Any]:
    """What is read of a document in some format, as plain data."""
    return summary(read_printed(write(document)))


_SUMMARIES = {n: summary_of(document_in_html, document) for n, document in DOCUMENTS.items()}


def reading_of(edition: str) -> dict[str, Any]:
    """What is read from the document as it was before: a copy to change into what is expected."""
    return deepcopy(_SUMMARIES[edition])


@every_format
@both_editions
def test_the_document_itself_is_read_whole(write: Write, edition: str) -> None:
    reading = read_printed(write(DOCUMENTS[edition]))
    assert dict(reading.report.cells()) == dict(REPORTS[edition].cells())
    assert (summary(reading)["messages"], summary(reading)["unplaced"]) == ([], [])


GRANTED = "/requests/outcomes/granted"
THIRD_PARTY = "/requests/outcomes/denied/third_party_rights"
CARRIED_OUT = "/requests/carried_out"
LICENSING = "/proactive_disclosure/licensing"


@frozen
class Text:
    """What is printed in a cell, the number that it says, and what is noted of it."""

    printed: str
    value: Any
    state: str = "number"
    note: str | None = None
    is_plain: bool = False
    """Whether the number is all that the text says."""

    def note_data(self) -> list[str]:
        return [self.printed, self.state, *([self.note] if self.note else [])]

    def messages(self, address: str) -> list[str]:
        if self.state == "blank" and not address.endswith("/total"):
            return [f"READ-CELLS-IN-DOUBT {address.rpartition('/')[0]}"]
        return [f"READ-UNREADABLE {address}"] if self.state == "unreadable" else []


TEXTS = [
    Text("", None, "blank", is_plain=True),
    Text("/", None, "slash"),
    Text("—", None, "dash"),
    Text("无", None, "none_word"),
    Text("1 288", 1288, is_plain=True),
    Text("12 88", None, "unreadable"),
    Text("1,288", 1288, is_plain=True),
    Text("１２８８", 1288, is_plain=True),
    Text("1288件", 1288),
    Text("22（其中修订 16 件）", 22, note="其中修订 16 件"),
    Text("86①", None, "unreadable"),
    Text("-8", -8),
]

CELLS = {
    f"{GRANTED}/natural_person": 0,
    f"{CARRIED_OUT}/total": 6,
    "/review_and_litigation/litigation/direct/corrected": 1,
}
"""Cells at both ends of a row and within one, with their columns."""


@every_format
@both_editions
@pytest.mark.parametrize("address", CELLS)
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.printed or "blank")
def test_what_is_odd_in_one_cell_changes_that_cell_alone(
    write: Write, edition: str, address: str, text: Text
) -> None:
    column = CELLS[address]
    row = address.rpartition("/")[0]
    expected = reading_of(edition)
    before = expected["rows"][row][column]
    expected["rows"][row][column] = text.value
    if not text.is_plain:
        expected["said"] = {address: text.note_data()}
    expected["messages"] = text.messages(address)
    actual = summary_of(write, with_texts(DOCUMENTS[edition], {str(before): text.printed}))
    assert actual == expected


def reason(pointer: str, edition: str) -> str:
    """The label of the row at a pointer."""
    return EDITIONS[edition].form.rows[pointer].labels[-1].zh


MISSING = [GRANTED, THIRD_PARTY, CARRIED_OUT, LICENSING]


@every_format
@both_editions
@pytest.mark.parametrize("row", MISSING)
def test_a_row_that_is_missing_is_absent_and_no_other_takes_its_place(
    write: Write, edition: str, row: str
) -> None:
    document = DOCUMENTS[edition]
    at, table = nth_table(document, 2 if row == LICENSING else 3)
    expected = reading_of(edition)
    del expected["rows"][row]
    expected["messages"] = [f"READ-ROWS-MISSING {row}"]
    shorter = without_row(table, row_of(table, reason(row, edition)))
    assert summary_of(write, with_blocks(document, at, shorter)) == expected


CUTS = [GRANTED, THIRD_PARTY, CARRIED_OUT]


@every_format
@both_editions
@pytest.mark.parametrize("row", CUTS)
@pytest.mark.parametrize("between", ["nothing", "page number", "header", "both"])
def test_a_table_that_a_page_cuts_in_two_is_read_as_one(
    write: Write, edition: str, row: str, between: str
) -> None:
    document = DOCUMENTS[edition]
    at, table = nth_table(document, 3)
    above, below = cut(table, row_of(table, reason(row, edition)))
    if between in ("header", "both"):
        below = evolve(below, rows=(*table.rows[:3], *below.rows))
    page_number = [Paragraph("- 3 -")] if between in ("page number", "both") else []
    expected = reading_of(edition)
    expected["unplaced"] = [["- 3 -", "page_number"]] * len(page_number)
    assert summary_of(write, with_blocks(document, at, above, *page_number, below)) == expected


@every_format
@both_editions
@pytest.mark.parametrize("before", ["第二十条第（五）项", "行政强制"])
def test_table_2_that_a_page_cuts_in_two_is_read_as_one(
    write: Write, edition: str, before: str
) -> None:
    document = DOCUMENTS[edition]
    at, table = nth_table(document, 2)
    pieces = cut(table, row_of(table, before))
    assert summary_of(write, with_blocks(document, at, *pieces)) == reading_of(edition)


@every_format
@both_editions
@pytest.mark.parametrize(
    ("label", "pieces"),
    [
        ("三、本年度办理结果", ("三、本年度办", "理结果")),
        ("（三）不予公开", ("（三）不予", "公开")),
    ],
)
def test_a_group_label_that_a_page_cuts_is_no_row(
    write: Write, edition: str, label: str, pieces: tuple[str, str]
) -> None:
    document = with_texts(DOCUMENTS[edition], {label: pieces[0]})
    at, table = nth_table(document, 3)
    above, below = cut(table, row_of(table, reason(THIRD_PARTY, edition)))
    column = 0 if label.startswith("三") else 1
    first = [evolve(c, text=pieces[1]) if i == column else c for i, c in enumerate(below.rows[0])]
    below = evolve(below, rows=(tuple(first), *below.rows[1:]))
    assert summary_of(write, with_blocks(document, at, above, below)) == reading_of(edition)


@every_format
@both_editions
def test_a_row_label_that_a_page_cuts_is_one_row(write: Write, edition: str) -> None:
    """The numbers stand above the cut, the rest of the label below it, beside empty cells."""
    label = "5.要求行政机关确认或重新出具已获取信息"
    document = with_texts(DOCUMENTS[edition], {label: "5.要求行政机关确认或重新出"})
    at, table = nth_table(document, 3)
    above, below = cut(table, row_of(table, "5.要求行政机关确认或重新出") + 1)
    rest = (Cell(""), Cell(""), Cell("具已获取信息"), *[Cell("")] * 7)
    below = evolve(below, rows=(rest, *below.rows))
    assert summary_of(write, with_blocks(document, at, above, below)) == reading_of(edition)


@every_format
def test_the_single_row_of_the_old_form_in_the_new_one(write: Write) -> None:
    """Table 2 of 2021 with table 3 of 2019: a hybrid, read as printed."""
    new, old = DOCUMENTS["2021"], DOCUMENTS["2019"]
    at, _ = nth_table(new, 3)
    expected = reading_of("2021")
    of_2019 = reading_of("2019")["rows"]
    second = {k: v for k, v in expected["rows"].items() if not k.startswith("/requests")}
    expected["rows"] = second | {k: v for k, v in of_2019.items() if k.startswith("/requests")}
    expected["editions"] = ["2021", "2019"]
    expected["messages"] = ["READ-HYBRID"]
    assert summary_of(write, with_blocks(new, at, nth_table(old, 3)[1])) == expected


def grid(count: int) -> Table:
    """A table of notes as pages print before a report: words, numbers and dates."""
    lines = [("索引号", "0143-20"), ("发布日期", "2023-01-16"), ("电话", "0517-55"), ("份数", "3")]
    return Table(tuple((Cell(a), Cell(b)) for a, b in (lines * count)[:count]))


@every_format
@both_editions
@pytest.mark.parametrize("place", ["before the title", "behind the title"])
def test_a_grid_before_the_report_is_none_of_its_tables(
    write: Write, edition: str, place: str
) -> None:
    document = DOCUMENTS[edition]
    title, *others = document.blocks
    notes: list[Block] = [grid(22), title] if place == "before the title" else [title, grid(22)]
    actual = summary_of(write, Document((*notes, *others)))
    rest = actual["unplaced"] if place == "before the title" else actual["prose"].pop("preamble")
    assert "0143-20" in str(rest)
    assert {**actual, "unplaced": []} == reading_of(edition)


NESTED = ["（一）收到申请情况", "1.网上申请12件", "（七）其他", "3.其他途径4件", "四、全年结转情况"]


@every_format
@both_editions
def test_headings_numbered_like_rows_are_no_rows(write: Write, edition: str) -> None:
    document = DOCUMENTS[edition]
    at, table = nth_table(document, 3)
    headings: list[Block] = [Paragraph(text) for text in NESTED]
    actual = summary_of(write, with_blocks(document, at, *headings, table))
    assert [text for text, _ in actual["unplaced"]] == NESTED
    assert {**actual, "unplaced": []} == reading_of(edition)
    assert actual["rows"] == reading_of(edition)["rows"]


@every_format
@both_editions
def test_a_footnote_below_a_table_is_no_cell(write: Write, edition: str) -> None:
    document = DOCUMENTS[edition]
    expected = reading_of(edition)
    at, table = nth_table(document, 3)
    notes = ["注：其中3件为上年结转。", "①含网上申请12件", "*2"]
    expected["unplaced"] = [[text, "text"] for text in notes]
    blocks: list[Block] = [table, *(Paragraph(text) for text in notes)]
    assert summary_of(write, with_blocks(document, at, *blocks)) == expected


@every_format
@both_editions
@pytest.mark.parametrize("mark", ["①", "²", " 1)"])
@pytest.mark.parametrize("last", ["as before", "blank"])
def test_a_footnote_mark_in_a_label_is_no_cell(
    write: Write, edition: str, mark: str, last: str
) -> None:
    label = reason(THIRD_PARTY, edition)
    document = with_texts(DOCUMENTS[edition], {label: label + mark})
    expected = reading_of(edition)
    row = expected["rows"][THIRD_PARTY]
    if last == "blank":
        document = with_texts(document, {str(row[-1]): ""})
        row[-1] = None
    actual = summary_of(write, document)
    assert actual["rows"] == expected["rows"]


@every_format
@both_editions
@pytest.mark.parametrize(
    "texts", [("5", "-3", "0", "0", "0", "0", "2"), ("", "-1", "0", "0", "0", "0", "-1")]
)
def test_negatives_that_cancel_are_read_as_printed(
    write: Write, edition: str, texts: tuple[str, ...]
) -> None:
    expected = reading_of(edition)
    before = expected["rows"][THIRD_PARTY]
    document = with_texts(DOCUMENTS[edition], dict(zip(map(str, before), texts, strict=True)))
    expected["rows"][THIRD_PARTY] = [int(text) if text else None for text in texts]
    expected["said"] = {
        f"{THIRD_PARTY}/{column.name}": [text, "number"]
        for column, text in zip(columns(ByApplicant), texts, strict=True)
        if text.startswith("-")
    }
    assert summary_of(write, document) == expected


@every_format
@both_editions
@pytest.mark.parametrize(
    "changes",
    [{0: -1, 1: +1}, {0: -1}, {6: +100}, {2: +7, 6: +7}],
    ids=["moved", "part", "total", "both"],
)
def test_wrong_sums_are_read_as_printed_where_cells_are_drawn(
    write: Write, edition: str, changes: dict[int, int]
) -> None:
    """To judge them is not the business of reading."""
    document, expected = DOCUMENTS[edition], reading_of(edition)
    for pointer in (THIRD_PARTY, GRANTED):
        row = expected["rows"][pointer]
        texts = {str(row[c]): str(row[c] + change) for c, change in changes.items()}
        document = with_texts(document, texts)
        for column, change in changes.items():
            row[column] += change
    assert summary_of(write, document) == expected


@every_format
@both_editions
@pytest.mark.parametrize(
    ("heading", "other"),
    [
        ("三、收到和处理政府信息公开申请情况", "三、收到和处理政府信息公开申请工作情况"),
        ("五、存在的主要问题及改进情况", "五、目前存在的主要问题和改进措施"),
        ("六、其他需要报告的事项", "l六、其他需要报告的事项"),
    ],
)
def test_a_reworded_heading_is_a_heading_all_the_same(
    write: Write, edition: str, heading: str, other: str
) -> None:
    document, expected = DOCUMENTS[edition], reading_of(edition)
    at = next(
        i for i, b in enumerate(document.blocks) if isinstance(b, Heading) and b.text == heading
    )
    section = next(name for name, label in SECTIONS.items() if label.zh == heading)
    expected["messages"] = [f"READ-HEADING-DIFFERS /{section}"]
    assert summary_of(write, with_blocks(document, at, Heading(other, 2))) == expected


@pytest.mark.slow
@pytest.mark.parametrize("style", ["bars", "html"])
@pytest.mark.parametrize("lost", range(7))
@pytest.mark.parametrize("empty", range(7))
def test_a_row_that_lost_a_cell_and_gained_an_empty_one_is_not_read_in_silence(
    style: str, lost: int, empty: int
) -> None:
    """As many cells as columns: only the sum shows that they have moved."""
    document = DOCUMENTS["2021"]
    at, table = nth_table(document, 3)
    n = row_of(table, reason(THIRD_PARTY, "2021"))
    label, *numbers = table.rows[n]
    del numbers[lost]
    numbers.insert(empty, Cell(""))
    table = evolve(table, rows=(*table.rows[:n], (label, *numbers), *table.rows[n + 1 :]))
    actual = summary_of(FORMATS[style], with_blocks(document, at, table))
    assert actual["messages"] == [f"READ-CELLS-IN-DOUBT {THIRD_PARTY}"] or lost == empty == 6


@pytest.mark.parametrize("pointer", [THIRD_PARTY, "/review_and_litigation/litigation/direct"])
def test_where_gaps_alone_tell_cells_apart_a_row_that_does_not_add_up_is_in_doubt(
    pointer: str,
) -> None:
    """A blank leaves no trace there, and another number on the line may stand in its place."""
    expected = reading_of("2021")
    row = expected["rows"][pointer]
    document = with_texts(DOCUMENTS["2021"], {str(row[1]): "3"})
    row[1] = 3
    expected["messages"] = [f"READ-CELLS-IN-DOUBT {pointer}"]
    assert summary(read_printed(document_in_text(document, GAPPED_STYLES["wide gaps"]))) == expected
