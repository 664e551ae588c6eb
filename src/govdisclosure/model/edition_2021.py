"""Tables 2 and 3 of the 2021 edition, top to bottom.

Annex of 国办公开办函〔2021〕30号; used since the report year 2021. What both editions print
alike stands in ``model/parts.py``: columns, and most reasons of （三） to （五） in table 3.
"""

from typing import Annotated, ClassVar, Literal

from attrs import evolve, frozen

from govdisclosure.form import Amount, Count, Group, Label, Row, Table
from govdisclosure.form.law import FEE_MEASURES, NOTICE_2021
from govdisclosure.model.parts import (
    BAND_1,
    BAND_5,
    BAND_6,
    BAND_8,
    CONTENT,
    CORNER,
    ByApplicant,
    Denied,
    NotProcessed,
    Reasons,
    Unavailable,
)


@frozen(repr=False)
class Documents(Row):
    """Documents (件) issued, repealed and in force."""

    issued: Annotated[Count, Label("本年制发件数", "Issued this year", "件")]
    repealed: Annotated[Count, Label("本年废止件数", "Repealed this year", "件")]
    in_force: Annotated[
        Count,
        Label("现行有效件数", "In force", "件", also=("现行有效件", "现行有效件数（历史累计）")),
    ]


@frozen(repr=False)
class Decisions(Row):
    """Decisions (件) taken in the year."""

    decisions: Annotated[Count, Label("本年处理决定数量", "Decisions this year", "件")]


@frozen(repr=False)
class Fees(Row):
    """Fees charged in the year, in 万元 (10,000 yuan) by the form; the scale is kept."""

    amount_wan_yuan: Annotated[
        Amount,
        Label("本年收费金额（单位：万元）", "Fees charged this year (unit: 10,000 yuan)", "万元"),
    ]


@frozen(kw_only=True, repr=False)
class ProactiveDisclosure(Table):
    """二、主动公开政府信息情况, 2021 edition: 6 rows in four bands, 10 cells."""

    edition: ClassVar[Literal["2021"]] = "2021"
    corner: ClassVar[Label] = CONTENT

    rules: Annotated[Documents, Label("规章", "Rules", under=BAND_1)]
    normative_documents: Annotated[
        Documents,
        Label(
            "行政规范性文件",
            "Administrative normative documents",
            also=("规范性文件",),
            under=BAND_1,
        ),
    ]
    licensing: Annotated[Decisions, Label("行政许可", "Administrative licensing", under=BAND_5)]
    penalties: Annotated[Decisions, Label("行政处罚", "Administrative penalties", under=BAND_6)]
    compulsion: Annotated[Decisions, Label("行政强制", "Administrative compulsion", under=BAND_6)]
    fees: Annotated[
        Fees, Label("行政事业性收费", "Administrative and institutional fees", under=BAND_8)
    ]


@frozen(kw_only=True, repr=False)
class OtherOutcomes(Reasons):
    """（六）其他处理: requests (件) that ended otherwise, by reason."""

    overdue_supplement: Annotated[
        ByApplicant,
        Label(
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "1. Not supplemented in time without just cause; no longer handled",
            also=("1.逾期不补正",),
        ),
    ]
    unpaid_fee: Annotated[
        ByApplicant,
        Label(
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "2. Processing fee not paid in time; no longer handled",
            also=("2.逾期不缴费",),
            source=FEE_MEASURES,
        ),
    ]
    residual: Annotated[ByApplicant, Label("3.其他", "3. Other")]


@frozen(kw_only=True, repr=False)
class Outcomes(Group):
    """三、本年度办理结果: how the year's requests (件) ended; 22 rows."""

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
    other: Annotated[OtherOutcomes, Label("（六）其他处理", "(6) Other handling")]
    total: Annotated[ByApplicant, Label("（七）总计", "(7) Total")]


@frozen(kw_only=True, repr=False)
class Requests(Table):
    """三、收到和处理政府信息公开申请情况, 2021 edition: 25 rows by 7 applicants, 175 cells."""

    edition: ClassVar[Literal["2021"]] = "2021"
    corner: ClassVar[Label] = evolve(CORNER, source=NOTICE_2021)

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
