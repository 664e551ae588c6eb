"""二、主动公开政府信息情况: what must hold in table 2.

No sum links its rows or columns. In the 2019 edition a stock of power items stands beside a
year's decisions, and nothing may be asserted between them; newly produced and newly
disclosed documents may differ either way.

>>> from govdisclosure.model import EDITION_2019
>>> report = EDITION_2019.blank(number=0)
>>> report = report.replace({
...     "/proactive_disclosure/licensing/net_change": -8,
...     "/proactive_disclosure/licensing/decisions": -1,
... })
>>> [result for result in disclosure_non_negative(report) if result.verdict == "fail"]
[<Result STAT-DISC-NONNEGATIVE fail at /proactive_disclosure/licensing/decisions>]
"""

from decimal import Decimal

from govdisclosure.findings import Severity
from govdisclosure.form.law import NOTICE_2019, NOTICE_2021, PRACTICE
from govdisclosure.i18n import Text
from govdisclosure.rules._authority import Authority, Scope
from govdisclosure.rules._rule import Examples, Rule
from govdisclosure.rules.engine.expressions import (
    Amounts,
    CellValue,
    Compare,
    Constant,
    Counts,
    ForEach,
    Implies,
    Lines,
)

_TABLE_2 = NOTICE_2021.at("附件第二部分", "annex, part 2")
_TABLE_2_OF_2019 = NOTICE_2019.at("附件第二部分", "annex, part 2")

# Only 本年增/减 has a sign.
disclosure_non_negative = Rule(
    id="STAT-DISC-NONNEGATIVE",
    title=Text("主动公开数量不为负", "Counts are not negative"),
    sentence=Text(
        "第二部分表格中，除“本年增/减”和金额外，每一格都不小于 0。",
        "In table 2 no cell other than a net change or an amount of money is less than 0.",
    ),
    examples=Examples(right=(0,), wrong=(-10,)),
    authority=Authority.IMPLIED,
    source=_TABLE_2,
    severity=Severity.ERROR,
    scope=Scope.CELL,
    holds=ForEach(
        "cell", Counts("/proactive_disclosure"), Compare(CellValue("{cell}"), ">=", Constant(0))
    ),
    message="negative",
    related=("QUAL-DISC-AMOUNT-NONNEGATIVE",),
)

# 本年收费金额, 采购总金额: fees may be paid back and purchases undone, of earlier years too, and
# no source says that a sum of money is not below 0.
amounts_non_negative = Rule(
    id="QUAL-DISC-AMOUNT-NONNEGATIVE",
    title=Text("金额一般不为负", "Amounts are not negative, as a rule"),
    sentence=Text(
        "收费金额、采购总金额一般不小于 0；退付多于收入时可以为负。",
        "Amounts of fees and of procurement are not less than 0, unless more was paid back than"
        " came in.",
    ),
    examples=Examples(right=(Decimal("10.4"),), wrong=(Decimal("-0.5"),)),
    authority=Authority.PRACTICE,
    source=PRACTICE.at("金额", "amounts"),
    severity=Severity.WARNING,
    scope=Scope.CELL,
    holds=ForEach(
        "cell", Amounts("/proactive_disclosure"), Compare(CellValue("{cell}"), ">=", Constant(0))
    ),
    message="negative_amount",
    since="1.1.0",
    related=("STAT-DISC-NONNEGATIVE",),
)

# 现行有效件数 after the year's issues and repeals. No law of logic: what is issued in December to
# be in force from January, or expires in the year of its issue, is issued and not in force.
opening_stock = Rule(
    id="DERV-DISC-OPENING-STOCK",
    title=Text("年初有效件数不为负", "Documents in force at the start of the year"),
    sentence=Text(
        "现行有效件数减去本年制发件数、加上本年废止件数，即年初有效件数，一般不小于 0；"
        "年末制发、次年施行的，或者当年制发、当年到期失效的文件除外。",
        "Documents in force, less those issued, plus those repealed this year, is what was in"
        " force at the start of the year: not less than 0, unless documents were issued to be in"
        " force next year, or expired in the year of their issue.",
    ),
    examples=Examples(right=(14, 3, 1), wrong=(2, 5)),
    authority=Authority.DERIVED,
    source=_TABLE_2,
    severity=Severity.INFO,
    scope=Scope.ROW,
    holds=ForEach(
        "kind",
        Lines("/proactive_disclosure"),
        Compare(
            CellValue("{kind}/in_force")
            + CellValue("{kind}/issued", -1)
            + CellValue("{kind}/repealed"),
            ">=",
            Constant(0),
        ),
    ),
    related=("QUAL-DISC-IN-FORCE",),
)

# 对外公开总数量 includes what was newly disclosed, unless that was withdrawn in the same year.
newly_disclosed_within_total = Rule(
    id="DERV-DISC-NEWLY-DISCLOSED",
    title=Text("新公开不超过公开总数", "Newly disclosed within all disclosed"),
    sentence=Text(
        "本年新公开数量一般不大于对外公开总数量；当年公开、当年又撤下的除外。",
        "Documents newly disclosed this year are not more than all that are disclosed, unless some"
        " were withdrawn in the same year.",
    ),
    examples=Examples(right=(60, 368), wrong=(5, 0)),
    authority=Authority.DERIVED,
    source=_TABLE_2_OF_2019,
    severity=Severity.INFO,
    scope=Scope.ROW,
    holds=ForEach(
        "kind",
        Lines("/proactive_disclosure"),
        Compare(CellValue("{kind}/newly_disclosed"), "<=", CellValue("{kind}/total_disclosed")),
    ),
)

# 上一年项目数量 and 本年增/减 give this year's items.
items_left = Rule(
    id="DERV-DISC-ITEMS-LEFT",
    title=Text("增减后项目数量不为负", "Items left after the change"),
    sentence=Text(
        "上一年项目数量与本年增/减之和不小于 0。",
        "Items of the prior year plus the net change of this year is not less than 0.",
    ),
    examples=Examples(right=(18, -2), wrong=(3, -8)),
    authority=Authority.DERIVED,
    source=_TABLE_2_OF_2019,
    severity=Severity.WARNING,
    scope=Scope.ROW,
    holds=ForEach(
        "power",
        Lines("/proactive_disclosure"),
        Compare(
            CellValue("{power}/prior_year_items") + CellValue("{power}/net_change"),
            ">=",
            Constant(0),
        ),
    ),
    related=("DERV-DISC-ITEMS-CARRIED",),
)

_PROJECTS = CellValue("/proactive_disclosure/procurement/projects")
_AMOUNT = CellValue("/proactive_disclosure/procurement/amount")

# 政府集中采购: money was spent on something; it may be on a project of last year.
amount_has_projects = Rule(
    id="DERV-DISC-AMOUNT-HAS-PROJECTS",
    title=Text("有采购金额则有采购项目", "An amount has projects"),
    sentence=Text(
        "采购总金额大于 0 时，采购项目数量一般大于 0；本年支付上年项目款项的除外。",
        "Where the procurement amount is above 0, so is the number of projects, unless it was paid"
        " for projects of an earlier year.",
    ),
    examples=Examples(right=(Decimal("10.4"), 1), wrong=(Decimal("10.4"), 0)),
    authority=Authority.PRACTICE,
    source=PRACTICE.at("政府集中采购", "centralized government procurement"),
    severity=Severity.INFO,
    scope=Scope.ROW,
    holds=Implies(Compare(_AMOUNT, ">", Constant(0)), Compare(_PROJECTS, ">", Constant(0))),
    related=("DERV-DISC-PROJECTS-HAVE-AMOUNT",),
)

# The converse; what was awarded may be paid next year.
projects_have_amount = Rule(
    id="DERV-DISC-PROJECTS-HAVE-AMOUNT",
    title=Text("有采购项目则有采购金额", "Projects have an amount"),
    sentence=Text(
        "采购项目数量大于 0 时，采购总金额一般大于 0；本年成交、次年付款的除外。",
        "Where the number of projects is above 0, so is the procurement amount, unless what was"
        " awarded is paid in a later year.",
    ),
    examples=Examples(right=(6, Decimal("10.4")), wrong=(6, 0)),
    authority=Authority.PRACTICE,
    source=PRACTICE.at("政府集中采购", "centralized government procurement"),
    severity=Severity.INFO,
    scope=Scope.ROW,
    holds=Implies(Compare(_PROJECTS, ">", Constant(0)), Compare(_AMOUNT, ">", Constant(0))),
    related=("DERV-DISC-AMOUNT-HAS-PROJECTS",),
)

DISCLOSURE_RULES = (
    disclosure_non_negative,
    amounts_non_negative,
    opening_stock,
    newly_disclosed_within_total,
    items_left,
    amount_has_projects,
    projects_have_amount,
)
