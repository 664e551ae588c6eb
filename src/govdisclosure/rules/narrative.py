"""What the sections of prose must have, of which year the period is, that cells are filled in.

Only what needs no reading of sentences: whether a section says anything, whether a cell
shows a number.

>>> from govdisclosure.model import EDITION_2021
>>> report = EDITION_2021.blank(number=0)
>>> [result.verdict.value for result in problems_stated(report)]
['not_evaluated']
>>> report = report.replace({"/problems_and_improvements": (), "/requests/received/total": None})
>>> [result.verdict.value for rule in NARRATIVE_RULES for result in rule(report)]
['fail', 'pass', 'fail']
"""

from govdisclosure.findings import Severity
from govdisclosure.form.law import PRACTICE, REGULATION, article_50
from govdisclosure.i18n import Text
from govdisclosure.rules._authority import Authority, Scope
from govdisclosure.rules._rule import Examples, Rule
from govdisclosure.rules.engine.expressions import Cells, CellsFilled, PeriodInYear, SectionPresent

# 五、存在的主要问题及改进情况: a heading with nothing below it states nothing, nor does 无.
# A section that is not there at all may be lost in the copy: then nothing is said.
problems_stated = Rule(
    id="STAT-PROBLEMS-STATED",
    title=Text("写明主要问题及改进情况", "Main problems are stated"),
    sentence=Text(
        "第五部分写有主要问题及改进情况，不是只有标题，也不是只有“无”“暂无”一类的词。",
        "Part 5 states the main problems and improvements, and is neither a mere heading nor a"
        ' mere "none".',
    ),
    examples=Examples(right=("目录更新不够及时。",), wrong=("无。",)),
    authority=Authority.STATUTE,
    source=article_50("四", 4),
    severity=Severity.WARNING,
    scope=Scope.REPORT,
    holds=SectionPresent("/problems_and_improvements"),
)

# 上一年度政府信息公开工作年度报告: a report of one year, and of no other. A period with only one
# end in another year (of a body founded in December) is no more than a hint.
period_in_year = Rule(
    id="DERV-PERIOD-YEAR",
    title=Text("统计期限属于报告年度", "The period is in the report's year"),
    sentence=Text(
        "写明统计期限的，起止日期都在报告年度内。",
        "Where a period is stated, its first and its last day are in the report's year.",
    ),
    examples=Examples(
        right=("2023-01-01", "2023-12-31", 2023), wrong=("2022-01-01", "2022-12-31", 2023)
    ),
    authority=Authority.DERIVED,
    source=REGULATION.at("第四十九条", "Article 49"),
    severity=Severity.WARNING,
    scope=Scope.REPORT,
    holds=PeriodInYear("/period"),
    since="1.1.0",
)

# Nothing to report is written 0 in practice; no official sentence on it was found, and
# published reports leave blanks. What the blanks keep from being checked is said with it.
cells_filled = Rule(
    id="QUAL-BLANKS",
    title=Text("各格均已填写", "No cell is left blank"),
    sentence=Text(
        "表格的每一格都有数字，没有发生的填 0。",
        "Every cell of the tables shows a number; where there is nothing to report, 0.",
    ),
    examples=Examples(right=(0,), wrong=(None,)),
    authority=Authority.PRACTICE,
    source=PRACTICE.at("空白单元格", "blank cells"),
    severity=Severity.INFO,
    scope=Scope.REPORT,
    holds=CellsFilled(Cells("")),
)

NARRATIVE_RULES = (problems_stated, period_in_year, cells_filled)
