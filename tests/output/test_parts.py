"""Numbers in JSON keep their digits in any reader."""

from decimal import Decimal
from typing import Any

import pytest

from govdisclosure.output._parts import number_data
from govdisclosure.output.json import findings_schema, run_data
from tests.support.forms import judge
from tests.support.runs import RUNS


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (None, None),
        (0, 0),
        (-(2**53) + 1, -(2**53) + 1),
        (-(2**53), "-9007199254740992"),
        (10**5000, "1" + "0" * 5000),
        (Decimal("10.40"), "10.40"),
        (Decimal("-0.0"), "-0.0"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-7"), "0.0000001"),
    ],
    ids=["null", "0", "safe", "beyond", "huge", "scale", "-0", "thousand", "tiny"],
)
def test_numbers_are_written_so_that_nothing_is_lost(number: Any, expected: Any) -> None:
    assert number_data(number) == expected
    run = run_data(RUNS["A"])
    run["files"][0]["findings"][0]["left"] = expected
    assert judge(findings_schema())(run)
