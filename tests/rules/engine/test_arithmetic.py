"""Sides added up and compared, exactly."""

from decimal import Decimal
from typing import Any

import pytest

from govdisclosure.findings import Number, Verdict
from govdisclosure.rules.engine.expressions import CellValue, Compare, Constant, Equal
from tests.support.cases import PURE_2021
from tests.support.rules import PENDING, UPHELD, some_rule

FEES = "/proactive_disclosure/fees/amount_wan_yuan"


@pytest.mark.parametrize(
    ("relation", "upheld", "verdict"),
    [
        (">=", 4, Verdict.FAIL),
        (">=", 5, Verdict.PASS),
        ("<=", 5, Verdict.PASS),
        ("<=", 6, Verdict.FAIL),
    ],
)
def test_a_comparison_includes_equality(relation: Any, upheld: int, verdict: Verdict) -> None:
    one = some_rule(Compare(CellValue(UPHELD), relation, CellValue(PENDING)))
    [result] = one(PURE_2021.blank(0).replace({UPHELD: upheld, PENDING: 5}))
    assert result.verdict is verdict


@pytest.mark.parametrize(
    ("tolerance", "amount", "verdict"),
    [
        (0, "0.30", Verdict.PASS),
        (0, "0.3000000000000000000000000000001", Verdict.FAIL),
        (Decimal("0.01"), "0.31", Verdict.PASS),
        (Decimal("0.01"), "0.32", Verdict.FAIL),
    ],
)
def test_amounts_are_compared_exactly(tolerance: Number, amount: str, verdict: Verdict) -> None:
    """0.1 + 0.2 is 0.3 here, and 31 decimals are not rounded away."""
    fees = CellValue(FEES, 10) + CellValue("/proactive_disclosure/rules/issued", -3)
    one = some_rule(Equal(fees, Constant(0)), tolerance=tolerance * 10)
    report = PURE_2021.blank(0).replace(
        {FEES: Decimal(amount), "/proactive_disclosure/rules/issued": 1}
    )
    assert [result.verdict for result in one(report)] == [verdict]
