"""Sections begin at their headings, whatever stands before and on them."""

import pytest

from govdisclosure.document import Document
from govdisclosure.errors import NotAReportError
from govdisclosure.files import form_as, read, read_text
from govdisclosure.findings import SourceLocation
from govdisclosure.transcribe import assemble
from tests.support.deviations import (
    EXAMPLE,
    HEADER,
    PLAIN,
    TITLE,
    codes,
    numbers,
    read_changed,
    table,
)

HEADINGS = [line for line in EXAMPLE.split("\n") if line[1:2] == "、" and "|" not in line]


@pytest.mark.parametrize("behind", ["", "…………3", "  3", "......12"])
def test_a_table_of_contents_is_passed_over(behind: str) -> None:
    contents = "\n".join(heading + behind for heading in HEADINGS)
    title = EXAMPLE.split("\n")[0]
    for text in (f"{contents}\n{EXAMPLE}", EXAMPLE.replace(title, f"{title}\n目录\n{contents}")):
        reading = read_text(text)
        assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
        assert reading.report.overview == PLAIN.report.overview
        assert reading.report.issuer == PLAIN.report.issuer


def test_text_on_the_heading_line_is_the_section() -> None:
    reading = read_changed(
        "六、其他需要报告的事项\n\n全年没有收取信息处理费。",
        "六、其他需要报告的事项：无",
        "一、总体情况\n\n",
        "一、总体情况。",
    )
    assert reading.report.other_matters == ("无",)
    assert reading.report.overview == PLAIN.report.overview


@pytest.mark.parametrize("heading", HEADINGS[1:4])
def test_a_table_without_its_heading_is_read_all_the_same(heading: str) -> None:
    reading = read_changed(f"\n{heading}\n", "\n")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert reading.report.overview == PLAIN.report.overview
    assert codes(reading) == {"READ-SECTION-MISSING"}


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


def test_the_same_report_twice_word_for_word_is_read_once_and_said() -> None:
    twice = read_text(f"{EXAMPLE}\n{EXAMPLE}")
    assert twice.report == PLAIN.report
    assert codes(twice) == {*codes(PLAIN), "READ-REPORT-REPEATED"}
    html = form_as(PLAIN.report, "html").decode()
    body = html[html.index("<body>") + 6 : html.index("</body>")]
    page = read(html.replace(body, body + body).encode())
    assert dict(page.report.cells()) == dict(PLAIN.report.cells())
    assert page.report.other_matters == PLAIN.report.other_matters


@pytest.mark.parametrize(("old", "new"), [("人工", "人力"), ("1208", "1209")])
def test_a_second_report_that_differs_in_a_word_or_a_number_is_another(old: str, new: str) -> None:
    other = EXAMPLE.replace(old, new) if old in EXAMPLE else EXAMPLE.replace("。", "！", 1)
    assert other != EXAMPLE
    with pytest.raises(NotAReportError, match="more than one report"):
        read_text(f"{EXAMPLE}\n{other}")


def test_a_heading_that_stands_there_twice_is_one() -> None:
    doubled = EXAMPLE
    for heading in HEADINGS:
        doubled = doubled.replace(f"\n{heading}\n", f"\n{heading}\n\n{heading}\n", 1)
    reading = read_text(doubled)
    assert reading.report == PLAIN.report
    assert codes(reading) == codes(PLAIN)
