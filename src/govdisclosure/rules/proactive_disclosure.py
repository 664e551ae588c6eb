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
from govdisclosure.form.law import NOTICE_2019, NOTICE_2021
from govdisclosure.i18n import Text
from govdisclosure.rules._authority import Authority, Scope
from govdisclosure.rules._rule import Examples, Rule
from govdisclosure.rules.engine.expressions import (
    CellValue,
    Compare,
    Constant,
    ForEach,
    Implies,
    Lines,
    Unsigned,
)

_TABLE_2 = NOTICE_2021.at("附件第二部分", "annex, part 2")
_TABLE_2_OF_2019 = NOTICE_2019.at("附件第二部分", "annex, part 2")

# Counts and amounts; only 本年增/减 has a sign.
disclosure_non_negative = Rule(
    id="STAT-DISC-NONNEGATIVE",
    title=Text("主动公开数量和金额不为负", "Counts and amounts are not negative"),
    sentence=Text(
        "第二部分表格中，除“本年增/减”外，每一格都不小于 0。",
        "In table 2 no cell other than a net change is less than 0.",
    ),
    examples=Examples(right=(0,), wrong=(-10,)),
    authority=Authority.IMPLIED,
    source=_TABLE_2,
    severity=Severity.ERROR,
    scope=Scope.CELL,
    holds=ForEach(
        "cell", Unsigned("/proactive_disclosure"), Compare(CellValue("{cell}"), ">=", Constant(0))
    ),
    message="negative",
)

# 现行有效件数 after the year's issues and repeals: what was in force before cannot be below 0.
opening_stock = Rule(
    id="DERV-DISC-OPENING-STOCK",
    title=Text("年初有效件数不为负", "Documents in force at the start of the year"),
    sentence=Text(
        "现行有效件数减去本年制发件数、加上本年废止件数，即年初有效件数，不小于 0。",
        "Documents in force, less those issued, plus those repealed this year, is what was in"
        " force at the start of the year: not less than 0.",
    ),
    examples=Examples(right=(14, 3, 1), wrong=(2, 5)),
    authority=Authority.DERIVED,
    source=_TABLE_2,
    severity=Severity.WARNING,
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

# 对外公开总数量 includes what was newly disclosed.
newly_disclosed_within_total = Rule(
    id="DERV-DISC-NEWLY-DISCLOSED",
    title=Text("新公开不超过公开总数", "Newly disclosed within all disclosed"),
    sentence=Text(
        "本年新公开数量不大于对外公开总数量。",
        "Documents newly disclosed this year are not more than all that are disclosed.",
    ),
    examples=Examples(right=(60, 368), wrong=(5, 0)),
    authority=Authority.DERIVED,
    source=_TABLE_2_OF_2019,
    severity=Severity.WARNING,
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

# 政府集中采购: money was spent on something.
amount_has_projects = Rule(
    id="DERV-DISC-AMOUNT-HAS-PROJECTS",
    title=Text("有采购金额则有采购项目", "An amount has projects"),
    sentence=Text(
        "采购总金额大于 0 时，采购项目数量大于 0。",
        "Where the procurement amount is above 0, so is the number of projects.",
    ),
    examples=Examples(right=(Decimal("10.4"), 1), wrong=(Decimal("10.4"), 0)),
    authority=Authority.DERIVED,
    source=_TABLE_2_OF_2019,
    severity=Severity.WARNING,
    scope=Scope.ROW,
    holds=Implies(Compare(_AMOUNT, ">", Constant(0)), Compare(_PROJECTS, ">", Constant(0))),
    message="given_out_of_order",
    related=("DERV-DISC-PROJECTS-HAVE-AMOUNT",),
)

# The converse.
projects_have_amount = Rule(
    id="DERV-DISC-PROJECTS-HAVE-AMOUNT",
    title=Text("有采购项目则有采购金额", "Projects have an amount"),
    sentence=Text(
        "采购项目数量大于 0 时，采购总金额大于 0。",
        "Where the number of projects is above 0, so is the procurement amount.",
    ),
    examples=Examples(right=(6, Decimal("10.4")), wrong=(6, 0)),
    authority=Authority.DERIVED,
    source=_TABLE_2_OF_2019,
    severity=Severity.WARNING,
    scope=Scope.ROW,
    holds=Implies(Compare(_PROJECTS, ">", Constant(0)), Compare(_AMOUNT, ">", Constant(0))),
    message="given_out_of_order",
    related=("DERV-DISC-AMOUNT-HAS-PROJECTS",),
)

DISCLOSURE_RULES = (
    disclosure_non_negative,
    opening_stock,
    newly_disclosed_within_total,
    items_left,
    amount_has_projects,
    projects_have_amount,
)
