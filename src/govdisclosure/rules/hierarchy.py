"""A government's report against those of the bodies whose work it adds up.

A county's report covers the county government's own work and that of every body in the
county that makes a report. It is advice only: joint cases and joint documents are counted
twice, some reports are of the own name alone, bodies correct theirs later, and whether the
list of bodies is complete nobody can tell from the numbers.

>>> from govdisclosure.model import EDITION_2021
>>> county, town = EDITION_2021.blank(year=2023, number=2), EDITION_2021.blank(year=2023, number=1)
>>> {result.verdict.value for result in adds_up_its_bodies(county, subordinates=[town, town])}
{'pass'}
"""

from govdisclosure.findings import Severity
from govdisclosure.form.law import CHONGQING_NOTICE
from govdisclosure.i18n import Text
from govdisclosure.rules._authority import Authority, Scope
from govdisclosure.rules._rule import Examples, Rule
from govdisclosure.rules.engine.expressions import Additive, CellValue, Equal, ForEach

adds_up_its_bodies = Rule(
    id="QUAL-SUM-OF-BODIES",
    title=Text("汇总数等于各单位之和", "The sum of its bodies"),
    sentence=Text(
        "汇总报告的每一格等于所属各编制主体（含本级）报告同一格之和。",
        "Every cell of an aggregate report equals the sum of that cell over the reports of its"
        " bodies, its own name included.",
    ),
    examples=Examples(right=(90, 40, 50), wrong=(100, 40, 50)),
    authority=Authority.GUIDE,
    source=CHONGQING_NOTICE.at("县级汇总", "a county adds up its bodies"),
    severity=Severity.INFO,
    scope=Scope.HIERARCHY,
    holds=ForEach(
        "cell", Additive(""), Equal(CellValue("{cell}"), CellValue("{cell}", of="children"))
    ),
)

HIERARCHY_RULES = (adds_up_its_bodies,)
