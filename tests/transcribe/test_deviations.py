"""How published reports deviate from the form, one small change each.

Each case starts from the example report, makes one change seen in the wild
(format.md §3, cases.md) and says what must be read then.
"""

from typing import Any

import pytest
from attrs import evolve

from govdisclosure.errors import NotAReportError
from govdisclosure.files import read_text
from govdisclosure.form import CellState, Money, at, parts
from govdisclosure.model import EDITION_2019, EDITION_2021, CellNote, Reading, Report
from govdisclosure.model.parts import ByApplicant
from tests.support.freedonia import FREEDONIA
from tests.support.paths import ROOT
from tests.support.printing import GAPPED_STYLES, STYLES, printed

EXAMPLE = (ROOT / "docs/examples/xikou-2023.txt").read_text("utf-8")
PLAIN = read_text(EXAMPLE)

OF_2019 = printed(EDITION_2019.blank(issuer="青禾县溪口镇", year=2020, number=0), STYLES["bars"])


def changed(*pairs: str, text: str = EXAMPLE) -> Reading:
    """The reading of a text after some replacements, each of which must change something."""
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert old in text, old
        text = text.replace(old, new)
    return read_text(text)


def codes(reading: Reading) -> set[str]:
    return {message.rule_id for message in reading.findings}


def strays(reading: Reading) -> list[tuple[str, str]]:
    return [(piece.text, piece.why) for piece in reading.unplaced]


def test_the_example_is_read_whole_and_nothing_is_left_over() -> None:
    assert (codes(PLAIN), strays(PLAIN)) == (set(), [])
    assert {name: (c.numbers, c.blank, c.absent) for name, c in PLAIN.completeness.items()} == {
        "proactive_disclosure": (10, 0, 0),
        "requests": (175, 0, 0),
        "review_and_litigation": (15, 0, 0),
    }


@pytest.mark.parametrize(
    "pairs",
    [
        ("只计这一情形", "只记这一情形"),
        ("“三安全一稳定”", '"三安全一稳定"'),
        ("（", "("),
        ("1.", "1、"),
        ("第二十条第（一）项", "第二十条 第（一）项"),
        ("自然人 |", "自 然 人 |"),
        ("商业企业", "商业\n企业"),
        ("本年制发件数", "本年制\n发件数"),
        ("（三）不予公开 |", "（三）\n不予公开 |"),
        ("| 23 |", "| ２３ |"),
        ("\n第二十条第（一）项 |", ""),
        ("政府信息公开申请数量", "政府信息公開申請數量"),
        ("行政规范性文件 |", "规范性文件 |"),
        ("四、政府信息公开行政复议、行政诉讼情况", "四、 政府信息公开行政复议、行政诉讼情况"),
    ],
    ids=lambda pairs: pairs[1].strip(),
)
def test_another_spelling_changes_nothing_that_is_read(pairs: tuple[str, str]) -> None:
    assert (
        changed(*pairs).report.replace({"/title": None}) == PLAIN.report.replace({"/title": None})
        or changed(*pairs).report.requests == PLAIN.report.requests
    )
    reading = changed(*pairs)
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert strays(reading) == []


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        (("2.其他法律行政法规禁止公开", "2.其他法律行政止公开"), "READ-LABEL-DIFFERS"),
        (("现行有效件数", "现行有效件数（截至年底的累计）"), "READ-LABEL-DIFFERS"),
        (("一、总体情况", "一、工作基本情况"), "READ-HEADING-DIFFERS"),
        (("二、主动公开政府信息情况", "二、主动公开政府政府信息情况"), "READ-HEADING-DIFFERS"),
        (("五、存在的主要问题及改进情况", "五、存在的主要问题和整改措施"), "READ-HEADING-DIFFERS"),
        (("六、其他需要报告的事项", "l六、其他需要报告的事项"), "READ-HEADING-DIFFERS"),
        (("本年制发件数 | 本年废止件数", "本年 | 本年"), "READ-HEADER-CUT"),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else "",
)
def test_another_wording_is_accepted_and_said(pairs: tuple[str, str], code: str) -> None:
    reading = changed(*pairs)
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert code in codes(reading)


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
    reading = changed(GRANTED, f"（一）予以公开 | {cell} |")
    assert dict(reading.report.cells()) == {**dict(PLAIN.report.cells()), NATURAL: value}
    assert reading.report.cell_notes == ({NATURAL: note} if note else {})
    assert reading.provenance[NATURAL].printed == cell


def test_a_cell_that_is_no_number_is_unreadable_and_said() -> None:
    reading = changed("（一）予以公开 | 11 |", "（一）予以公开 | 1.5 |")
    assert reading.report.requests.outcomes.granted.natural_person is None
    assert reading.report.cell_notes[NATURAL].state is CellState.UNREADABLE
    assert codes(reading) == {"READ-UNREADABLE"}


def test_a_row_that_lost_a_cell_is_left_out_whole_and_said() -> None:
    """Which cell is missing cannot be known: a number in the wrong place is worse."""
    reading = changed("（一）予以公开 | 11 | 2 |", "（一）予以公开 | 11 |")
    row = reading.report.requests.outcomes.granted
    assert row == ByApplicant(None, None, None, None, None, None, None)
    assert "READ-ROW-NOT-PLACED" in codes(reading)
    assert ("（一）予以公开 | 11 | 0 | 1 | 1 | 0 | 15", "row_count") in strays(reading)


def test_a_missing_row_is_absent_not_blank_and_not_zero() -> None:
    reading = changed("2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n", "")
    address = "/requests/outcomes/not_processed/duplicate/total"
    assert reading.report.requests.outcomes.not_processed.duplicate.total is None
    assert reading.report.cell_notes[address].state is CellState.ABSENT
    assert address not in reading.provenance
    assert codes(reading) == {"READ-ROWS-MISSING"}


def test_an_extra_row_is_kept_apart_with_its_numbers() -> None:
    reading = changed(
        "第二十条第（五）项 |", "其他主动公开文件 | 5 | 0 | 5 |\n第二十条第（五）项 |"
    )
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert strays(reading) == [("其他主动公开文件 | 5 | 0 | 5", "row_unknown")]
    assert codes(reading) == {"READ-ROW-UNKNOWN"}


def test_a_number_stuck_to_a_column_label_is_no_value() -> None:
    reading = changed(
        "上一年项目数量 | 本年增/减 |\n行政事业性收费",
        "上一年项目数量0 | 本年增/减0 |\n行政事业性收费",
        text=OF_2019,
    )
    assert strays(reading) == [("0", "stuck_number"), ("0", "stuck_number")]
    assert reading.completeness["proactive_disclosure"].numbers == 22
    assert codes(reading) >= {"READ-STUCK-NUMBER"}


def test_zeros_run_together_are_one_zero_a_column() -> None:
    reading = changed("规章 | 0 | 0 | 0 |", "规章000")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())


def test_other_digits_run_together_are_not_taken_apart() -> None:
    reading = changed("行政规范性文件 | 3 | 1 | 14 |", "行政规范性文件3114")
    assert at(reading.report, "/proactive_disclosure/normative_documents/issued") is None
    assert "READ-ROW-NOT-PLACED" in codes(reading)


def test_columns_in_another_order_are_read_by_their_labels() -> None:
    reading = changed(
        "本年制发件数 | 本年废止件数 | 现行有效件数 |",
        "本年制发件数 | 现行有效件数 | 本年废止件数 |",
        "行政规范性文件 | 3 | 1 | 14 |",
        "行政规范性文件 | 3 | 14 | 1 |",
    )
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert codes(reading) == {"READ-COLUMNS-REORDERED"}


def test_the_single_row_of_the_2019_form_makes_a_hybrid() -> None:
    table_3 = OF_2019[OF_2019.index("三、收到") : OF_2019.index("四、政府信息")]
    start, end = EXAMPLE.index("三、收到"), EXAMPLE.index("四、政府信息")
    reading = read_text(EXAMPLE[:start] + table_3 + EXAMPLE[end:])
    editions = reading.report.proactive_disclosure.edition, reading.report.requests.edition
    assert editions == (EDITION_2021.name, EDITION_2019.name)
    assert codes(reading) == {"READ-HYBRID"}
    assert reading.completeness["requests"].numbers == 161


def test_the_edition_is_told_by_labels_and_not_by_the_year() -> None:
    reading = changed("2020年", "2022年", text=OF_2019)
    assert (reading.report.year, reading.report.proactive_disclosure.edition) == (2022, "2019")


@pytest.mark.parametrize("number", ["-2-", "— 3 —", "第4页", "第 4 页 共 6 页"])
def test_a_page_number_in_a_table_is_no_value(number: str) -> None:
    reading = changed("（五）不予处理", f"{number}\n（五）不予处理")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert strays(reading) == [(number, "page_number")]


def test_a_sentence_in_a_table_section_is_kept_apart() -> None:
    sentence = "该部分以表格形式报告。"
    reading = changed("第二十条第（一）项 |", f"{sentence}\n第二十条第（一）项 |")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert strays(reading) == [(sentence, "text")]


def test_a_header_repeated_after_a_page_break_changes_nothing() -> None:
    header = "自然人 | 法人或其他组织 | 总计 |\n" + (
        "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n"
    )
    reading = changed("（五）不予处理 |", header + "（五）不予处理 |")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert strays(reading) == []


@pytest.mark.parametrize(
    ("printed_sum", "money"),
    [("10.4万元", ("10.4", "万元")), ("251000元", ("251000", "元")), ("8040", ("8040", None))],
)
def test_a_procurement_sum_keeps_its_unit_or_has_none(
    printed_sum: str, money: tuple[str, Any]
) -> None:
    reading = changed("政府集中采购 | 0 | 0 |", f"政府集中采购 | 1 | {printed_sum} |", text=OF_2019)
    amount = at(reading.report, "/proactive_disclosure/procurement/amount")
    assert isinstance(amount, Money)
    assert (str(amount.value), amount.unit) == money


def test_a_unit_in_the_label_of_the_sum_is_its_unit() -> None:
    reading = changed(
        "采购总金额 |",
        "采购总金额（万元） |",
        "政府集中采购 | 0 | 0 |",
        "政府集中采购 | 13 | 477.35 |",
        text=OF_2019,
    )
    assert at(reading.report, "/proactive_disclosure/procurement/amount/unit") == "万元"


def test_an_empty_form_is_refused() -> None:
    empty = printed(EDITION_2021.blank(year=2023), STYLES["bars"])
    with pytest.raises(NotAReportError) as caught:
        read_text(empty)
    assert caught.value.message.key == "empty_form"


FOOTNOTES = ["86①", "86²", "86₂", "⑧"]


@pytest.mark.parametrize("cell", FOOTNOTES)
def test_a_footnote_mark_is_no_digit(cell: str) -> None:
    reading = changed("行政许可 | 86 |", f"行政许可 | {cell} |")
    address = "/proactive_disclosure/licensing/decisions"
    assert dict(reading.report.cells())[address] is None
    assert reading.report.cell_notes[address] == CellNote(printed=cell, state=CellState.UNREADABLE)


def test_a_bare_page_number_does_not_fill_the_gap_of_a_blank_cell() -> None:
    reading = changed("（七）总计 | 24 |", "（七）总计 |  |", "四、结转下年", "3\n四、结转下年")
    expected = {**dict(PLAIN.report.cells()), "/requests/outcomes/total/natural_person": None}
    assert dict(reading.report.cells()) == expected
    assert strays(reading) == [("3", "number")]


def in_markdown(text: str) -> str:
    """The same tables with a bar in front of every line, too."""
    return "\n".join(f"| {line}" if "|" in line else line for line in text.split("\n"))


def test_bars_in_front_of_lines_change_nothing() -> None:
    reading = read_text(in_markdown(EXAMPLE))
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert strays(reading) == []


def test_a_bar_in_front_of_the_next_line_is_no_cell_of_this_one() -> None:
    whole, short = (f"4.保护第三方合法权益 | 1 |{' 0 |' * zeros}" for zeros in (5, 4))
    reading = read_text(in_markdown(EXAMPLE.replace(whole, short)))
    row = "/requests/outcomes/denied/third_party_rights"
    found = {a: v for a, v in reading.report.cells() if not a.startswith(row)}
    assert found == {a: v for a, v in PLAIN.report.cells() if not a.startswith(row)}
    assert reading.report.requests.outcomes.denied.third_party_rights.total is None
    assert "READ-ROW-NOT-PLACED" in codes(reading)


@pytest.mark.parametrize("bar", ["｜", "│"])
def test_other_bars_are_bars(bar: str) -> None:
    reading = read_text(EXAMPLE.replace("|", bar))
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())


@pytest.mark.parametrize(
    "pairs",
    [
        ("未经复议直接起诉 | 复议后起诉", "复议后起诉 | 未经复议直接起诉"),
        ("行政复议 | 行政诉讼 |", "行政诉讼 | 行政复议 |"),
        ("结果维持 | 结果纠正 | 其他结果", "结果纠正 | 结果维持 | 其他结果"),
        ("结果维持 | 结果纠正 |", "总计 | 结果维持 |"),
    ],
    ids=["groups", "kinds", "results", "total first"],
)
def test_table_4_with_columns_in_another_order_is_not_placed(pairs: tuple[str, str]) -> None:
    reading = changed(*pairs)
    assert reading.completeness["review_and_litigation"].numbers == 0
    assert "READ-HEADER-ORDER" in codes(reading)


def test_table_3_with_columns_in_another_order_is_not_placed() -> None:
    reading = changed("商业企业 | 科研机构", "科研机构 | 商业企业")
    assert reading.completeness["requests"].numbers == 0
    assert "READ-HEADER-ORDER" in codes(reading)


def test_a_header_in_one_row_tells_the_order_of_its_columns() -> None:
    start, end = EXAMPLE.index("（本列数据"), EXAMPLE.index("一、本年新收")
    flat = "项目 | 总计 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n"
    row = "二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |"
    turned = "二、上年结转政府信息公开申请数量 | 9 | 4 | 5 | 0 | 0 | 0 | 0 |"
    reading = read_text((EXAMPLE[:start] + flat + EXAMPLE[end:]).replace(row, turned))
    carried_in = reading.report.requests.carried_in
    assert (carried_in.total, carried_in.natural_person, carried_in.commercial_enterprise) == (
        9,
        4,
        5,
    )


@pytest.mark.parametrize(
    ("unit", "printed_amount", "wan_yuan"),
    [("元", "23600", "2.3600"), ("亿元", "0.5", "5000"), ("万元", "2.36", "2.36")],
)
def test_the_unit_in_the_header_of_the_fees_is_heeded(
    unit: str, printed_amount: str, wan_yuan: str
) -> None:
    reading = changed("（单位：万元）", f"（单位：{unit}）", "2.36", printed_amount)
    assert str(at(reading.report, "/proactive_disclosure/fees/amount_wan_yuan")) == wan_yuan


def test_of_two_different_rows_with_one_label_neither_is_placed() -> None:
    zeros = "2.重复申请 |" + " 0 |" * 7
    reading = changed("2.重复申请 | 1 |", f"{zeros}\n2.重复申请 | 1 |")
    assert reading.report.requests.outcomes.not_processed.duplicate.total is None
    assert "READ-ROW-REPEATED" in codes(reading)


def test_a_stray_total_row_does_not_replace_the_one_with_its_ordinal() -> None:
    reading = changed("（四）无法提供", "总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n（四）无法提供")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert "READ-ROW-REPEATED" in codes(reading)


def test_two_reports_in_one_text_are_refused() -> None:
    with pytest.raises(NotAReportError) as caught:
        read_text(EXAMPLE + EXAMPLE)
    assert caught.value.message.key == "several_reports"


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
    reading = changed(
        "六、其他需要报告的事项\n\n全年没有收取信息处理费。",
        "六、其他需要报告的事项：无",
        "一、总体情况\n\n",
        "一、总体情况。",
    )
    assert reading.report.other_matters == ("无",)
    assert reading.report.overview == PLAIN.report.overview


@pytest.mark.parametrize("heading", HEADINGS[1:4])
def test_a_table_without_its_heading_is_read_all_the_same(heading: str) -> None:
    reading = changed(f"\n{heading}\n", "\n")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert reading.report.overview == PLAIN.report.overview
    assert codes(reading) == {"READ-SECTION-MISSING"}


def test_an_edition_that_keeps_a_table_is_told_from_its_own() -> None:
    """An edition may change one table alone; the other is then no reason for a warning."""
    base: Any = EDITION_2021
    any_report: Any = Report
    heir_report = any_report[FREEDONIA.proactive_disclosure, EDITION_2021.requests]
    heir = evolve(base, name="heir", report_type=heir_report)
    reading = read_text(EXAMPLE, (EDITION_2019, EDITION_2021, heir))
    assert codes(reading) == set()


def wordings() -> list[Any]:
    """Every label with another wording that is accepted for it."""
    forms = [edition.form.tables for edition in (EDITION_2019, EDITION_2021)]
    labels = [part.label for part in parts(Report)]
    for form in forms:
        for table in form.values():
            labels += [x for row in table.rows for c in row.columns for x in (*row.labels, c.label)]
    return [
        pytest.param(label.zh, other, id=other)
        for label in dict.fromkeys(labels)
        if label
        for other in label.also
    ]


@pytest.mark.parametrize(("wording", "other"), wordings())
def test_every_other_wording_of_a_label_is_read_as_the_label(wording: str, other: str) -> None:
    for text in (EXAMPLE, OF_2019):
        if wording in text:
            assert dict(read_text(text.replace(wording, other)).report.cells()) == dict(
                read_text(text).report.cells()
            )


def test_a_row_that_numbers_the_columns_of_table_4_is_not_its_data() -> None:
    data = "1 | 0 | 0 | 1 | 2 |"
    numbers = " | ".join(map(str, range(1, 16))) + " |"
    reading = changed(data, f"{numbers}\n{data}")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    alone = changed("1 | 0 | 0 | 1 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |", numbers)
    assert alone.completeness["review_and_litigation"].numbers == 0


def test_of_two_rows_of_numbers_in_table_4_neither_is_placed() -> None:
    data = "1 | 0 | 0 | 1 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |"
    reading = changed(data, f"{data}\n{data.replace('2', '3')}")
    assert reading.completeness["review_and_litigation"].numbers == 0
    assert "READ-ROW-NOT-PLACED" in codes(reading)


def test_without_drawn_cells_a_row_that_does_not_add_up_is_in_doubt() -> None:
    """A blank leaves no trace there, and a page number may stand in its place."""
    text = printed(PLAIN.report, GAPPED_STYLES["one cell a paragraph"])
    row = "2.重复申请\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n"
    reading = changed(row, "2.重复申请\n\n1\n\n0\n\n0\n\n0\n\n0\n\n1\n\n5\n", text=text)
    assert reading.report.requests.outcomes.not_processed.duplicate.total is None
    assert "READ-ROW-IN-DOUBT" in codes(reading)


GROUP = "（四）无法提供"


@pytest.mark.parametrize("at", range(4, len(GROUP)))
def test_a_group_label_cut_by_the_end_of_a_page_is_put_together(at: int) -> None:
    pairs = (f"{GROUP} |", f"{GROUP[:at]} |", "2.没有现成", f"{GROUP[at:]} | 2.没有现成")
    reading = changed(*pairs)
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert (codes(reading), strays(reading)) == (set(), [])


def test_two_group_labels_cut_at_once_are_both_put_together() -> None:
    cut = ("三、本年度办理结果 |", "三、本年 |", "（四）无法提供 |", "（四）无 |")
    reading = changed(*cut, "2.没有现成", "度办理结果 | 法提供 | 2.没有现成")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert (codes(reading), strays(reading)) == (set(), [])


@pytest.mark.parametrize("above", ["1 | 0 | 0 | 0 | 0 | 0 | 1 |", " | " * 7])
def test_a_row_cut_by_the_end_of_a_page_has_its_numbers_above_or_below(above: str) -> None:
    numbers, empty = "1 | 0 | 0 | 0 | 0 | 0 | 1 |", " | " * 7
    below = empty if above == numbers else numbers
    row = f"1.信访举报投诉类申请 | {numbers}"
    reading = changed(row, f"1.信访举报 | {above}\n投诉类申请 | {below}")
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert (codes(reading), strays(reading)) == (set(), [])
