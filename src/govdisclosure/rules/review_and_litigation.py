"""四、政府信息公开行政复议、行政诉讼情况: what must hold in table 4.

Nothing links this table to table 3, nor its groups to each other: a lawsuit may follow
a reconsideration of an earlier year.

>>> from govdisclosure.i18n import ENGLISH
>>> from govdisclosure.model import EDITION_2021
>>> report = EDITION_2021.blank(number=0)
>>> report = report.replace({"/review_and_litigation/reconsideration/upheld": 10})
>>> for result in cases_add_up(report):
...     print(result.verdict, result.render(ENGLISH))  # doctest: +NORMALIZE_WHITESPACE
fail 4. Administrative reconsideration and administrative litigation:
    row "Administrative reconsideration": Total 0; the items add up to 10
    (Upheld 10; the rest are 0); the two should be equal, the second is larger by 10
pass 4. Administrative reconsideration and administrative litigation:
    row "Administrative litigation / Filed directly, without reconsideration": holds
pass 4. Administrative reconsideration and administrative litigation:
    row "Administrative litigation / Filed after reconsideration": holds
"""

from govdisclosure.findings import Severity
from govdisclosure.form.law import NOTICE_2021
from govdisclosure.i18n import Text
from govdisclosure.rules._authority import Authority, Scope
from govdisclosure.rules._rule import Examples, Rule
from govdisclosure.rules.engine.expressions import (
    CellValue,
    Compare,
    Constant,
    Counts,
    Equal,
    ForEach,
    Lines,
    Parts,
    SumOver,
)

_TABLE_4 = NOTICE_2021.at("附件第四部分", "annex, part 4")

# 总计 of each of the three groups.
cases_add_up = Rule(
    id="STAT-CASE-TOTALS",
    title=Text("复议诉讼合计", "Cases add up"),
    sentence=Text(
        "行政复议、未经复议直接起诉、复议后起诉各自的“总计”，等于结果维持、结果纠正、"
        "其他结果与尚未审结之和。",
        "For reconsideration and for each kind of lawsuit, the total equals upheld plus"
        " corrected plus other result plus pending.",
    ),
    examples=Examples(right=(351, 72, 64, 178, 37), wrong=(0, 10, 1)),
    authority=Authority.IMPLIED,
    source=_TABLE_4,
    severity=Severity.ERROR,
    scope=Scope.ROW,
    holds=ForEach(
        "group",
        Lines("/review_and_litigation"),
        Equal(
            CellValue("{group}/total"),
            SumOver("result", Parts("{group}"), CellValue("{group}/{result}")),
        ),
    ),
)

# Numbers of cases (件) are counts.
cases_non_negative = Rule(
    id="STAT-CASE-NONNEGATIVE",
    title=Text("案件数量不为负", "Cases are not negative"),
    sentence=Text("第四部分表格的每一格都不小于 0。", "No cell of table 4 is less than 0."),
    examples=Examples(right=(0,), wrong=(-1,)),
    authority=Authority.IMPLIED,
    source=_TABLE_4,
    severity=Severity.ERROR,
    scope=Scope.CELL,
    holds=ForEach(
        "cell", Counts("/review_and_litigation"), Compare(CellValue("{cell}"), ">=", Constant(0))
    ),
    message="negative",
)

CASE_RULES = (cases_add_up, cases_non_negative)
