"""Made-up rules over the first group of table 4."""

from typing import Any

from attrs import evolve

from govdisclosure.findings import Severity
from govdisclosure.form.law import NOTICE_2021
from govdisclosure.i18n import Text
from govdisclosure.rules import Authority, Rule, Scope
from govdisclosure.rules.engine.expressions import Statement

GROUP = "/review_and_litigation/reconsideration"
UPHELD, PENDING, TOTAL = f"{GROUP}/upheld", f"{GROUP}/pending", f"{GROUP}/total"


def some_rule(holds: Statement, **changes: Any) -> Rule:
    """A rule that says what is given."""
    one = Rule(
        id="X-TEST-RULE",
        title=Text("试", "test"),
        sentence=Text("试", "test"),
        authority=Authority.DERIVED,
        source=NOTICE_2021,
        severity=Severity.INFO,
        scope=Scope.TABLE,
        holds=holds,
    )
    return evolve(one, **changes)
