"""From a rule's expression to the concrete checks on the reports of one form.

What a template or a domain means is read from the form, so that no rule and no line here
knows an edition. A cell that the form does not have makes a check "not applicable"; it is
never an error and never left out of a sum.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple, TypeAlias, TypeVar, assert_never

from attrs import evolve, field, frozen

from govdisclosure.form import TOTAL, Form, FormLocation, Kind, Large, Shown, common_place, tokens
from govdisclosure.rules.engine import expressions


@frozen(repr=False)
class Term(Shown):
    """A cell in an equation, by its pointer, with the coefficient that it enters with.

    ``of`` is the report that it stands in; ``child`` counts the bodies below, from 0.
    """

    pointer: str
    coefficient: int
    of: expressions.Of = "report"
    child: int = 0

    @property
    def report(self) -> str:
        """The report's name in results: "", ``previous``, ``children/0`` …"""
        if self.of == "children":
            return f"children/{self.child}"
        return "" if self.of == "report" else self.of

    @property
    def address(self) -> str:
        """The pointer, with the report before it where it is another one."""
        return f"{self.report}:{self.pointer}" if self.report else self.pointer


@frozen(repr=False)
class Side(Large):
    """One side of an equation: cells and a constant, added up."""

    terms: tuple[Term, ...]
    constant: int = 0


T = TypeVar("T")

Test: TypeAlias = Literal["=", "filled", "stated", "in_year"] | expressions.Relation


@frozen(repr=False)
class BoundCheck(Large):
    """A rule's statement at one place of one form: the concrete check.

    ``pointer`` is the primary cell, the first of the left side. ``given`` is the condition
    under which the check says anything. Where ``applicable`` is false, the form lacks that
    cell, or another one, and the sides are empty.
    """

    form: Form = field(repr=False)
    pointer: str
    left: Side
    relation: Test
    right: Side
    given: "BoundCheck | None" = None
    applicable: bool = True

    @property
    def compares(self) -> bool:
        """Whether it holds numbers against something, not only asks what is there."""
        return self.relation not in ("filled", "stated", "in_year")

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The cells of the condition and of both sides, in this order."""
        condition = self.given.terms if self.given else ()
        return condition + self.left.terms + self.right.terms

    @cached_property
    def reports(self) -> frozenset[expressions.Of]:
        """The reports that these cells stand in."""
        return frozenset(term.of for term in self.terms)

    def split(self, cells: Sequence[T]) -> tuple[Sequence[T], Sequence[T], Sequence[T]]:
        """What belongs to the terms in three: the condition's, the left side's, the right's."""
        right = len(cells) - len(self.right.terms)
        left = right - len(self.left.terms)
        return cells[:left], cells[left:right], cells[right:]

    @cached_property
    def places(self) -> tuple[FormLocation, ...]:
        """Where these cells are on the printed form."""
        return tuple(self.form.location(term.pointer) for term in self.terms)

    @cached_property
    def place(self) -> FormLocation:
        """What all cells of the check share: a column, a row, or a whole section."""
        return common_place(self.places) if self.terms else self.form.location(self.pointer)


Names: TypeAlias = Mapping[str, str]


class Forms(NamedTuple):
    """The forms of the reports that a statement speaks of.

    Without a report of last year, that year's form is taken to be this one's, and without
    bodies below there is taken to be one: so that it is known what could be checked.
    """

    report: Form
    previous: Form
    bodies: int


def bind(
    holds: expressions.Statement, form: Form, previous: Form | None = None, bodies: int = 1
) -> tuple[BoundCheck, ...]:
    """The concrete checks that a statement means for the reports on a form.

    ``previous`` is the form of last year's report, ``bodies`` the number of reports below.

    >>> from govdisclosure.model import EDITION_2021
    >>> from govdisclosure.rules.engine.expressions import CellValue, Constant, Equal
    >>> three = Equal(CellValue("/requests/received/total"), Constant(3))
    >>> [check] = bind(three, EDITION_2021.form)
    >>> [cell.address for cell in check.left.terms], check.relation, check.right.constant
    (['/requests/received/total'], '=', 3)
    """
    make = _bind.__wrapped__ if bodies > 1 else _bind  # large, and seldom asked for again
    return make(holds, Forms(form, previous or form, bodies))


@lru_cache(maxsize=4096)
def _bind(holds: expressions.Statement, forms: Forms) -> tuple[BoundCheck, ...]:
    checks = tuple(_checks(holds, forms, {}))
    # Rows that lack a cell are out of a rule's reach; only if all do, it does not apply.
    return tuple(check for check in checks if check.applicable) or checks[:1]


def _checks(holds: expressions.Statement, forms: Forms, names: Names) -> Iterator[BoundCheck]:
    form = forms.report
    match holds:
        case expressions.ForEach(variable, domain, inner):
            values = _values(domain, form, names)
            if not values:
                yield _not_on_form(form, domain.address.format_map(names))
            for value in values:
                yield from _checks(inner, forms, {**names, variable: value})
        case expressions.Equal(left, right):
            yield _check(forms, names, "=", left, right)
        case expressions.Compare(left, relation, right):
            yield _check(forms, names, relation, left, right)
        case expressions.Implies(condition, consequence):
            [given], [then] = _checks(condition, forms, names), _checks(consequence, forms, names)
            yield evolve(then, given=given, applicable=given.applicable and then.applicable)
        case expressions.CellsFilled(domain):
            address = domain.address.format_map(names)
            cells = tuple(Term(cell, 1) for cell in _values(domain, form, names))
            yield BoundCheck(form, address, Side(cells), "filled", Side(()), applicable=bool(cells))
        case expressions.SectionPresent(address):
            yield BoundCheck(form, address.format_map(names), Side(()), "stated", Side(()))
        case expressions.PeriodInYear(address):
            yield BoundCheck(form, address.format_map(names), Side(()), "in_year", Side(()))
        case _:
            assert_never(holds)


class _AbsentError(LookupError):
    """The form has nothing at an address; it never leaves this module."""


def _check(forms: Forms, names: Names, test: Test, *sides: expressions.Expression) -> BoundCheck:
    try:
        left, right = (_side(side, forms, names) for side in sides)
    except _AbsentError as absent:
        return _not_on_form(forms.report, str(absent))
    cells = left.terms + right.terms
    primary = cells[0].pointer if cells else ""
    return BoundCheck(forms.report, primary, left, test, right)


def _not_on_form(form: Form, address: str) -> BoundCheck:
    return BoundCheck(form, address, Side(()), "=", Side(()), applicable=False)


def _side(term: expressions.Expression, forms: Forms, names: Names) -> Side:
    match term:
        case expressions.CellValue(address, coefficient, "children"):
            # A body whose form lacks the cell stays in the sum: its number is missing.
            filled = address.format_map(names)
            bodies = range(forms.bodies)
            return Side(tuple(Term(filled, coefficient, "children", i) for i in bodies))
        case expressions.CellValue(address, coefficient, of):
            filled = address.format_map(names)
            if filled not in (forms.previous if of == "previous" else forms.report).cells:
                raise _AbsentError(filled)
            return Side((Term(filled, coefficient, of),))
        case expressions.Constant(value):
            return Side((), value)
        case expressions.Sum(terms):
            return _joined([_side(t, forms, names) for t in terms])
        case expressions.SumOver(variable, domain, inner):
            values = _values(domain, forms.report, names)
            if not values:
                raise _AbsentError(domain.address.format_map(names))
            return _joined([_side(inner, forms, {**names, variable: v}) for v in values])
        case _:
            assert_never(term)


def _joined(sides: list[Side]) -> Side:
    terms = tuple(term for side in sides for term in side.terms)
    return Side(terms, sum(side.constant for side in sides))


def _values(domain: expressions.Domain, form: Form, names: Names) -> tuple[str, ...]:
    address = domain.address.format_map(names)
    match domain:
        case expressions.Columns():
            return _columns(form, address)
        case expressions.Parts():
            return tuple(name for name in _columns(form, address) if name != TOTAL)
        case expressions.Lines():
            return form.rows_below(address)
        case expressions.Details():
            return tuple(row for row in form.rows_below(address) if tokens(row)[-1] != TOTAL)
        case expressions.Cells():
            return form.cells_below(address)
        case expressions.Counts():
            return _cells(form, address, Kind.COUNT)
        case expressions.Amounts():
            return _cells(form, address, Kind.AMOUNT, Kind.MONEY)
        case expressions.Additive():
            return _cells(form, address, Kind.COUNT, Kind.CHANGE, Kind.AMOUNT)
        case _:
            assert_never(domain)


def _columns(form: Form, address: str) -> tuple[str, ...]:
    row = form.rows.get(address)
    return tuple(column.name for column in row.columns) if row else ()


def _cells(form: Form, address: str, *kinds: Kind) -> tuple[str, ...]:
    return tuple(c for c in form.cells_below(address) if form.cells[c].kind in kinds)
