"""Tables 2 and 3 of the 2019 edition, top to bottom.

格式（试行）, annex of 国办公开办函〔2019〕60号; used for the report years 2019 and 2020.
Units are ours: the form itself prints none in these two tables.
"""

from typing import Annotated, ClassVar, Literal

from attrs import evolve, frozen

from govdisclosure.form import Change, Count, Group, Label, Money, Row, Table
from govdisclosure.form.law import NOTICE_2019
from govdisclosure.model.parts import (
    BAND_1,
    BAND_5,
    BAND_6,
    BAND_8,
    BAND_9,
    CONTENT,
    CORNER,
    ByApplicant,
    Denied,
    NotProcessed,
    Unavailable,
)


@frozen(repr=False)
class Documents(Row):
    """Documents (件) made and disclosed."""

    newly_produced: Annotated[Count, Label("本年新制作数量", "Newly produced this year", "件")]
    newly_disclosed: Annotated[Count, Label("本年新公开数量", "Newly disclosed this year", "件")]
    total_disclosed: Annotated[Count, Label("对外公开总数量", "Total disclosed", "件")]


@frozen(repr=False)
class PowerItems(Row):
    """A stock of power items (项) beside the year's decisions (件): no sum links the two."""

    prior_year_items: Annotated[Count, Label("上一年项目数量", "Items in the prior year", "项")]
    net_change: Annotated[Change, Label("本年增/减", "Net change this year", "项")]
    decisions: Annotated[Count, Label("处理决定数量", "Decisions", "件")]


@frozen(repr=False)
class FeeItems(Row):
    """Kinds of fee (项), a number of items and never an amount."""

    prior_year_items: Annotated[Count, Label("上一年项目数量", "Items in the prior year", "项")]
    net_change: Annotated[Change, Label("本年增/减", "Net change this year", "项")]


@frozen(repr=False)
class Procurement(Row):
    """Purchases (个) and their sum, for which the form prints no unit."""

    projects: Annotated[Count, Label("采购项目数量", "Procurement projects", "个")]
    amount: Annotated[
        Money,
        Label("采购总金额", "Total procurement amount", also=("采购总金额（万元,保留四位小数）",)),
    ]


@frozen(kw_only=True, repr=False)
class ProactiveDisclosure(Table):
    """二、主动公开政府信息情况, 2019 edition: 8 rows in five bands, 22 cells."""

    edition: ClassVar[Literal["2019"]] = "2019"
    corner: ClassVar[Label] = CONTENT

    rules: Annotated[Documents, Label("规章", "Rules", under=BAND_1)]
    normative_documents: Annotated[
        Documents, Label("规范性文件", "Normative documents", under=BAND_1)
    ]
    licensing: Annotated[PowerItems, Label("行政许可", "Administrative licensing", under=BAND_5)]
    other_services: Annotated[
        PowerItems,
        Label("其他对外管理服务事项", "Other external management services", under=BAND_5),
    ]
    penalties: Annotated[PowerItems, Label("行政处罚", "Administrative penalties", under=BAND_6)]
    compulsion: Annotated[PowerItems, Label("行政强制", "Administrative compulsion", under=BAND_6)]
    fees: Annotated[
        FeeItems, Label("行政事业性收费", "Administrative and institutional fees", under=BAND_8)
    ]
    procurement: Annotated[
        Procurement, Label("政府集中采购", "Centralized government procurement", under=BAND_9)
    ]


@frozen(kw_only=True, repr=False)
class Outcomes(Group):
    """三、本年度办理结果: how the year's requests (件) ended; 20 rows."""

    granted: Annotated[ByApplicant, Label("（一）予以公开", "(1) Disclosed")]
    partially_granted: Annotated[
        ByApplicant,
        Label(
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            "(2) Partially disclosed (severable requests are counted here only)",
            also=("（二）部分公开（区分处理的，只记这一情形，不计其他情形）",),
        ),
    ]
    denied: Annotated[Denied, Label("（三）不予公开", "(3) Not disclosed")]
    unavailable: Annotated[Unavailable, Label("（四）无法提供", "(4) Unable to provide")]
    not_processed: Annotated[NotProcessed, Label("（五）不予处理", "(5) Not handled")]
    other: Annotated[ByApplicant, Label("（六）其他处理", "(6) Other handling")]
    total: Annotated[ByApplicant, Label("（七）总计", "(7) Total")]


@frozen(kw_only=True, repr=False)
class Requests(Table):
    """三、收到和处理政府信息公开申请情况, 2019 edition: 23 rows by 7 applicants, 161 cells."""

    edition: ClassVar[Literal["2019"]] = "2019"
    corner: ClassVar[Label] = evolve(CORNER, source=NOTICE_2019)

    received: Annotated[
        ByApplicant, Label("一、本年新收政府信息公开申请数量", "1. New requests received this year")
    ]
    carried_in: Annotated[
        ByApplicant,
        Label("二、上年结转政府信息公开申请数量", "2. Requests carried in from last year"),
    ]
    outcomes: Annotated[Outcomes, Label("三、本年度办理结果", "3. Outcomes of this year")]
    carried_out: Annotated[
        ByApplicant, Label("四、结转下年度继续办理", "4. Carried out to next year")
    ]
