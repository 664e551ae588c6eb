"""Whether a rule can ever be evaluated: its variables are given, its addresses on some form."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, product
from typing import assert_never

from govdisclosure.form import Form, parts, pointer
from govdisclosure.model import PROSE_SECTIONS, Period, Report, all_forms
from govdisclosure.rules.engine import BoundCheck, bind
from govdisclosure.rules.engine.expressions import (
    VARIABLE,
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

_SECTIONS = {
    "stated": {*PROSE_SECTIONS},
    "in_year": {pointer(part.name) for part in parts(Report) if part.type == Period | None},
}
"""Where there is what is no cell and a check can speak of, by the relation."""


def require_reach(rule_id: str, holds: Statement, form: Form) -> None:
    """Make sure that a statement can be evaluated for a report of some form.

    Raises:
        ValueError: it cannot; an address may be mistyped.
    """
    if names := unreachable(holds, form):
        raise ValueError(f"{rule_id} speaks of what no form has (together): {', '.join(names)}")


@lru_cache(maxsize=1_000)
def unreachable(holds: Statement, form: Form) -> tuple[str, ...]:
    """What keeps a statement from being evaluated for any report: addresses, perhaps mistyped.

    The report may be on the form of any edition, hybrids included, or on the one that is given: of
    an edition of one's own.
    """
    unknown: dict[str, None] = {}
    forms = list(dict.fromkeys([form, *all_forms()]))
    for report, last in product(forms, forms):
        absent = [[*_unknown(check, forms)] for check in bind(holds, report, last)]
        if not all(absent):
            return ()
        unknown |= dict.fromkeys(chain.from_iterable(absent))
    known = {address for one in forms for address in (*one.cells, *one.rows)}
    return tuple(address for address in unknown if address not in known) or tuple(unknown)


def _unknown(check: BoundCheck, forms: list[Form]) -> Iterator[str]:
    """What a check speaks of and is not there."""
    if check.given:
        yield from _unknown(check.given, forms)
    is_bound = check.applicable or check.left.terms or check.right.terms
    if not is_bound or check.pointer not in _SECTIONS.get(check.relation, {check.pointer}):
        yield check.pointer
    for term in check.terms:
        if not any(term.pointer in known.cells for known in forms):
            yield term.pointer


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
    for variable in VARIABLE.findall(address):
        if variable not in variables:
            raise ValueError(f"nothing gives {{{variable}}} in {address!r}")
