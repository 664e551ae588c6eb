"""The smallest sets of cells whose change makes all equations hold.

In such a set some cell is the only one of the set in an equation that is off, so that this
equation gives its change; the rest is the same question with one cell less. In tables of
rows and columns this is so of every set up to three cells, and a test compares with trying
all sets; a larger one whose cells hang together in a ring is not found. Where equations lack
numbers, less crosses, and two or three cells can be such a ring: then that is said.

Two things keep the search small. The equations of one rule share no cell, so that a set of
n cells mends at most n of them; and where a rule has just n that are off, each has exactly
one cell of the set, and one of them need be looked at. A budget bounds the rest.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import define, field, frozen

from govdisclosure.analysis.diagnosis._equations import Equations, Shift, Sums

BUDGET = 4_000
"""Changes that the search tries for one group of equations before it gives up."""

LARGEST = 6
"""Cells beyond which no set is looked for."""


@frozen
class Suspects:
    """The smallest sets that were found; ``complete`` says that there are no others as small."""

    shifts: tuple[Shift, ...]
    complete: bool


def find_suspects(sums: Sums, group: Iterable[int], budget: int = BUDGET) -> Suspects:
    """The smallest sets of changes after which all equations of a group hold."""
    off = {e: sums.off[e] for e in group}
    search = _Search(sums, budget)
    least = search.least(off)
    for size in range(least, LARGEST + 1):
        found = _possible(sums, off, search.sets(off, size))
        if found or search.budget <= 0:
            sure = search.budget > 0 and not search.misses(off, size)
            return Suspects(tuple(found), complete=sure)
    return Suspects((), complete=False)


def _possible(sums: Sums, group: Collection[int], shifts: Iterable[Shift]) -> list[Shift]:
    """Those that fit best what the rows and columns with blanks say; none that spoils them."""
    spoilt = [(sums.spoilt(shift, group), shift) for shift in shifts]
    least = min((count for count, _ in spoilt), default=0)
    return [shift for count, shift in spoilt if count == least <= 0]


@define
class _Search:
    """One search; ``rule`` numbers the rules whose equations share no cell.

    ``below_0`` allows any number in any cell.
    """

    sums: Sums
    budget: int
    below_0: bool = False
    rule: list[int] = field(init=False)
    _seen: set[frozenset[tuple[int, int]]] = field(init=False, factory=set)
    _found: dict[frozenset[tuple[int, int]], dict[int, int]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.rule = _rules_apart(self.sums.of)

    def least(self, off: Mapping[int, int]) -> int:
        """How many cells there must be at least."""
        return max(Counter(self.rule[e] for e in off).values())

    def sets(self, off: Mapping[int, int], size: int) -> list[dict[int, int]]:
        """All sets of a size, as far as the budget goes."""
        self._seen.clear()
        self._found.clear()
        self._look(off, size, {})
        return list(self._found.values())

    def misses(self, off: Mapping[int, int], size: int) -> bool:
        """Whether sets of a size may have escaped the search, a ring that is.

        Up to three cells make none where every equation can be evaluated; elsewhere one cell
        of the ring can be spared, unless a number would fall below 0.
        """
        if size == 1 or (size <= 3 and not self.sums.open):
            return False
        if size > 3:
            return True
        free = _Search(self.sums, self.budget, below_0=True)
        fewer = range(free.least(off), size)
        return any(free.sets(off, less) for less in fewer) or free.budget <= 0

    def _look(self, off: Mapping[int, int], size: int, chosen: dict[int, int]) -> None:
        if size == 1:
            for cell, by in self._alone(off, chosen):
                made = {**chosen, cell: by}
                self._found[frozenset(made.items())] = made
            return
        for cell, by in self._next(off, size, chosen):
            made = {**chosen, cell: by}
            key = frozenset(made.items())
            if key in self._seen:
                continue
            self._seen.add(key)
            self.budget -= 1
            if self.budget <= 0:
                return
            left = self._moved(off, cell, by)
            if left and self.least(left) < size:
                self._look(left, size - 1, made)

    def _next(
        self, off: Mapping[int, int], size: int, chosen: Mapping[int, int]
    ) -> Iterator[tuple[int, int]]:
        """The changes to try: each mends one equation that is off."""
        counted = Counter(self.rule[e] for e in off)
        tight = [e for e in off if counted[self.rule[e]] == size]
        for e in [min(tight, key=self._length)] if tight else off:
            for cell, coefficient in self.sums.of.equations[e].terms:
                if cell not in chosen and off[e] % coefficient == 0:
                    by = -off[e] // coefficient
                    if self._allowed(cell, by):
                        yield cell, by

    def _alone(
        self, off: Mapping[int, int], chosen: Mapping[int, int]
    ) -> Iterator[tuple[int, int]]:
        """The single changes that mend everything."""
        e = min(off, key=self._length)
        for cell, coefficient in self.sums.of.equations[e].terms:
            touched = self.sums.touching[cell]
            if len(touched) != len(off) or cell in chosen or off[e] % coefficient:
                continue
            by = -off[e] // coefficient
            if all(off.get(t) == -by * c for t, c in touched) and self._allowed(cell, by):
                yield cell, by

    def _moved(self, off: Mapping[int, int], cell: int, by: int) -> dict[int, int]:
        left = dict(off)
        for e, coefficient in self.sums.touching[cell]:
            value = left.get(e, 0) + coefficient * by
            if value:
                left[e] = value
            else:
                left.pop(e, None)
        return left

    def _allowed(self, cell: int, by: int) -> bool:
        number = self.sums.numbers[cell]
        return number is not None and (self.below_0 or self.sums.allowed(cell, number + by))

    def _length(self, e: int) -> int:
        return len(self.sums.of.equations[e].terms)


def _rules_apart(equations: Equations) -> list[int]:
    """A number for each equation: the same where they are of one rule that uses no cell twice."""
    used: Counter[tuple[str, int]] = Counter(
        (one.rule.id, cell) for one in equations.equations for cell, _ in one.terms
    )
    twice = {rule for (rule, _), times in used.items() if times > 1}
    numbers: dict[tuple[str, int], int] = {}
    return [
        numbers.setdefault((one.rule.id, e if one.rule.id in twice else -1), len(numbers))
        for e, one in enumerate(equations.equations)
    ]
