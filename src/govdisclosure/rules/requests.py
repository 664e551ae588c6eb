"""三、收到和处理政府信息公开申请情况: what must hold in table 3.

``request_balance`` is the one equation that the form itself prints; the others follow
from the word 总计. A total that is one too small:

>>> from govdisclosure.model import EDITION_2021
>>> report = EDITION_2021.blank(number=0)
>>> {str(result.verdict) for rule in REQUEST_RULES for result in rule(report)}
{'pass'}
>>> report = report.replace({"/requests/received/total": 1})
>>> [result for rule in REQUEST_RULES for result in rule(report) if result.verdict == "fail"]
... # doctest: +NORMALIZE_WHITESPACE
[<Result STAT-REQ-BALANCE fail at /requests/received/total>,
 <Result STAT-REQ-ROWS fail at /requests/received/total>]
"""

from govdisclosure.findings import Severity
from govdisclosure.form.law import NOTICE_2021
from govdisclosure.i18n import Text
from govdisclosure.rules._authority import Authority, Scope
from govdisclosure.rules._rule import Examples, Rule
from govdisclosure.rules.engine.expressions import (
    CellValue,
    Columns,
    Compare,
    Constant,
    Counts,
    Details,
    Equal,
    ForEach,
    Lines,
    Parts,
    SumOver,
)

_TABLE_3 = NOTICE_2021.at("附件第三部分", "annex, part 3")

# 本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和
request_balance = Rule(
    id="STAT-REQ-BALANCE",
    title=Text("申请数量收支平衡", "Requests balance"),
    sentence=Text(
        "每一列中，本年新收与上年结转之和，等于本年度办理结果总计与结转下年度之和。",
        "In each column, requests received plus requests carried in equal total outcomes"
        " plus requests carried out to next year.",
    ),
    examples=Examples(right=(100, 10, 95, 15), wrong=(20, 20, 10, 10)),
    authority=Authority.PRINTED,
    source=NOTICE_2021.at("附件第三部分表头", "annex, header of part 3"),
    severity=Severity.ERROR,
    scope=Scope.COLUMN,
    holds=ForEach(
        "column",
        Columns("/requests/received"),
        Equal(
            CellValue("/requests/received/{column}") + CellValue("/requests/carried_in/{column}"),
            CellValue("/requests/outcomes/total/{column}")
            + CellValue("/requests/carried_out/{column}"),
        ),
    ),
    related=("STAT-REQ-OUTCOMES", "STAT-REQ-ROWS"),
)

# （七）总计: every request ends in exactly one way, a severable one under 部分公开 only.
outcomes_add_up = Rule(
    id="STAT-REQ-OUTCOMES",
    title=Text("办理结果合计", "Outcomes add up"),
    sentence=Text(
        "每一列中，办理结果“（七）总计”等于各类办理结果之和。",
        "In each column, the total of outcomes equals the sum of all kinds of outcome.",
    ),
    examples=Examples(right=(93, 50, 20, 23), wrong=(95, 50, 20, 23)),
    authority=Authority.IMPLIED,
    source=_TABLE_3,
    severity=Severity.ERROR,
    scope=Scope.COLUMN,
    holds=ForEach(
        "column",
        Columns("/requests/outcomes/total"),
        Equal(
            CellValue("/requests/outcomes/total/{column}"),
            SumOver("detail", Details("/requests/outcomes"), CellValue("{detail}/{column}")),
        ),
    ),
    related=("STAT-REQ-BALANCE", "STAT-REQ-ROWS"),
)

# 总计 (the last column): all who asked are one of six kinds of applicant.
request_rows_add_up = Rule(
    id="STAT-REQ-ROWS",
    title=Text("各行总计", "Rows of requests add up"),
    sentence=Text(
        "每一行中，“总计”等于自然人与五类法人或其他组织之和。",
        "In each row, the total equals natural persons plus the five kinds of organization.",
    ),
    examples=Examples(right=(3, 3), wrong=(99, 1, 2, 3)),
    authority=Authority.IMPLIED,
    source=_TABLE_3,
    severity=Severity.ERROR,
    scope=Scope.ROW,
    holds=ForEach(
        "row",
        Lines("/requests"),
        Equal(
            CellValue("{row}/total"),
            SumOver("applicant", Parts("{row}"), CellValue("{row}/{applicant}")),
        ),
    ),
    related=("STAT-REQ-BALANCE", "STAT-REQ-OUTCOMES"),
)

# Numbers of requests (件) are counts.
requests_non_negative = Rule(
    id="STAT-REQ-NONNEGATIVE",
    title=Text("申请数量不为负", "Requests are not negative"),
    sentence=Text("第三部分表格的每一格都不小于 0。", "No cell of table 3 is less than 0."),
    examples=Examples(right=(0,), wrong=(-1,)),
    authority=Authority.IMPLIED,
    source=_TABLE_3,
    severity=Severity.ERROR,
    scope=Scope.CELL,
    holds=ForEach("cell", Counts("/requests"), Compare(CellValue("{cell}"), ">=", Constant(0))),
    message="negative",
)

REQUEST_RULES = (request_balance, outcomes_add_up, request_rows_add_up, requests_non_negative)
