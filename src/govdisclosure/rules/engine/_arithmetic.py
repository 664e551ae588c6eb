"""Adding cells up and comparing the sums, exactly: counts as integers, amounts as decimals."""

from collections.abc import Sequence
from decimal import Context, Decimal
from typing import Any

from govdisclosure.findings import Number
from govdisclosure.rules.engine._binding import BoundCheck, Side

_EXACT = Context(prec=300)
"""Adds amounts without rounding: ``number_of`` lets none of more than 200 digits in."""


def holds(left: Number, right: Number, relation: str, tolerance: Number = 0) -> bool:
    """Whether two numbers stand to each other as they should.

    >>> holds(2, 3, "<="), holds(2, 3, "="), holds(2, 3, "=", tolerance=1)
    (True, False, True)
    """
    gap = minus(left, right)
    match relation:
        case "=":
            return -tolerance <= gap <= tolerance
        case ">=":
            return gap >= -tolerance
        case "<=":
            return gap <= tolerance
        case ">":
            return gap > -tolerance
    raise ValueError(f"no relation {relation!r}")


def compare(
    check: BoundCheck, numbers: Sequence[Any], tolerance: Number = 0
) -> tuple[bool, Number | None, Number | None]:
    """Whether a check holds, and its sides added up; no sides where its condition is not met."""
    given, left, right = check.split(numbers)
    if check.given and not compare(check.given, given)[0]:
        return True, None, None
    sides = add_up(check.left, left), add_up(check.right, right)
    return holds(*sides, check.relation, tolerance), *sides


def add_up(side: Side, numbers: Sequence[Number]) -> Number:
    """One side of an equation: its constant and its cells with their coefficients."""
    cells = zip(side.terms, numbers, strict=True)
    if {*map(type, numbers)} == {int}:
        return sum([cell.coefficient * number for cell, number in cells], side.constant)
    total: Number = side.constant
    for cell, number in cells:
        total = _plus(total, cell.coefficient, number)
    return total


def minus(left: Number, right: Number) -> Number:
    """Left minus right.

    >>> minus(Decimal("0.3"), Decimal("0.1"))
    Decimal('0.2')
    """
    return _plus(left, -1, right)


def _plus(total: Number, coefficient: int, number: Number) -> Number:
    if isinstance(total, int) and isinstance(number, int):
        return total + coefficient * number
    return _EXACT.fma(Decimal(coefficient), Decimal(number), Decimal(total))
