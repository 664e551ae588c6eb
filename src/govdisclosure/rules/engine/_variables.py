"""The variables of an expression: each is given by a domain around it."""

import re
from typing import assert_never

from govdisclosure.rules.engine.expressions import (
    CellsFilled,
    CellValue,
    Compare,
    Constant,
    Equal,
    Expression,
    ForEach,
    Implies,
    PeriodInYear,
    SectionPresent,
    Statement,
    Sum,
    SumOver,
)

_VARIABLE = re.compile(r"\{([a-z_]+)\}")


def require_closed(node: Statement | Expression, variables: frozenset[str] = frozenset()) -> None:
    """Make sure that every variable of an expression is given by a domain around it.

    >>> from govdisclosure.rules.engine.expressions import CellValue, Constant, Equal
    >>> require_closed(Equal(CellValue("/a/{column}"), Constant(0)))
    Traceback (most recent call last):
        ...
    ValueError: nothing gives {column} in '/a/{column}'

    Raises:
        ValueError: a variable is free, or hides one of the same name.
    """
    match node:
        case CellValue(address) | SectionPresent(address) | PeriodInYear(address):
            _require_variables(address, variables)
        case Constant():
            pass
        case Sum(terms):
            for term in terms:
                require_closed(term, variables)
        case Equal(left, right) | Compare(left, _, right) | Implies(left, right):
            require_closed(left, variables)
            require_closed(right, variables)
        case CellsFilled(domain):
            _require_variables(domain.address, variables)
        case SumOver(variable, domain, inner) | ForEach(variable, domain, inner):
            _require_variables(domain.address, variables)
            if variable in variables:
                raise ValueError(f"{{{variable}}} is given twice")
            require_closed(inner, variables | {variable})
        case _:
            assert_never(node)


def _require_variables(address: str, variables: frozenset[str]) -> None:
    for variable in _VARIABLE.findall(address):
        if variable not in variables:
            raise ValueError(f"nothing gives {{{variable}}} in {address!r}")
