"""From a rule's expression to the concrete checks on one type of report.

What a template or a domain means is read from the layout of the report's tables, so
that no rule and no line here knows an edition. A cell that those tables do not have
makes a check "not applicable"; it is never an error and never left out of a sum.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, Literal, TypeAlias, assert_never

from attrs import field, frozen

from govdisclosure.form import Kind
from govdisclosure.layout import lines, tables
from govdisclosure.place import Place, place
from govdisclosure.pointer import pointer, tokens
from govdisclosure.rules.kinds import (
    TOTAL,
    Cell,
    Columns,
    Compare,
    Constant,
    Details,
    Domain,
    Each,
    Equal,
    ForEach,
    Lines,
    Parts,
    Relation,
    Statement,
    Sum,
    Term,
    Unsigned,
)


@frozen
class Summand:
    """A cell in an equation, by its pointer, with the coefficient that it enters with."""

    pointer: str
    coefficient: int


@frozen
class Side:
    """One side of an equation: cells and a constant, added up."""

    summands: tuple[Summand, ...]
    constant: int = 0


@frozen
class Instance:
    """A rule's statement at one place of one type of report: the concrete check.

    ``pointer`` is the primary cell, the first of the left side. Where ``applicable`` is
    false, the report's tables lack that cell, or another one, and the sides are empty.
    """

    report: Any = field(repr=False)
    pointer: str
    left: Side
    relation: Literal["="] | Relation
    right: Side
    applicable: bool = True

    @property
    def summands(self) -> tuple[Summand, ...]:
        """The cells of both sides, left first."""
        return self.left.summands + self.right.summands

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the cells of both sides are on the printed form."""
        return tuple(place(self.report, s.pointer) for s in self.summands)

    @property
    def place(self) -> Place:
        """What all cells of the check share: a column, a row, or a whole section."""
        places = self.places
        if not places:
            return place(self.report, self.pointer)
        first = places[0]
        if any(p.section != first.section for p in places):
            return Place(None, (), None)
        return Place(
            first.section,
            first.row if all(p.row == first.row for p in places) else (),
            first.column if all(p.column == first.column for p in places) else None,
        )


@frozen
class Form:
    """The addresses of one type of report, in printed order.

    ``rows`` gives the cell names of each row, ``cells`` the kind of each cell, ``parts``
    the cells that are no totals; ``read`` fetches all cells of a report at once.
    """

    rows: Mapping[str, tuple[str, ...]]
    cells: Mapping[str, Kind]
    parts: tuple[str, ...]
    position: Mapping[str, int]
    read: Callable[[Any], tuple[Any, ...]]

    def below(self, address: str) -> tuple[str, ...]:
        """The rows at or below an address."""
        return tuple(row for row in self.rows if _is_below(row, address))


def _is_below(address: str, group: str) -> bool:
    return address == group or address.startswith(group + "/")


@cache
def form_of(report: Any) -> Form:
    """The addresses of a report type.

    >>> from govdisclosure.model import Report2019
    >>> len(form_of(Report2019).cells), len(form_of(Report2019).below("/requests"))
    (198, 23)
    """
    rows: dict[str, tuple[str, ...]] = {}
    cells: dict[str, Kind] = {}
    found: Mapping[str, Any] = tables(report)
    for section, table in found.items():
        for line in lines(table):
            rows[pointer(section) + line.pointer] = tuple(c.name for c in line.columns)
            cells.update({pointer(section) + line.cell(c): c.kind for c in line.columns})
    return Form(
        rows=rows,
        cells=cells,
        parts=tuple(address for address in cells if TOTAL not in tokens(address)),
        position={address: i for i, address in enumerate(cells)},
        read=attrgetter(*(attribute_path(*cell) for cell in cells.items())),
    )


def attribute_path(address: str, kind: Kind) -> str:
    """Where the number of a cell stands, as Python says it.

    >>> attribute_path("/proactive_disclosure/procurement/amount", Kind.MONEY)
    'proactive_disclosure.procurement.amount.value'
    """
    path = tokens(address)
    return ".".join((*path, "value") if kind is Kind.MONEY else path)


Names: TypeAlias = Mapping[str, str]


@cache
def bind(holds: Statement, report: Any) -> tuple[Instance, ...]:
    """The concrete checks that a statement means for a report type.

    >>> from govdisclosure.model import Report2021
    >>> [check] = bind(Equal(Cell("/requests/received/total"), Constant(3)), Report2021)
    >>> check.left, check.relation, check.right.constant
    (Side(summands=(Summand(pointer='/requests/received/total', coefficient=1),), \
constant=0), '=', 3)
    """
    return tuple(_instances(holds, report, {}))


def _instances(holds: Statement, report: Any, names: Names) -> Iterator[Instance]:
    match holds:
        case ForEach(variable, domain, inner):
            values = _values(domain, form_of(report), names)
            if not values:
                yield _not_on_form(report, domain.address.format_map(names))
            for value in values:
                yield from _instances(inner, report, {**names, variable: value})
        case Equal(left, right):
            yield _instance(report, names, left, "=", right)
        case Compare(left, relation, right):
            yield _instance(report, names, left, relation, right)
        case _:
            assert_never(holds)


class _AbsentError(LookupError):
    """The form has nothing at an address; it never leaves this module."""


def _instance(
    report: Any, names: Names, left: Term, relation: Literal["="] | Relation, right: Term
) -> Instance:
    try:
        sides = _side(left, form_of(report), names), _side(right, form_of(report), names)
    except _AbsentError as absent:
        return _not_on_form(report, str(absent))
    cells = sides[0].summands + sides[1].summands
    return Instance(report, cells[0].pointer if cells else "", sides[0], relation, sides[1])


def _not_on_form(report: Any, address: str) -> Instance:
    return Instance(report, address, Side(()), "=", Side(()), applicable=False)


def _side(term: Term, form: Form, names: Names) -> Side:
    match term:
        case Cell(address, coefficient):
            filled = address.format_map(names)
            if filled not in form.cells:
                raise _AbsentError(filled)
            return Side((Summand(filled, coefficient),))
        case Constant(value):
            return Side((), value)
        case Sum(terms):
            return _joined([_side(t, form, names) for t in terms])
        case Each(variable, domain, inner):
            values = _values(domain, form, names)
            if not values:
                raise _AbsentError(domain.address.format_map(names))
            return _joined([_side(inner, form, {**names, variable: v}) for v in values])
        case _:
            assert_never(term)


def _joined(sides: list[Side]) -> Side:
    summands = tuple(summand for side in sides for summand in side.summands)
    return Side(summands, sum(side.constant for side in sides))


def _values(domain: Domain, form: Form, names: Names) -> tuple[str, ...]:
    address = domain.address.format_map(names)
    match domain:
        case Columns():
            return form.rows.get(address, ())
        case Parts():
            return tuple(name for name in form.rows.get(address, ()) if name != TOTAL)
        case Lines():
            return form.below(address)
        case Details():
            return tuple(row for row in form.below(address) if tokens(row)[-1] != TOTAL)
        case Unsigned():
            return tuple(
                cell
                for cell, kind in form.cells.items()
                if _is_below(cell, address) and kind is not Kind.CHANGE
            )
        case _:
            assert_never(domain)
