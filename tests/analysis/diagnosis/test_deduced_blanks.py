"""What a blank must be: determined, bounded, free, or nothing that fits; never filled in."""

from collections import Counter
from decimal import Decimal
from random import Random

import pytest

from govdisclosure.analysis.diagnosis import Blank, BlankStatus, diagnose
from govdisclosure.i18n import CHINESE, ENGLISH
from govdisclosure.model import AnyReport
from tests.support import cases
from tests.support.by_hand import with_anything
from tests.support.cases import FORMS, GROUPS, PURE_2021, ROWS, Forms
from tests.support.corrupting import sound, table_3


def blanks(report: AnyReport) -> dict[str, Blank]:
    return {blank.pointer: blank for blank in diagnose(report).blanks}


def spans(report: AnyReport, *pointers: str) -> list[tuple[BlankStatus, int | None, int | None]]:
    by_pointer = blanks(report)
    return [(b.status, b.least, b.greatest) for b in (by_pointer[p] for p in pointers)]


def test_a_report_without_blanks_has_none() -> None:
    assert diagnose(cases.F).blanks == ()


def test_shanghai_left_nothing_open_in_table_3() -> None:
    by_pointer = blanks(cases.H)
    in_table_3 = [b.status for p, b in by_pointer.items() if p.startswith("/requests")]
    assert Counter(in_table_3) == {BlankStatus.DETERMINED: 126}
    totals = {code: by_pointer[f"{ROWS[code]}/total"].least for code in ("G", "U1", "D4")}
    assert totals == {"G": 272, "U1": 265, "D4": 0}
    after = [by_pointer[f"{GROUPS[2]}/{result}"].status for result in cases.RESULTS]
    assert after == [BlankStatus.FREE] * 5


def test_one_blank_in_a_row_is_what_the_row_lacks() -> None:
    report = cases.F.replace({f"{ROWS['G']}/natural_person": None})
    assert spans(report, f"{ROWS['G']}/natural_person") == [(BlankStatus.DETERMINED, 1288, 1288)]


def test_several_in_one_sum_are_bounded_by_what_is_left() -> None:
    first, second = f"{GROUPS[0]}/upheld", f"{GROUPS[0]}/corrected"
    report = cases.F.replace({first: None, second: None})
    assert spans(report, first, second) == [(BlankStatus.BOUNDED, 0, 136)] * 2


def test_a_blank_total_is_at_least_the_parts_that_are_there() -> None:
    first, total = f"{GROUPS[0]}/upheld", f"{GROUPS[0]}/total"
    report = cases.F.replace({first: None, total: None})
    assert spans(report, first, total) == [
        (BlankStatus.FREE, 0, None),
        (BlankStatus.BOUNDED, 279, None),
    ]


def test_parts_that_exceed_their_total_leave_no_number() -> None:
    report = cases.F.replace({f"{GROUPS[0]}/upheld": None, f"{GROUPS[0]}/total": 200})
    assert spans(report, f"{GROUPS[0]}/upheld") == [(BlankStatus.CONTRADICTED, None, None)]


def test_a_blank_that_two_sums_want_to_differ_is_contradicted() -> None:
    cell = f"{ROWS['G']}/natural_person"
    report = cases.F.replace({cell: None, f"{ROWS['G']}/total": 1363})
    assert spans(report, cell) == [(BlankStatus.CONTRADICTED, None, None)]


def test_a_rectangle_of_blanks_is_bounded() -> None:
    cells = [
        f"{ROWS[code]}/{c}" for code in "GP" for c in ("natural_person", "research_institution")
    ]
    report = sound(PURE_2021, 40).replace(dict.fromkeys(cells))
    assert {blank.status for blank in diagnose(report).blanks} == {BlankStatus.BOUNDED}


def test_money_and_cells_that_stand_in_no_sum_are_free() -> None:
    cells = ["/proactive_disclosure/fees/amount_wan_yuan", "/proactive_disclosure/rules/issued"]
    report = cases.F.replace(dict.fromkeys(cells))
    assert spans(report, *cells[::-1]) == [(BlankStatus.FREE, 0, None)] * 2


def test_a_number_that_is_not_whole_is_no_blank_and_bounds_nothing() -> None:
    first, second = f"{GROUPS[0]}/upheld", f"{GROUPS[0]}/corrected"
    report = with_anything(cases.F, {first: Decimal("1.5"), second: None})
    assert blanks(report).keys() == {second}
    assert spans(report, second) == [(BlankStatus.BOUNDED, 0, 136)]


@pytest.mark.parametrize("forms", FORMS, ids=str)
@pytest.mark.parametrize("count", [1, 3, 10, 40, 120])
def test_what_was_there_is_always_within_the_bounds(forms: Forms, count: int) -> None:
    dealer = Random(count)
    for seed in range(6):
        report = sound(forms, 20, seed)
        numbers = table_3(report)
        cells = dealer.sample(sorted(numbers), count)
        by_pointer = blanks(report.replace(dict.fromkeys(cells)))
        assert by_pointer.keys() == set(cells)
        for cell, blank in by_pointer.items():
            assert blank.status is not BlankStatus.CONTRADICTED
            assert blank.least is not None
            assert blank.least <= numbers[cell]
            assert blank.greatest is None or numbers[cell] <= blank.greatest


def test_a_diagonal_of_blanks_is_determined_whatever_its_length() -> None:
    report = sound(PURE_2021, 40)
    cells = [
        f"{ROWS[c]}/{a}" for c, a in zip(("G", "P", "D1", "D2"), cases.APPLICANTS, strict=False)
    ]
    by_pointer = blanks(report.replace(dict.fromkeys(cells)))
    assert {c: b.least for c, b in by_pointer.items()} == {c: table_3(report)[c] for c in cells}
    assert {b.status for b in by_pointer.values()} == {BlankStatus.DETERMINED}


def test_equations_are_combined_where_none_determines_a_cell_alone() -> None:
    """Two rectangles of blanks stay open, the one cell that joins them does not."""
    report = sound(PURE_2021, 40)
    first = [f"{ROWS[r]}/{c}" for r in "GP" for c in ("natural_person", "commercial_enterprise")]
    second = [
        f"{ROWS[r]}/{c}" for r in ("D1", "D2") for c in ("legal_service_institution", "total")
    ]
    bridge = f"{ROWS['G']}/legal_service_institution"
    by_pointer = blanks(report.replace(dict.fromkeys([*first, *second, bridge])))
    determined = {
        cell for cell, blank in by_pointer.items() if blank.status is BlankStatus.DETERMINED
    }
    assert determined == {bridge}
    assert by_pointer[bridge].least == table_3(report)[bridge]


@pytest.mark.parametrize("status", BlankStatus)
def test_every_status_has_words_in_both_languages(status: BlankStatus) -> None:
    place = diagnose(PURE_2021.blank()).blanks[0].place
    blank = Blank(pointer="/x", place=place, status=status, least=1, greatest=2)
    assert blank.render(CHINESE) != blank.render(ENGLISH)
