"""Labels are found however they are spelt, worded, cut or repeated."""

from typing import Any

import pytest

from govdisclosure.files import read_text
from govdisclosure.form import parts
from govdisclosure.model import EDITION_2019, EDITION_2021, Report
from tests.support.deviations import EXAMPLE, OF_2019, PLAIN, codes, read_changed, unplaced


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
        read_changed(*pairs).report.replace({"/title": None})
        == PLAIN.report.replace({"/title": None})
        or read_changed(*pairs).report.requests == PLAIN.report.requests
    )
    reading = read_changed(*pairs)
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert unplaced(reading) == []


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
    reading = read_changed(*pairs)
    assert dict(reading.report.cells()) == dict(PLAIN.report.cells())
    assert code in codes(reading)


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
