"""A rule as a value, and its results."""

from decimal import Decimal
from math import inf, nan
from typing import Any

import pytest

from govdisclosure.findings import Severity
from govdisclosure.model import EDITION_2021
from govdisclosure.rules import Authority, Scope
from govdisclosure.rules.engine.expressions import CellValue, Constant, Equal
from govdisclosure.rules.requests import request_balance
from tests.support.cases import PURE_2021
from tests.support.rules import TOTAL, some_rule


def test_only_a_failure_is_a_finding() -> None:
    with pytest.raises(ValueError, match="only a failure is a finding"):
        request_balance(PURE_2021.blank(0))[0].finding()


def test_a_rule_without_its_message_is_refused() -> None:
    with pytest.raises(ValueError, match="no message 'nonsense'"):
        some_rule(Equal(CellValue(TOTAL), Constant(0)), message="nonsense")


@pytest.mark.parametrize(
    "odd", ["", "X", "x-test", "X-", "-X", "X--TEST", "X-TEST\n", "规则-1", "X TEST", "1-A"]
)
def test_an_id_that_is_not_written_as_ids_are_is_refused(odd: str) -> None:
    with pytest.raises(ValueError, match="not an id"):
        some_rule(Equal(CellValue(TOTAL), Constant(0)), id=odd)


@pytest.mark.parametrize("good", ["X-TEST", "QUAL-REQ-OWN2", "A1-2"])
def test_an_id_is_written_in_capitals_and_hyphens(good: str) -> None:
    assert some_rule(Equal(CellValue(TOTAL), Constant(0)), id=good).id == good


ODD: dict[str, list[Any]] = {
    "id": [None, 3, b"X-TEST"],
    "authority": [None, 3, "hearsay", Severity.INFO, []],
    "severity": [None, 3, "fatal", Authority.DERIVED, []],
    "scope": [None, 3, "galaxy", Severity.INFO, []],
    "title": [None, 3, "试", ("试", "test")],
    "sentence": [None, 3, "试", ("试", "test")],
    "source": [None, 3, "国办公开办函〔2021〕30号"],
    "holds": [None, 3, "a = b", CellValue(TOTAL)],
    "tolerance": [None, "1", True, 0.5, nan, inf, -1, Decimal("-0.5")]
    + [Decimal(odd) for odd in ("NaN", "sNaN", "Infinity")],
    "related": [None, "X-A", ["X-A"], (3,)],
    "message": [None, 3],
    "since": [None, 3],
}
ZERO = Equal(CellValue(TOTAL), Constant(0))


@pytest.mark.parametrize("odd", ["JSON-OWN", "READ-OWN", "READ-PERIOD-UNCLEAR"])
def test_an_id_that_begins_as_those_about_reading_is_refused(odd: str) -> None:
    with pytest.raises(ValueError, match=f"'{odd}' begins as the ids of findings about reading do"):
        some_rule(ZERO, id=odd)


@pytest.mark.parametrize(
    ("part", "odd"), [(part, odd) for part, odds in ODD.items() for odd in odds]
)
def test_a_part_of_a_rule_that_is_something_else_is_refused_when_written(
    part: str, odd: Any
) -> None:
    with pytest.raises((TypeError, ValueError)):
        some_rule(ZERO, **{part: odd})


def test_authority_severity_and_scope_may_be_given_by_their_values() -> None:
    one = some_rule(ZERO, authority="guide", severity="warning", scope="table")
    graded = (one.authority, one.severity, one.scope)
    assert graded == (Authority.GUIDE, Severity.WARNING, Scope.TABLE)
    assert [*map(type, graded)] == [Authority, Severity, Scope]


@pytest.mark.parametrize("tolerance", [0, 1, Decimal(0), Decimal("0.01")])
def test_a_tolerance_is_a_whole_number_or_a_decimal(tolerance: Any) -> None:
    assert some_rule(ZERO, tolerance=tolerance).tolerance == tolerance


@pytest.mark.parametrize("odd", ["x", 3, {}])
def test_a_rule_called_with_what_is_no_report_says_what_to_give(odd: Any) -> None:
    report = EDITION_2021.blank(number=0)
    cases: list[tuple[Any, Any, list[Any]]]
    cases = [(odd, None, []), (report, odd, []), (report, None, [odd])]
    for this, previous, subordinates in cases:
        with pytest.raises(TypeError, match="expected a Report or a Reading, not"):
            some_rule(ZERO)(this, previous=previous, subordinates=subordinates)
