"""House laws: ``assemble(lay_out(r)).report == r``, and the same through any drawing as text."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.codec import dumps, loads
from govdisclosure.errors import NotAReportError, ReadError
from govdisclosure.files import read, read_text
from govdisclosure.form import Kind, pointer
from govdisclosure.model import AnyReport, CellNote, Issuer, Reading
from govdisclosure.rules import check
from govdisclosure.testing import consistent_reports
from govdisclosure.transcribe import assemble, lay_out, read_number
from tests.support.forms import EDITIONS_AND_FREEDONIA, Form, every_form
from tests.support.paths import ROOT
from tests.support.printing import (
    GAPPED_STYLES,
    MARKDOWN,
    STYLES,
    in_docx,
    in_html,
    in_markdown,
    in_pdf,
    in_text,
    in_xlsx,
)

PROSE = st.lists(
    st.sampled_from(
        ["公开信息12条。", "（一）主动公开", "收到申请3件；无。", "2020年，情况良好。"]
    ),
    max_size=3,
).map(tuple)
TEXTS = {
    Kind.COUNT: ["", "/", "—", "无", "不适用", "1288件", "22（其中修订 16 件）", "-1", "1.5"],
    Kind.CHANGE: ["", "+21", "减38", "--253", "/"],
    Kind.AMOUNT: ["", "103.38万元", "0.0920", "—", "-10"],
    Kind.MONEY: ["", "10.40万元", "251000元", "8040", "无"],
}


@st.composite
def readable(draw: st.DrawFn, form: Form, words: tuple[str, ...] = ()) -> AnyReport:
    """Reports that a document can say: issuer and year in the title, cells as printed."""
    report: AnyReport = draw(consistent_reports(form.proactive_disclosure, form.requests))
    year = draw(st.integers(2019, 2030))
    changes: dict[str, Any] = {
        "/issuer": Issuer(name="青禾县溪口镇人民政府"),
        "/year": year,
        "/period": None,
        "/title": f"青禾县溪口镇人民政府{year}年政府信息公开工作年度报告",
        "/overview": draw(PROSE),
        "/problems_and_improvements": draw(PROSE),
        "/other_matters": draw(PROSE),
    }
    return report.replace(changes).replace(draw(odd_cells(report, words)))


@st.composite
def odd_cells(draw: st.DrawFn, report: AnyReport, words: tuple[str, ...]) -> dict[str, Any]:
    """Some cells that print more than a number, with what is then kept of them.

    ``words`` are texts that only a ruled table shows to stand in a cell.
    """
    changes: dict[str, Any] = {}
    notes: dict[str, CellNote] = {}
    for name in report.form.tables:
        cells = report.form.cells_below(pointer(name))
        for address in draw(st.lists(st.sampled_from(cells), max_size=3)):
            column = report.form.cells[address]
            text = draw(st.sampled_from([*TEXTS[column.kind], *words]))
            number = read_number(text, column.kind)
            changes[address] = number.value
            notes.pop(address, None)
            if number.needs_note:
                notes[address] = CellNote(printed=text, note=number.note, state=number.state)
    return {**changes, "/cell_notes": notes}


def same(reading: Reading, report: AnyReport) -> bool:
    assert reading.unplaced == ()
    assert reading.report == report
    assert [str(v) for _, v in reading.report.cells()] == [str(v) for _, v in report.cells()]
    return True


@pytest.mark.slow
@every_form
@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_report_laid_out_reads_back_the_same(form: Form, data: st.DataObject) -> None:
    report = data.draw(readable(form, words=("abc", "见附件")))
    assert same(assemble(lay_out(report), EDITIONS_AND_FREEDONIA), report)


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
@every_form
@settings(max_examples=15, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_report_drawn_as_text_reads_back_the_same(
    form: Form, style: str, data: st.DataObject
) -> None:
    report = data.draw(readable(form))
    assert same(read_text(in_text(report, STYLES[style]), EDITIONS_AND_FREEDONIA), report)


@every_form
@settings(max_examples=25, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_report_on_a_web_page_reads_back_the_same(form: Form, data: st.DataObject) -> None:
    report = data.draw(readable(form, words=("abc", "见附件")))
    assert same(read_text(in_html(report), EDITIONS_AND_FREEDONIA), report)


@pytest.mark.slow
@every_form
@settings(max_examples=4, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_report_in_a_word_file_reads_back_the_same(form: Form, data: st.DataObject) -> None:
    report = data.draw(readable(form, words=("abc", "见附件")))
    assert same(read(in_docx(report), EDITIONS_AND_FREEDONIA), report)


@pytest.mark.slow
@pytest.mark.parametrize("a_sheet_each", [False, True], ids=["one sheet", "a sheet each"])
@every_form
@settings(max_examples=6, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_report_in_a_workbook_reads_back_the_same(
    form: Form, a_sheet_each: bool, data: st.DataObject
) -> None:
    report = data.draw(readable(form, words=("abc", "见附件")))
    assert same(read(in_xlsx(report, a_sheet_each), EDITIONS_AND_FREEDONIA), report)


@pytest.mark.slow
@pytest.mark.parametrize("drawn", MARKDOWN)
@every_form
@settings(max_examples=10, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_report_in_markdown_reads_back_the_same(
    form: Form, drawn: str, data: st.DataObject
) -> None:
    report = data.draw(readable(form, words=("abc", "见附件")))
    assert same(read_text(in_markdown(report, MARKDOWN[drawn]), EDITIONS_AND_FREEDONIA), report)


@pytest.mark.slow
@every_form
@settings(max_examples=4, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_report_in_a_pdf_reads_back_the_same(form: Form, data: st.DataObject) -> None:
    report = data.draw(readable(form, words=("abc", "见附件")))
    pdf = in_pdf(report, data.draw(st.integers(400, 842)), cuts=data.draw(st.booleans()))
    assert same(read(pdf, EDITIONS_AND_FREEDONIA), report)


@pytest.mark.slow
@pytest.mark.parametrize("style", GAPPED_STYLES)
@every_form
@settings(max_examples=15, deadline=None, derandomize=True)
@given(data=st.data())
def test_without_a_trace_of_empty_cells_nothing_is_misplaced(
    form: Form, style: str, data: st.DataObject
) -> None:
    """A cell reads as printed or is missing and said to be; it never holds another's number."""
    report = data.draw(readable(form))
    reading = read_text(in_text(report, GAPPED_STYLES[style]), EDITIONS_AND_FREEDONIA)
    expected = dict(report.cells())
    for address, value in reading.report.cells():
        if address in reading.provenance:
            assert value == expected[address]
        else:
            assert value is None
            assert reading.report.cell_notes[address].state == "absent"


EXAMPLE = (ROOT / "docs/examples/xikou-2023.txt").read_text("utf-8")
SCRAPS = st.sampled_from(
    [
        "|",
        "\t",
        "\n",
        "",
        "\u200b",
        "0",
        "9" * 45,
        "1." + "5" * 50,
        "（ ）",
        "2003年",
        "\u0001",
        "其他",
        "无",
    ]
) | st.text(max_size=6)


@pytest.mark.slow
@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    cuts=st.lists(
        st.tuples(st.integers(0, len(EXAMPLE)), st.integers(0, 40), SCRAPS), min_size=1, max_size=6
    )
)
def test_whatever_is_read_can_be_written_checked_and_read_again(
    cuts: list[tuple[int, int, str]],
) -> None:
    """A damaged text gives a refusal or a report that every later step takes."""
    text = EXAMPLE
    for start, length, scrap in cuts:
        text = text[:start] + scrap + text[start + length :]
    try:
        report = read_text(text + "\n").report
    except (ReadError, NotAReportError):
        return
    assert loads(dumps(report)) == report
    check(report, blanks="unknown")
    check(report, blanks="zero")
