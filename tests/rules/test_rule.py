"""A rule as a value, and its results."""

import pytest

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
