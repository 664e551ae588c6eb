"""This year's report against last year's, of the same body.

What was carried over must have been left over. Nothing links table 2 of the 2019 form to
that of 2021: documents disclosed are not documents in force, kinds of fee are not money.

>>> from govdisclosure.model import EDITION_2021
>>> last = EDITION_2021.blank(year=2022, number=0)
>>> this = EDITION_2021.blank(year=2023, number=0)
>>> last = last.replace({"/requests/carried_out/total": 2})
>>> [result.verdict.value for result in carry_over(this, previous=last)]
['fail']
>>> [result.verdict.value for result in carry_over(this)]
['not_evaluated']
"""

from govdisclosure.findings import Severity
from govdisclosure.form.law import NOTICE_2019, NOTICE_2021, PRACTICE
from govdisclosure.i18n import Text
from govdisclosure.rules._authority import Authority, Scope
from govdisclosure.rules._rule import Examples, Rule
from govdisclosure.rules.engine.expressions import CellValue, Compare, Equal, ForEach, Lines, Parts

_TABLE_2 = NOTICE_2021.at("附件第二部分", "annex, part 2")
_TABLE_2_OF_2019 = NOTICE_2019.at("附件第二部分", "annex, part 2")
_TABLE_3 = NOTICE_2021.at("附件第三部分", "annex, part 3")
_TABLE_4 = NOTICE_2021.at("附件第四部分", "annex, part 4")

# 上年结转 is last year's 结转下年度.
carry_over = Rule(
    id="QUAL-REQ-CARRY-OVER",
    title=Text("结转数量前后衔接", "Requests carried in match those carried out"),
    sentence=Text(
        "本年报告的上年结转总计，等于上年报告的结转下年度总计。",
        "Requests carried in, in total, equal what last year's report carried out.",
    ),
    examples=Examples(right=(121, 121), wrong=(120, 121)),
    authority=Authority.PRACTICE,
    source=PRACTICE.at("前后年度衔接", "from year to year"),
    severity=Severity.WARNING,
    scope=Scope.YEARS,
    holds=Equal(
        CellValue("/requests/carried_in/total"),
        CellValue("/requests/carried_out/total", of="previous"),
    ),
    related=("QUAL-REQ-CARRY-OVER-BY-APPLICANT",),
)

# The same by applicant; an applicant of another type breaks two columns and not the total.
carry_over_by_applicant = Rule(
    id="QUAL-REQ-CARRY-OVER-BY-APPLICANT",
    title=Text(
        "各类申请人结转数量前后衔接", "Requests carried in match those carried out, by applicant"
    ),
    sentence=Text(
        "每一类申请人的上年结转，等于上年报告中该类申请人的结转下年度。",
        "For each kind of applicant, requests carried in equal what last year's report carried"
        " out.",
    ),
    examples=Examples(right=(118, 118), wrong=(117, 118)),
    authority=Authority.PRACTICE,
    source=PRACTICE.at("前后年度衔接", "from year to year"),
    severity=Severity.INFO,
    scope=Scope.YEARS,
    holds=ForEach(
        "applicant",
        Parts("/requests/carried_in"),
        Equal(
            CellValue("/requests/carried_in/{applicant}"),
            CellValue("/requests/carried_out/{applicant}", of="previous"),
        ),
    ),
    related=("QUAL-REQ-CARRY-OVER",),
)

# Legitimately broken by a merger, a clean-up, another way of counting.
documents_in_force = Rule(
    id="QUAL-DISC-IN-FORCE",
    title=Text("现行有效件数前后衔接", "Documents in force follow from last year's"),
    sentence=Text(
        "现行有效件数等于上年报告的现行有效件数，加本年制发件数，减本年废止件数。",
        "Documents in force equal last year's, plus those issued, less those repealed.",
    ),
    examples=Examples(right=(12, 11, 2, 1), wrong=(13, 11, 2, 1)),
    authority=Authority.PRACTICE,
    source=PRACTICE.at("前后年度衔接", "from year to year"),
    severity=Severity.INFO,
    scope=Scope.YEARS,
    holds=ForEach(
        "kind",
        Lines("/proactive_disclosure"),
        Equal(
            CellValue("{kind}/in_force"),
            CellValue("{kind}/in_force", of="previous")
            + CellValue("{kind}/issued")
            + CellValue("{kind}/repealed", -1),
        ),
    ),
    related=("DERV-DISC-OPENING-STOCK",),
)

# 上一年项目数量 is what last year's report ended with.
items_carried = Rule(
    id="DERV-DISC-ITEMS-CARRIED",
    title=Text("项目数量前后衔接", "Items follow from last year's"),
    sentence=Text(
        "上一年项目数量等于上年报告的上一年项目数量与本年增/减之和。",
        "Items of the prior year equal last year's report's items plus its net change.",
    ),
    examples=Examples(right=(21, 20, 1), wrong=(20, 20, 1)),
    authority=Authority.DERIVED,
    source=_TABLE_2_OF_2019,
    severity=Severity.INFO,
    scope=Scope.YEARS,
    holds=ForEach(
        "power",
        Lines("/proactive_disclosure"),
        Equal(
            CellValue("{power}/prior_year_items"),
            CellValue("{power}/prior_year_items", of="previous")
            + CellValue("{power}/net_change", of="previous"),
        ),
    ),
    related=("DERV-DISC-ITEMS-LEFT",),
)

# 对外公开总数量 grows by what is newly disclosed at the most; documents may be withdrawn.
total_disclosed_grows = Rule(
    id="DERV-DISC-TOTAL-DISCLOSED",
    title=Text("公开总数的增长有来源", "All disclosed grows by what is newly disclosed"),
    sentence=Text(
        "对外公开总数量不大于上年报告的对外公开总数量与本年新公开数量之和。",
        "All that is disclosed is not more than last year's plus what is newly disclosed.",
    ),
    examples=Examples(right=(368, 308, 60), wrong=(369, 308, 60)),
    authority=Authority.DERIVED,
    source=_TABLE_2_OF_2019,
    severity=Severity.INFO,
    scope=Scope.YEARS,
    holds=ForEach(
        "kind",
        Lines("/proactive_disclosure"),
        Compare(
            CellValue("{kind}/total_disclosed"),
            "<=",
            CellValue("{kind}/total_disclosed", of="previous")
            + CellValue("{kind}/newly_disclosed"),
        ),
    ),
    related=("DERV-DISC-NEWLY-DISCLOSED",),
)

# 尚未审结 last year is decided or still pending this year. The form does not say whether it
# counts cases filed or decided, so that this is no more than a hint.
pending_cases_go_on = Rule(
    id="DERV-CASE-PENDING",
    title=Text("上年未结案件本年仍有反映", "Cases pending last year are found again"),
    sentence=Text(
        "上年报告的尚未审结数不大于本年同类案件的总计。",
        "Cases pending in last year's report are not more than all cases of their kind this year.",
    ),
    examples=Examples(right=(37, 40), wrong=(37, 5)),
    authority=Authority.DERIVED,
    source=_TABLE_4,
    severity=Severity.INFO,
    scope=Scope.YEARS,
    holds=ForEach(
        "group",
        Lines("/review_and_litigation"),
        Compare(CellValue("{group}/pending", of="previous"), "<=", CellValue("{group}/total")),
    ),
)

OVER_TIME_RULES = (
    carry_over,
    carry_over_by_applicant,
    documents_in_force,
    items_carried,
    total_disclosed_grows,
    pending_cases_go_on,
)
