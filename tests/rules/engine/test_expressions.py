"""The language of rules: what is refused when a rule is written."""

from typing import Any

import pytest

from govdisclosure.rules.engine.expressions import (
    CellValue,
    Columns,
    Constant,
    Equal,
    ForEach,
    Lines,
    Statement,
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


def test_an_unknown_kind_is_refused_and_never_skipped() -> None:
    odd: Any = "/requests/received/total"
    with pytest.raises(TypeError, match="not a kind of rule"):
        some_rule(Equal(CellValue(TOTAL), odd))
