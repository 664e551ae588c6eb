"""Tables of converters that cannot merge cells: repeated labels are one cell again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.document import Document, Table
from govdisclosure.transcribe import assemble, lay_out
from tests.clauses.test_laws_of_reading import readable, same
from tests.support.deviations import HEADER, numbers, reading_of, table
from tests.support.forms import EDITIONS_AND_FREEDONIA, Form, every_form, some
from tests.support.printing import flatten


@pytest.mark.slow
@pytest.mark.parametrize("repeat", [True, False], ids=["repeated", "empty"])
@every_form
@some(10)
@given(data=st.data())
def test_merged_cells_that_are_repeated_or_left_empty_read_the_same(
    form: Form, repeat: bool, data: st.DataObject
) -> None:
    report = data.draw(readable(form, words=("abc", "见附件")))
    blocks = lay_out(report).blocks
    document = Document(tuple(flatten(b, repeat) if isinstance(b, Table) else b for b in blocks))
    assert same(assemble(document, EDITIONS_AND_FREEDONIA), report)


def test_a_number_repeated_below_a_repeated_label_is_one_number() -> None:
    printed_table = table(
        ["第二十条第（五）项"] * 4,
        ["信息内容", *["本年处理决定数量"] * 3],
        ["行政许可", "5", "5", "5"],
    )
    assert numbers(reading_of(printed_table)) == {"licensing/decisions": 5}


def test_different_numbers_below_a_repeated_label_are_left_out_and_said() -> None:
    printed_table = table(["信息内容", *["本年处理决定数量"] * 3], ["行政许可", "5", "5", "6"])
    reading = reading_of(printed_table)
    assert numbers(reading) == {}
    assert [(u.text, u.why) for u in reading.unplaced] == [("行政许可 | 5 | 6", "row_count")]


def test_equal_numbers_below_labels_of_their_own_stay() -> None:
    reading = reading_of(table(HEADER, ["规章", "0", "0", "0"]))
    assert len(numbers(reading)) == 3
