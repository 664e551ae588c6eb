"""The form of Freedonia: a toy edition, to prove that nothing in the package knows the real ones.

Other rows, other columns, other bands, deeper groups, a group that prints its own total.
"""

from typing import Annotated, ClassVar

from attrs import frozen

from govdisclosure.form import Amount, Change, Count, Label, Money, Row, Source, Table
from govdisclosure.model import Edition, Report

EDICT = Source(
    title="自由邦年报敕令",
    number="敕令第1号",
    title_en="Edict of the Annual Report",
    date="1933-11-17",
)

CROWN = Label("王室", "The Crown", source=EDICT.at("第一条", "Article 1"))
HARBOUR = Label("港口", "The Harbour", under=Label("沿海", "The coast"))
ESTATES = Label("各等级", "Estates")


@frozen
class Decrees(Row):
    """Decrees (道) of the year; one column alone."""

    proclaimed: Annotated[Count, Label("颁布数量", "Proclaimed", "道")]


@frozen
class Treasury(Row):
    """What the treasury took in, in three ways of writing a number."""

    tribute: Annotated[Money, Label("贡金", "Tribute")]
    duties: Annotated[Amount, Label("关税（单位：万元）", "Duties", "万元")]
    clerks: Annotated[Change, Label("书吏增减", "Change in clerks", "人")]


@frozen(kw_only=True)
class Ships:
    """Decrees about ships, in a group inside the table."""

    arriving: Annotated[Decrees, Label("入港", "Arriving")]
    leaving: Annotated[Decrees, Label("出港", "Leaving")]


@frozen(kw_only=True)
class ProactiveDisclosure(Table):
    """Table 2 of Freedonia: four rows, one of them of another kind."""

    edition: ClassVar[str] = "Freedonia"
    corner: ClassVar[Label] = Label("事项", "Matter")

    treasury: Annotated[Treasury, Label("国库", "Treasury", under=CROWN)]
    anthems: Annotated[Decrees, Label("国歌", "Anthems", under=CROWN)]
    ships: Annotated[Ships, Label("船舶", "Ships", under=HARBOUR)]


@frozen
class ByEstate(Row):
    """Requests (件) by the estate of who asked."""

    nobles: Annotated[Count, Label("贵族", "Nobles", "件", under=ESTATES)]
    merchants: Annotated[Count, Label("商人", "Merchants", "件", under=ESTATES)]
    farmers: Annotated[Count, Label("农民", "Farmers", "件", under=ESTATES)]
    total: Annotated[Count, Label("总计", "Total", "件")]


@frozen(kw_only=True)
class Secrets:
    """Refusals by kind of secret, the third level of table 3."""

    of_state: Annotated[ByEstate, Label("国家秘密", "State secrets")]
    of_the_kitchen: Annotated[ByEstate, Label("厨房秘密", "Kitchen secrets")]


@frozen(kw_only=True)
class Refused:
    """Refusals, a group that prints its own total."""

    secret: Annotated[Secrets, Label("秘密", "Secrets")]
    unwelcome: Annotated[ByEstate, Label("不受欢迎", "Unwelcome")]
    total: Annotated[ByEstate, Label("拒绝合计", "All refusals")]


@frozen(kw_only=True)
class Outcomes:
    """How requests ended in Freedonia."""

    granted: Annotated[ByEstate, Label("恩准", "Granted")]
    refused: Annotated[Refused, Label("拒绝", "Refused")]
    total: Annotated[ByEstate, Label("总计", "Total")]


@frozen(kw_only=True)
class Requests(Table):
    """Table 3 of Freedonia."""

    edition: ClassVar[str] = "Freedonia"
    corner: ClassVar[Label] = Label("请求", "Petitions to know")

    received: Annotated[ByEstate, Label("本年新收", "Received this year")]
    carried_in: Annotated[ByEstate, Label("上年结转", "Carried in")]
    outcomes: Annotated[Outcomes, Label("办理结果", "Outcomes")]
    carried_out: Annotated[ByEstate, Label("结转下年", "Carried out")]


class FreedonianReport(Report[ProactiveDisclosure, Requests]):
    """A report on the form of Freedonia."""

    __slots__ = ()


FREEDONIA: Edition[FreedonianReport] = Edition(
    name="Freedonia", notice=EDICT, first_year=2900, last_year=None, report_type=FreedonianReport
)
