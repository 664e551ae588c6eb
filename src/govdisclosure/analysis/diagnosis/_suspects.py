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
from typing import TypeAlias

from attrs import define, frozen

from govdisclosure.analysis.diagnosis._equations import Shift, Sums

_Key: TypeAlias = frozenset[tuple[int, int]]
"""A shift as a key, whatever the order in which it was found."""

BUDGET = 4_000
"""Changes that the search tries for one group of equations before it gives up."""

LARGEST = 6
"""Cells beyond which no set is looked for."""


@frozen
class Suspects:
    """The smallest sets of changes; ``complete`` says that there are no others as small."""

    shifts: tuple[Shift, ...]
    complete: bool


def find_suspects(sums: Sums, group: Iterable[int], budget: int = BUDGET) -> Suspects:
    """The smallest sets of changes after which all equations of a group hold."""
    off = {e: sums.off[e] for e in group}
    search = _Search(sums, budget)
    for size in range(search.least(off), LARGEST + 1):
        shifts = _possible(sums, off, search.sets(off, size))
        if shifts or search.budget <= 0:
            complete = search.budget > 0 and not search.may_miss(off, size)
            return Suspects(tuple(shifts), complete=complete)
    return Suspects((), complete=False)


def _possible(sums: Sums, group: Collection[int], shifts: Iterable[Shift]) -> list[Shift]:
    """Those that fit best what the rows and columns with blanks say; none that spoils them."""
    counts = [(sums.contradictions(shift, group), shift) for shift in shifts]
    least = min((count for count, _ in counts), default=0)
    return [shift for count, shift in counts if count == least <= 0]


@define
class _Search:
    """One search; ``below_0`` allows any number in any cell."""

    sums: Sums
    budget: int
    below_0: bool = False

    def least(self, off: Iterable[int]) -> int:
        """How many cells there must be at least."""
        return max(self._by_rule(off).values())

    def sets(self, off: Mapping[int, int], size: int) -> Collection[Shift]:
        """All sets of a size, as far as the budget goes."""
        return {_key(shift): shift for shift in self._look(off, size, {}, set())}.values()

    def may_miss(self, off: Mapping[int, int], size: int) -> bool:
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

    def _look(
        self, off: Mapping[int, int], size: int, chosen: Shift, tries: set[_Key]
    ) -> Iterator[Shift]:
        if size == 1:
            yield from ({**chosen, cell: by} for cell, by in self._last(off, chosen))
            return
        for cell, by in self._next(off, size, chosen):
            shift = {**chosen, cell: by}
            if _key(shift) in tries:
                continue
            tries.add(_key(shift))
            self.budget -= 1
            if self.budget <= 0:
                return
            rest = self._after(off, cell, by)
            if rest and self.least(rest) < size:
                yield from self._look(rest, size - 1, shift, tries)

    def _next(self, off: Mapping[int, int], size: int, chosen: Shift) -> Iterator[tuple[int, int]]:
        """The changes to try: each mends one equation that is off."""
        counts = self._by_rule(off)
        tight = [e for e in off if counts[self.sums.system.apart[e]] == size]
        for e in [min(tight, key=self._length)] if tight else off:
            for cell, coefficient in self.sums.system.equations[e].terms:
                if cell not in chosen and off[e] % coefficient == 0:
                    by = -off[e] // coefficient
                    if self._allows(cell, by):
                        yield cell, by

    def _last(self, off: Mapping[int, int], chosen: Shift) -> Iterator[tuple[int, int]]:
        """The single changes that mend everything."""
        e = min(off, key=self._length)
        for cell, coefficient in self.sums.system.equations[e].terms:
            affected = self.sums.touching[cell]
            if len(affected) != len(off) or cell in chosen or off[e] % coefficient:
                continue
            by = -off[e] // coefficient
            if all(off.get(t) == -by * c for t, c in affected) and self._allows(cell, by):
                yield cell, by

    def _after(self, off: Mapping[int, int], cell: int, by: int) -> dict[int, int]:
        """By how much the equations are off after a change."""
        changed = {e: off.get(e, 0) + by * c for e, c in self.sums.touching[cell]}
        return {e: gap for e, gap in {**off, **changed}.items() if gap}

    def _allows(self, cell: int, by: int) -> bool:
        return self.below_0 or self.sums.allows(cell, by)

    def _length(self, e: int) -> int:
        return len(self.sums.system.equations[e].terms)

    def _by_rule(self, off: Iterable[int]) -> Counter[int]:
        return Counter(self.sums.system.apart[e] for e in off)


def _key(shift: Shift) -> _Key:
    return frozenset(shift.items())
