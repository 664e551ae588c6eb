"""Where a pointer points, in words that a reader of the form knows."""

import pytest

from govdisclosure.form import FormLocation, Label, locate_in_part
from govdisclosure.i18n import ENGLISH
from govdisclosure.model import EDITION_2019, EDITION_2021, edition_2021

NOTE = "/cell_notes/~1requests~1received~1total"
MONEY = "/proactive_disclosure/procurement/total_amount"


@pytest.mark.parametrize(
    ("address", "zh", "en"),
    [
        ("", "整份报告", "the whole report"),
        ("/colour", "colour", "colour"),
        ("/title", "标题", "Title"),
        ("/year/x", "年度：x", "Report year: x"),
        ("/issuer/name", "编制机关：“编制机关名称”", 'Issuer: "Name of the issuing body"'),
        ("/period/start", "统计期限：“起始日期”", 'Period: "First day"'),
        ("/period/x", "统计期限：x", "Period: x"),
        ("/overview/3", "一、总体情况：3", "1. General overview: 3"),
        ("/extensions/x_a/b", "扩展：x_a、b", "Extensions: x_a, b"),
        (
            NOTE + "/printed",
            "单元格说明：“三、收到和处理政府信息公开申请情况／一、本年新收政府信息公开申请数量”行"
            "“总计”列“原文”",
            'Cell notes: row "3. Requests received and handled / 1. New requests received this'
            ' year", column "Total", "As printed"',
        ),
        ("/cell_notes/~1x", "单元格说明：/x", "Cell notes: /x"),
        (
            "/requests/edition",
            "三、收到和处理政府信息公开申请情况：“格式版本”",
            '3. Requests received and handled: "Edition of the form"',
        ),
        (
            "/requests/received/edition",
            "三、收到和处理政府信息公开申请情况：“一、本年新收政府信息公开申请数量”行edition",
            '3. Requests received and handled: row "1. New requests received this year", edition',
        ),
    ],
)
def test_a_place_is_named_in_both_languages(address: str, zh: str, en: str) -> None:
    assert (
        EDITION_2021.form.location(address).render(),
        EDITION_2021.form.location(address).render(ENGLISH),
    ) == (zh, en)


@pytest.mark.parametrize(("key", "zh"), [("value", "“金额”"), ("unit", "“单位”")])
def test_an_amount_with_a_unit_has_words_for_both(key: str, zh: str) -> None:
    cell = next(c for c, _ in _cells() if c.endswith("amount"))
    assert (
        EDITION_2019.form.location(f"{cell}/{key}").render()
        == EDITION_2019.form.location(cell).render() + zh
    )


def test_a_table_alone_has_places_too() -> None:
    location = locate_in_part(edition_2021.Requests, "/received/total")
    assert isinstance(location.section, Label)
    assert location == FormLocation(location.section, (), location.column)
    assert location.column
    assert location.column.zh == "总计"


def _cells() -> list[tuple[str, object]]:
    return list(EDITION_2019.blank().cells())
