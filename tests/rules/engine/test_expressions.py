"""The language of rules: what is refused when a rule is written."""

import re
from decimal import Decimal
from math import inf, nan
from typing import Any

import pytest

from govdisclosure.rules.engine.expressions import (
    Cells,
    CellsFilled,
    CellValue,
    Columns,
    Compare,
    Constant,
    Equal,
    ForEach,
    Implies,
    Lines,
    Statement,
    Sum,
    SumOver,
)
from tests.support.rules import TOTAL, some_rule


@pytest.mark.parametrize("address", ["", "requests", "/", "/a//b", "/A", "/a/", "/{}", "/a b"])
def test_a_malformed_address_is_refused_when_written(address: str) -> None:
    with pytest.raises(ValueError, match="not an address template"):
        CellValue(address)
    with pytest.raises(ValueError, match="not an address template"):
        Lines(address)


@pytest.mark.parametrize(
    ("holds", "message"),
    [
        (Equal(CellValue("{x}"), Constant(0)), "nothing gives {x}"),
        (ForEach("x", Columns("/{x}"), Equal(CellValue("/a"), Constant(0))), "nothing gives {x}"),
        (
            ForEach(
                "x", Lines("/a"), ForEach("x", Lines("/a"), Equal(CellValue("{x}"), Constant(0)))
            ),
            "{x} is given twice",
        ),
        (Equal(SumOver("x", Lines("/a"), CellValue("{x}")), CellValue("{x}")), "nothing gives {x}"),
    ],
)
def test_a_rule_with_a_loose_variable_is_refused(holds: Statement, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        some_rule(holds)


ODD: Any = "/requests/received/total"
A, ZERO, DOMAIN = CellValue(TOTAL), Constant(0), Lines("/requests")
EQUAL, COMPARE = Equal(A, ZERO), Compare(A, ">", ZERO)


@pytest.mark.parametrize("relation", ["≥", "<", "=", "==", "", None, 3, [], True])
def test_a_relation_that_is_none_is_refused_when_written(relation: Any) -> None:
    with pytest.raises(ValueError, match=f"^no relation {re.escape(repr(relation))}, only >=, <="):
        Compare(A, relation, ZERO)


@pytest.mark.parametrize("odd", [ODD, COMPARE, EQUAL, DOMAIN, 3, None, CellValue])
@pytest.mark.parametrize(
    "use",
    [
        lambda odd: Equal(odd, ZERO),
        lambda odd: Equal(A, odd),
        lambda odd: Compare(odd, ">", ZERO),
        lambda odd: Compare(A, ">", odd),
        lambda odd: Sum((A, odd)),
        lambda odd: A + odd,
        lambda odd: SumOver("x", DOMAIN, odd),
    ],
)
def test_a_term_of_another_kind_is_refused_when_written(use: Any, odd: Any) -> None:
    with pytest.raises(TypeError, match="must be a CellValue or Constant or SumOver or Sum, not"):
        use(odd)


@pytest.mark.parametrize(
    ("use", "message"),
    [
        (lambda: Sum([A, ZERO]), "terms must be a tuple of terms"),  # type: ignore[arg-type]
        (lambda: Sum(()), "terms must be a tuple of terms"),
        (lambda: Implies(EQUAL, COMPARE), "'given' must be .*Compare"),  # type: ignore[arg-type]
        (lambda: Implies(COMPARE, ODD), "'holds' must be .*Compare"),
        (lambda: CellsFilled(ODD), "domain must be a Columns or"),
        (lambda: ForEach("x", A, EQUAL), "domain must be a Columns or"),  # type: ignore[arg-type]
        (lambda: ForEach("x", DOMAIN, A), "holds must be a Equal or"),  # type: ignore[arg-type]
    ],
)
def test_what_is_of_another_kind_is_refused_when_written(use: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        use()


@pytest.mark.parametrize("odd", [nan, inf, 1.0, True, "1", None, Decimal(1), Decimal("NaN")])
def test_a_coefficient_or_constant_that_is_no_whole_number_is_refused(odd: Any) -> None:
    with pytest.raises(TypeError, match="coefficient must be a whole number, not"):
        CellValue(TOTAL, odd)
    with pytest.raises(TypeError, match="value must be a whole number, not"):
        Constant(odd)


def test_a_coefficient_of_0_is_refused() -> None:
    with pytest.raises(ValueError, match="must not be 0: leave the cell out"):
        CellValue(TOTAL, 0)


@pytest.mark.parametrize("odd", [3, None, [], b"/a"])
def test_an_address_that_is_no_text_is_refused(odd: Any) -> None:
    for kind in (CellValue, Lines, Cells):
        with pytest.raises(ValueError, match="not an address template"):
            kind(odd)


@pytest.mark.parametrize("odd", ["", "X", "x1", "a}/{b", 3, None, []])
def test_a_variable_that_is_no_name_is_refused(odd: Any) -> None:
    with pytest.raises(ValueError, match="no name of a variable"):
        SumOver(odd, DOMAIN, A)
    with pytest.raises(ValueError, match="no name of a variable"):
        ForEach(odd, DOMAIN, EQUAL)
