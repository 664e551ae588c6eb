"""The smallest sets: all of them, and no others, compared with trying every set there is."""

from collections.abc import Collection
from fractions import Fraction
from itertools import combinations
from random import Random

import pytest

from govdisclosure.analysis.diagnosis._equations import Sums, groups
from govdisclosure.analysis.diagnosis._suspects import find_suspects
from govdisclosure.model import AnyReport
from tests.analysis.diagnosis.test_equations import sums_of
from tests.support import cases
from tests.support.cases import FORMS, ROWS, Forms
from tests.support.corrupting import BASES, DELTAS, sound, spoilt, table_3
from tests.support.freedonia import FREEDONIA

TOY = Forms(FREEDONIA, FREEDONIA)


def by_trying(sums: Sums, group: Collection[int], size: int) -> set[frozenset[tuple[int, int]]]:
    """Every set of so many changes of table 3 that mends a group, each by elimination."""
    cells = [c for c, t in enumerate(sums.touching) if t and "/requests/" in sums.system.cells[c]]
    sets = set()
    for chosen in combinations(cells, size):
        affected = {e for c in chosen for e, _ in sums.touching[c]}
        if not set(group) <= affected or affected & (sums.off.keys() - set(group)):
            continue
        rows = [
            [Fraction(dict(sums.touching[c]).get(e, 0)) for c in chosen]
            + [Fraction(-sums.off.get(e, 0))]
            for e in affected
        ]
        changes = solve(rows, size)
        if changes is None or 0 in changes or any(by.denominator > 1 for by in changes):
            continue
        new = [(sums.numbers[c] or 0) + int(by) for c, by in zip(chosen, changes, strict=True)]
        if min(new) >= 0:
            sets.add(frozenset(zip(chosen, map(int, changes), strict=True)))
    return sets


def solve(rows: list[list[Fraction]], size: int) -> list[Fraction] | None:
    """The only solution of some equations, if there is just one."""
    top = 0
    for column in range(size):
        pivot = next((r for r in range(top, len(rows)) if rows[r][column]), None)
        if pivot is None:
            return None
        rows[top], rows[pivot] = rows[pivot], rows[top]
        rows[top] = [n / rows[top][column] for n in rows[top]]
        for r, row in enumerate(rows):
            if r != top:
                rows[r] = [n - row[column] * p for n, p in zip(row, rows[top], strict=True)]
        top += 1
    return None if any(row[size] for row in rows[top:]) else [row[size] for row in rows[:size]]


@pytest.mark.parametrize(
    ("forms", "count", "trials"), [(TOY, 1, 9), (TOY, 2, 12), (TOY, 3, 12), (FORMS[1], 2, 4)]
)
def test_what_is_found_is_what_trying_every_set_finds(
    forms: Forms, count: int, trials: int
) -> None:
    dealer = Random(count)
    for trial in range(trials):
        report, _ = spoilt(sound(forms, 5, trial), count, dealer)
        sums = sums_of(report)
        for group in groups(sums):
            suspects = find_suspects(sums, group)
            size = len(suspects.shifts[0])
            assert suspects.complete
            assert {frozenset(s.items()) for s in suspects.shifts} == by_trying(sums, group, size)
            assert not any(by_trying(sums, group, less) for less in range(1, size))


@pytest.mark.slow
@pytest.mark.parametrize("report", BASES.values(), ids=BASES)
def test_every_wrong_cell_of_table_3_is_detected_located_and_mended(report: AnyReport) -> None:
    for n, (address, number) in enumerate(table_3(report).items()):
        for by in DELTAS[n % 3 :: 3]:
            if number + by < 0:
                continue
            sums = sums_of(report.replace({address: number + by}))
            [group] = groups(sums)
            assert find_suspects(sums, group).shifts == ({sums.system.cells.index(address): -by},)


def test_a_table_of_random_numbers_is_given_up_at_once() -> None:
    dealer = Random(1)
    report = FORMS[1].blank(0)
    report = report.replace({a: dealer.randint(0, 999) for a in table_3(report)})
    sums = sums_of(report)
    [group] = groups(sums)
    suspects = find_suspects(sums, group)
    assert (suspects.shifts, suspects.complete) == ((), False)


def test_two_cells_that_only_the_same_sum_binds_are_not_passed_over_in_silence() -> None:
    """Both may be too large: fewer cells than in what is found, and no search finds them."""
    rest = dict.fromkeys(cases.APPLICANTS[1:])
    blank = {f"{ROWS[code]}/{c}": None for code in "NCGPF" for c in rest}
    report = cases.PURE_2021.blank(0).replace(
        blank | {f"{ROWS['G']}/natural_person": 3, f"{ROWS['P']}/natural_person": 4}
    )
    sums = sums_of(report)
    [group] = groups(sums)
    suspects = find_suspects(sums, group)
    assert [len(shift) for shift in suspects.shifts] == [3, 3]
    assert not suspects.complete


def test_sets_of_more_than_three_cells_are_never_said_to_be_all() -> None:
    report, _ = spoilt(sound(FORMS[1], 40), 4, Random(1))
    sums = sums_of(report)
    [group] = groups(sums)
    suspects = find_suspects(sums, group)
    assert {len(shift) for shift in suspects.shifts} == {4}
    assert not suspects.complete


def test_a_search_beyond_its_budget_says_that_it_is_not_complete() -> None:
    report, _ = spoilt(sound(FORMS[1], 40), 5, Random(3))
    sums = sums_of(report)
    [group] = groups(sums)
    assert not find_suspects(sums, group, budget=1).complete
