"""The equations of a form over its own cells, and by how much they are off in a report.

They come from the rules as they are bound to a type of report, so that no row, column or
edition is named here. Only counts enter: an equation with an amount of money in it, or
with a cell of another report, is left out.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias, TypeVar

from attrs import frozen

from govdisclosure.form import SAFE, Form, Kind
from govdisclosure.rules import Rule
from govdisclosure.rules.engine import BoundCheck, CellValues, bind

T = TypeVar("T")

Terms: TypeAlias = tuple[tuple[int, int], ...]
"""Numbers of cells, or of equations, each with the coefficient by which they are joined."""

Shift: TypeAlias = Mapping[int, int]
"""By how much cells change, by their number."""

_WHOLE = (Kind.COUNT, Kind.CHANGE)
"""The kinds of cells that hold whole numbers."""


@frozen
class Equation:
    """One equality: its cells with everything brought to the left side."""

    rule: Rule
    check: BoundCheck
    terms: Terms
    constant: int


@frozen
class EquationSystem:
    """What must be equal in a type of report.

    ``touching`` gives for each cell the equations that it stands in, ``least`` the lowest
    number that it may hold (``None`` where it has a sign). ``apart`` gives each equation a
    number, the same where they are of one rule whose equations share no cell.
    """

    cells: tuple[str, ...]
    least: tuple[int | None, ...]
    equations: tuple[Equation, ...]
    touching: tuple[Terms, ...]
    apart: tuple[int, ...]


@lru_cache(maxsize=64)
def equations_of(rules: tuple[Rule, ...], form: Form) -> EquationSystem:
    """The equations that some rules mean for a form.

    >>> from govdisclosure.model import EDITION_2021
    >>> from govdisclosure.rules import RULES
    >>> system = equations_of(RULES, EDITION_2021.form)
    >>> len(system.equations), sum(bool(touching) for touching in system.touching)
    (42, 190)
    """
    kinds = {address: column.kind for address, column in form.cells.items()}
    equations = [
        _equation(rule, check, form.position)
        for rule in rules
        if not rule.tolerance
        for check in bind(rule.holds, form)
        if check.relation == "=" and check.applicable
        if all(cell.of == "report" and kinds.get(cell.pointer) in _WHOLE for cell in check.terms)
    ]
    touching: list[list[tuple[int, int]]] = [[] for _ in kinds]
    for e, equation in enumerate(equations):
        for cell, coefficient in equation.terms:
            touching[cell].append((e, coefficient))
    return EquationSystem(
        cells=tuple(kinds),
        least=tuple(None if kind is Kind.CHANGE else 0 for kind in kinds.values()),
        equations=tuple(equations),
        touching=tuple(map(tuple, touching)),
        apart=tuple(_rules_apart(equations)),
    )


def _equation(rule: Rule, check: BoundCheck, number: Mapping[str, int]) -> Equation:
    terms: dict[int, int] = {}
    for side, sign in ((check.left, 1), (check.right, -1)):
        for cell in side.terms:
            n = number[cell.pointer]
            terms[n] = terms.get(n, 0) + sign * cell.coefficient
    nonzero = tuple((cell, coefficient) for cell, coefficient in terms.items() if coefficient)
    return Equation(rule, check, nonzero, check.left.constant - check.right.constant)


def _rules_apart(equations: Sequence[Equation]) -> Iterator[int]:
    uses = Counter((equation.rule.id, cell) for equation in equations for cell, _ in equation.terms)
    twice = {rule for (rule, _), times in uses.items() if times > 1}
    numbers: dict[tuple[str, int], int] = {}
    for e, equation in enumerate(equations):
        key = (equation.rule.id, e if equation.rule.id in twice else -1)
        yield numbers.setdefault(key, len(numbers))


@frozen
class Sums:
    """The equations on the numbers of one report.

    ``off`` is left minus right of each equation that does not hold; ``open`` are those
    that lack a number; ``touching`` leaves these out, since they bind no cell.
    """

    system: EquationSystem
    numbers: tuple[int | None, ...]
    off: Mapping[int, int]
    open: frozenset[int]
    touching: Sequence[Terms]

    def allows(self, cell: int, by: int) -> bool:
        """Whether a cell has a number that may change by so much, and JSON can carry it then."""
        number, least = self.numbers[cell], self.system.least[cell]
        return number is not None and (-SAFE if least is None else least) <= number + by <= SAFE

    def contradictions(self, shift: Shift, group: Collection[int]) -> int:
        """How many of the equations that lack numbers a change leaves no numbers for.

        Below 0 if it gives more of them a chance than it spoils. What another group that is
        off has a cell in proves nothing: that cell may be the wrong one.
        """
        affected = {e for cell in shift for e, _ in self.system.touching[cell]} & self.open
        return sum(
            self._may_hold(e, {}) - self._may_hold(e, shift)
            for e in affected
            if not self._neighbours_off(e) - set(group)
        )

    def _neighbours_off(self, e: int) -> set[int]:
        """The equations that are off and share a cell with one."""
        neighbours = {
            other for c, _ in self.system.equations[e].terms for other, _ in self.touching[c]
        }
        return neighbours & self.off.keys()

    def _may_hold(self, e: int, shift: Shift) -> bool:
        """Whether some numbers in its blanks would make an open equation hold."""
        total, signs = self.system.equations[e].constant, set()
        for cell, coefficient in self.system.equations[e].terms:
            number = self.numbers[cell]
            if number is not None:
                total += coefficient * (number + shift.get(cell, 0))
            elif self.system.least[cell] is None:
                return True
            else:
                signs.add(coefficient > 0)
        return not total or (total < 0) in signs


def add_up(system: EquationSystem, values: CellValues) -> Sums:
    """By how much each equation is off; as in checking, one without a number is not evaluated."""
    numbers = tuple([n if type(n) is int else None for n in map(values.numbers.get, system.cells)])
    off, incomplete = {}, set()
    for e, equation in enumerate(system.equations):
        if values.blank and all(system.cells[c] in values.blank for c, _ in equation.terms):
            incomplete.add(e)  # all its numbers are the policy's
            continue
        total = equation.constant
        try:
            for cell, coefficient in equation.terms:
                total += coefficient * numbers[cell]  # type: ignore[operator]
        except TypeError:  # a cell has no number
            incomplete.add(e)
            continue
        if total:
            off[e] = total
    touching: Sequence[Terms] = system.touching
    if incomplete:
        touching = [tuple([(e, c) for e, c in terms if e not in incomplete]) for terms in touching]
    return Sums(system, numbers, off, frozenset(incomplete), touching)


def groups(sums: Sums) -> tuple[frozenset[int], ...]:
    """The equations that are off, apart where no chain of shared cells joins them."""
    evaluated = (
        ({cell for cell, _ in equation.terms}, e)
        for e, equation in enumerate(sums.system.equations)
        if e not in sums.open
    )
    off = (sums.off.keys() & equations for _, equations in joined(evaluated))
    return tuple(sorted(map(frozenset, filter(None, off)), key=min))


def joined(pieces: Iterable[tuple[set[int], T]]) -> list[tuple[set[int], list[T]]]:
    """What stands on some cells each, together where a chain of shared cells joins it.

    >>> joined([({1, 2}, "a"), ({3}, "b"), ({2, 4}, "c")])
    [({3}, ['b']), ({1, 2, 4}, ['a', 'c'])]
    """
    parts: list[tuple[set[int], list[T]]] = []
    for cells, piece in pieces:
        joint = [part for part in parts if part[0] & cells]
        others = [other for part in joint for other in part[1]]
        parts = [part for part in parts if part not in joint]
        parts.append((cells.union(*(part[0] for part in joint)), [*others, piece]))
    return parts
