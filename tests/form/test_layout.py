"""The classes against the printed form, word for word (format.md §1)."""

from typing import Any

import pytest
from attrs import evolve

from govdisclosure.form import Label, form_rows
from govdisclosure.form._layout import merge
from govdisclosure.model import EDITION_2019, EDITION_2021, EDITIONS, AnyEdition
from govdisclosure.model.parts import CORNER, ReviewAndLitigation

BOTH = pytest.mark.parametrize("edition", EDITIONS, ids=lambda e: e.name)

DENIED = [
    "1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
    "4.保护第三方合法权益",
    "5.属于三类内部事务信息",
    "6.属于四类过程性信息",
    "7.属于行政执法案卷",
    "8.属于行政查询事项",
]

UNAVAILABLE = [
    "1.本机关不掌握相关政府信息",
    "2.没有现成信息需要另行制作",
    "3.补正后申请内容仍不明确",
]

NOT_PROCESSED = [
    "1.信访举报投诉类申请",
    "2.重复申请",
    "3.要求提供公开出版物",
    "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息",
]

OTHER = {
    "2019": ["（六）其他处理"],
    "2021": [
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "3.其他",
    ],
}

APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

BANDS: dict[str, list[tuple[str, list[str], list[str]]]] = {
    "2019": [
        (
            "第二十条第（一）项",
            ["本年新制作数量", "本年新公开数量", "对外公开总数量"],
            ["规章", "规范性文件"],
        ),
        (
            "第二十条第（五）项",
            ["上一年项目数量", "本年增/减", "处理决定数量"],
            ["行政许可", "其他对外管理服务事项"],
        ),
        (
            "第二十条第（六）项",
            ["上一年项目数量", "本年增/减", "处理决定数量"],
            ["行政处罚", "行政强制"],
        ),
        ("第二十条第（八）项", ["上一年项目数量", "本年增/减"], ["行政事业性收费"]),
        ("第二十条第（九）项", ["采购项目数量", "采购总金额"], ["政府集中采购"]),
    ],
    "2021": [
        (
            "第二十条第（一）项",
            ["本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", "行政规范性文件"],
        ),
        ("第二十条第（五）项", ["本年处理决定数量"], ["行政许可"]),
        ("第二十条第（六）项", ["本年处理决定数量"], ["行政处罚", "行政强制"]),
        ("第二十条第（八）项", ["本年收费金额（单位：万元）"], ["行政事业性收费"]),
    ],
}


def words(labels: tuple[Label, ...]) -> list[str]:
    return [label.zh for label in labels]


@BOTH
def test_table_3_has_the_rows_of_the_form_in_order(edition: AnyEdition) -> None:
    table: Any = edition.requests
    assert [line.labels[-1].zh for line in form_rows(table)] == [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "（一）予以公开",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        *DENIED,
        *UNAVAILABLE,
        *NOT_PROCESSED,
        *OTHER[edition.name],
        "（七）总计",
        "四、结转下年度继续办理",
    ]


@BOTH
def test_table_3_has_the_columns_of_the_form_under_their_headers(edition: AnyEdition) -> None:
    table: Any = edition.requests
    for line in form_rows(table):
        assert [column.label.zh for column in line.columns] == APPLICANTS
        assert {column.label.unit for column in line.columns} == {"件"}
    chains = [words(column.label.chain()) for column in form_rows(table)[0].columns]
    assert chains[0] == ["申请人情况", "自然人"]
    assert chains[1] == ["申请人情况", "法人或其他组织", "商业企业"]
    assert table.corner == evolve(CORNER, source=edition.notice)
    assert CORNER.zh == "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


@BOTH
def test_table_2_has_the_bands_columns_and_rows_of_the_form(edition: AnyEdition) -> None:
    table: Any = edition.proactive_disclosure
    printed: list[tuple[str, list[str], list[str]]] = []
    for line in form_rows(table):
        assert line.band is not None
        header = [column.label.zh for column in line.columns]
        if not printed or printed[-1][0] != line.band.zh:
            printed.append((line.band.zh, header, []))
        assert printed[-1][1] == header
        printed[-1][2].append(line.labels[-1].zh)
    assert printed == BANDS[edition.name]
    assert table.corner.zh == "信息内容"


def test_table_4_has_three_groups_of_five() -> None:
    table: Any = ReviewAndLitigation
    assert [words(line.labels) for line in form_rows(table)] == [
        ["行政复议"],
        ["行政诉讼", "未经复议直接起诉"],
        ["行政诉讼", "复议后起诉"],
    ]
    for line in form_rows(table):
        assert [c.label.zh for c in line.columns] == [
            "结果维持",
            "结果纠正",
            "其他结果",
            "尚未审结",
            "总计",
        ]


@pytest.mark.parametrize(
    ("edition", "counts"), [(EDITION_2019, (22, 161, 15)), (EDITION_2021, (10, 175, 15))]
)
def test_the_form_has_198_and_200_numeric_cells(
    edition: AnyEdition, counts: tuple[int, ...]
) -> None:
    tables = edition.form.tables.values()
    assert tuple(sum(len(row.columns) for row in table.rows) for table in tables) == counts


@pytest.mark.parametrize(
    ("edition", "rows"), [(EDITION_2019, 20), (EDITION_2021, 22)], ids=["2019", "2021"]
)
def test_merged_cells_come_out_of_the_nesting(edition: AnyEdition, rows: int) -> None:
    table: Any = edition.requests
    stubs = merge(tuple(line.labels for line in form_rows(table)))
    merged = {m.label.zh: (m.down, m.across) for stub in stubs for m in stub if m}
    assert merged["三、本年度办理结果"] == (rows, 1)
    assert merged["（三）不予公开"] == (8, 1)
    assert merged["（四）无法提供"] == (3, 1)
    assert merged["（五）不予处理"] == (5, 1)
    assert merged["一、本年新收政府信息公开申请数量"] == (1, 3)
    assert merged["（七）总计"] == (1, 2)
