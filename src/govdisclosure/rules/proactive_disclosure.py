"""二、主动公开政府信息情况: what must hold in table 2.

No sum links its rows or columns. In the 2019 edition a stock of power items stands beside a
year's decisions, and nothing may be asserted between them.

>>> from govdisclosure.editions import EDITION_2019
>>> report = EDITION_2019.blank(number=0)
>>> report = report.replace({
...     "/proactive_disclosure/licensing/net_change": -8,
...     "/proactive_disclosure/licensing/decisions": -1,
... })
>>> [result for result in disclosure_non_negative(report) if result.verdict == "fail"]
[<Result STAT-DISC-NONNEGATIVE fail at /proactive_disclosure/licensing/decisions>]
"""

from govdisclosure.findings import Severity
from govdisclosure.law import NOTICE_2021
from govdisclosure.messages import Text
from govdisclosure.rules.kinds import Cell, Compare, Constant, ForEach, Unsigned
from govdisclosure.rules.rule import Authority, Rule, Scope

# Counts and amounts; only 本年增/减 has a sign. Right: 0, 96171.6. Wrong: -10 万元.
disclosure_non_negative = Rule(
    id="STAT-DISC-NONNEGATIVE",
    title=Text("主动公开数量和金额不为负", "Counts and amounts are not negative"),
    sentence=Text(
        "第二部分表格中，除“本年增/减”外，每一格都不小于 0。",
        "In table 2 no cell other than a net change is less than 0.",
    ),
    authority=Authority.IMPLIED,
    source=NOTICE_2021.at("附件第二部分", "annex, part 2"),
    severity=Severity.ERROR,
    scope=Scope.CELL,
    holds=ForEach(
        "cell", Unsigned("/proactive_disclosure"), Compare(Cell("{cell}"), ">=", Constant(0))
    ),
    message="negative",
)

DISCLOSURE_RULES = (disclosure_non_negative,)
