"""What of a report does not come back from the file that it was written to."""

import sys
from typing import Any

import pytest

from govdisclosure.errors import NotAReportError, ReadError
from govdisclosure.files import empty_form, form_as, losses, read
from govdisclosure.form import CellState
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyReport, CellNote, Issuer, Report
from tests.clauses.test_laws_of_writing import PRINTED

REPORT = EDITION_2021.blank(issuer="青禾县人民政府", year=2023, number=0).replace(
    {"/title": "青禾县人民政府2023年政府信息公开工作年度报告"}
)
GRANTED = "/requests/outcomes/granted/total"

every_format = pytest.mark.parametrize("format", PRINTED)


def lost(report: AnyReport, format: str) -> tuple[str, ...]:
    return losses(report, form_as(report, format))


def with_cell(printed: str) -> AnyReport:
    note = CellNote(printed=printed, state=CellState.UNREADABLE)
    return REPORT.replace({GRANTED: None, "/cell_notes": {GRANTED: note}})


@every_format
def test_a_title_that_the_report_lacks_is_no_loss(format: str) -> None:
    assert lost(REPORT, format) == lost(REPORT.replace({"/title": None}), format) == ()


@every_format
@pytest.mark.parametrize(
    ("changes", "pointers"),
    [
        ({"/extensions": {"x_a": 1}}, ("/extensions",)),
        ({"/year": 2021, "/issuer": Issuer(name="某局")}, ("/issuer/name", "/year")),
        ({"/year": None, "/preamble": ()}, ("/year", "/preamble")),
        ({"/overview": ("\x1b[2J红\u202e",), "/other_matters": ("a\u2028b",)}, None),
        ({"/overview": (" 前", "后\u3000"), "/other_matters": ("两\n行",)}, None),
        ({"/overview": ("二、主动公开政府信息情况",)}, ("/overview",)),
    ],
)
def test_what_no_form_holds_is_a_loss_in_every_format(
    format: str, changes: dict[str, Any], pointers: tuple[str, ...] | None
) -> None:
    assert lost(REPORT.replace(changes), format) == (pointers or ("/overview", "/other_matters"))


@every_format
@pytest.mark.parametrize(
    "text",
    [
        *("**粗**", "**5**", "# 一", "1. 一", "- 一", "a*b_c`d~e", "[a](b)", "![a](data:x)"),
        *(
            "<table>",
            "<b>粗</b>",
            "&lt;&amp;&#124;",
            "\\|\\*\\",
            "a|b",
            "a｜b",
            "a│b",
            "公 开  信息",
        ),
        *("规章 | 1 | 1 | 1", "=1+1", "\u200b宽", "* * *", "\\u202e"),
    ],
)
def test_marks_of_a_format_in_prose_come_back_as_text(format: str, text: str) -> None:
    if format == "text" and text == "<table>":
        return  # what makes Markdown of a text
    assert lost(REPORT.replace({"/overview": (text, "下文。")}), format) == ()


@every_format
def test_a_long_paragraph_comes_back_with_its_marks(format: str) -> None:
    assert lost(REPORT.replace({"/overview": ("公*开" * 8_000,)}), format) == ()


@pytest.mark.parametrize("printed", ["25|1", "25｜1", "|", "12\n345", "│"])
def test_plain_text_loses_the_cell_with_a_bar_or_two_lines_and_no_other(printed: str) -> None:
    """corpus/hostile 11: a bar in a cell moved the numbers behind it."""
    assert lost(with_cell(printed), "text") == (GRANTED,)
    for format in PRINTED:
        assert format == "text" or lost(with_cell(printed), format) == ()


@every_format
@pytest.mark.parametrize("printed", ["1٣", "-0", "-0.00", "2²", "1,2345", "abc", "1e5", "007"])
def test_what_a_cell_prints_is_printed_by_every_format(format: str, printed: str) -> None:
    """A workbook has numbers of its own, and would show others."""
    reading = read(form_as(with_cell(printed), format))
    assert reading.provenance[GRANTED].printed == printed


def test_a_line_of_dashes_in_prose_is_lost_in_plain_text_alone() -> None:
    report = REPORT.replace({"/overview": ("-----", "===", "| a |")})
    assert [f for f in PRINTED if lost(report, f)] == ["text"]
    assert lost(report, "text") == ("/overview",)


def test_a_table_on_another_edition_is_a_loss_as_a_whole() -> None:
    hybrid: AnyReport = Report.blank(
        EDITION_2019.proactive_disclosure, EDITION_2021.requests, year=2021, number=0
    )
    absent = CellNote(printed="", state=CellState.ABSENT)
    cells = hybrid.form.cells_below("/proactive_disclosure")
    report = hybrid.replace({"/cell_notes": dict.fromkeys(cells, absent)})
    assert lost(report, "html") == ("/proactive_disclosure",)


def test_what_does_not_read_back_at_all_is_an_error_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    empty = empty_form(EDITION_2021, issuer="青禾县", year=2024)
    with pytest.raises(NotAReportError, match="空白表格"):
        lost(empty, "html")
    file = form_as(REPORT, "html")
    monkeypatch.setitem(sys.modules, "govdisclosure.document.readers.html", None)
    with pytest.raises(ReadError, match=r"pip install 'govdisclosure\[html\]'"):
        losses(REPORT, file)
