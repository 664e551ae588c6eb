"""What a comparison finds, and the laws that it keeps for every form."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure import compare, dumps
from govdisclosure.analysis.comparison import Comparison
from govdisclosure.form import CellState, Money
from govdisclosure.i18n import ENGLISH, Message
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyReport, CellNote, Period
from govdisclosure.testing import reports
from tests.support.cases import H
from tests.support.compared import pairs
from tests.support.forms import Form, every_form, some

RECEIVED = "/requests/received/total"
AMOUNT = "/proactive_disclosure/procurement/amount"
ZERO = EDITION_2021.blank(issuer="青禾县", year=2022, number=0)
ZERO_2019 = EDITION_2019.blank(issuer="青禾县", year=2020, number=0)


def comparison_with(changes: dict[str, Any], before: AnyReport = ZERO) -> Comparison:
    return compare(before, before.replace(changes))


def cell_note(printed: str, state: CellState) -> dict[str, Any]:
    return {"/cell_notes": {RECEIVED: CellNote(printed=printed, state=state)}}


@pytest.mark.slow
@every_form
@some(30)
@given(st.data())
def test_a_report_does_not_differ_from_itself(form: Form, data: st.DataObject) -> None:
    report = data.draw(reports(form.proactive_disclosure, form.requests))
    comparison = compare(report, report)
    assert comparison.empty
    assert (comparison.cells, comparison.prose, comparison.facts) == ((),) * 3
    assert comparison.unmatched == ()


@pytest.mark.slow
@every_form
@some(60)
@given(st.data())
def test_the_changes_made_to_the_first_give_the_second(form: Form, data: st.DataObject) -> None:
    before, after = data.draw(pairs(form))
    comparison = compare(before, after)
    assert comparison.apply(before) == after
    assert compare(comparison.apply(before), after).empty
    assert comparison.empty == (dumps(before) == dumps(after))


@pytest.mark.slow
@every_form
@some(30)
@given(st.data())
def test_only_what_changed_is_listed(form: Form, data: st.DataObject) -> None:
    before, after = data.draw(pairs(form))
    comparison = compare(before, after)
    cells = {change.pointer for change in comparison.cells}
    old, new = dict(before.cells()), dict(after.cells())
    assert cells >= {pointer for pointer in old if old[pointer] != new[pointer]}
    for change in comparison.cells:
        assert (change.before, change.before_note) != (change.after, change.after_note) or str(
            change.before
        ) != str(change.after)
    assert all(change.before != change.after for change in comparison.prose)


def test_zero_to_blank_is_a_change_and_blank_to_blank_is_none() -> None:
    [change] = comparison_with({RECEIVED: None}).cells
    assert (change.before, change.after, change.difference, change.growth) == (0, None, None, None)
    assert not change.written_otherwise
    blank = EDITION_2021.blank()
    assert compare(blank, EDITION_2021.blank()).empty


def test_a_dash_that_became_a_slash_is_a_change_of_writing_only() -> None:
    before = EDITION_2021.blank().replace(cell_note("—", CellState.DASH))
    [change] = compare(before, before.replace(cell_note("/", CellState.SLASH))).cells
    assert (change.before, change.after, change.written_otherwise) == (None, None, True)
    assert change.before_note == CellNote(printed="—", state=CellState.DASH)


def test_a_number_that_is_only_written_otherwise_is_named_as_that() -> None:
    fees = "/proactive_disclosure/fees/amount_wan_yuan"
    before = ZERO.replace({fees: Decimal("10.4")})
    [change] = compare(before, before.replace({fees: Decimal("10.40")})).cells
    assert (change.difference, change.written_otherwise) == (0, True)


@pytest.mark.parametrize(
    ("before", "after", "difference", "written_otherwise"),
    [
        (Money(Decimal("10.4"), "万元"), Money(Decimal("104000"), "元"), 0, True),
        (Money(Decimal("1"), "万元"), Money(Decimal("1.5"), "万元"), 5000, False),
        (Money(Decimal("1"), None), Money(Decimal("1"), "元"), None, False),
        (Money(Decimal("1"), None), Money(Decimal("2"), None), None, False),
        (Money(None, "元"), Money(None, None), None, True),
        (Money(Decimal("0"), "元"), Money(None, None), None, False),
    ],
)
def test_money_is_compared_in_yuan_and_not_without_a_unit(
    before: Money, after: Money, difference: int | None, written_otherwise: bool
) -> None:
    [change] = comparison_with({AMOUNT: after}, ZERO_2019.replace({AMOUNT: before})).cells
    assert (change.difference, change.written_otherwise) == (difference, written_otherwise)
    assert change.unit == "元"


def test_a_stated_change_has_a_difference_and_no_rate() -> None:
    licensing = "/proactive_disclosure/licensing/net_change"
    before = ZERO_2019.replace({licensing: 2})
    [change] = compare(before, before.replace({licensing: 5})).cells
    assert (change.difference, change.growth, change.unit) == (3, None, "项")


def test_the_single_row_of_2019_is_compared_with_the_sum_of_three() -> None:
    other = "/requests/outcomes/other"
    before = ZERO_2019.replace({f"{other}/total": 4})
    parts = {f"{other}/overdue_supplement/total": 1, f"{other}/residual/total": 3}
    assert compare(before, ZERO.replace(parts)).cells == ()
    [change] = compare(before, ZERO.replace({f"{other}/residual/total": 9})).cells
    assert (change.pointer, change.before, change.after) == (f"{other}/total", 4, 9)
    assert change.after_cells == tuple(
        f"{other}/{row}/total" for row in ("overdue_supplement", "unpaid_fee", "residual")
    )
    back = compare(ZERO, before)
    assert [(c.before, c.after, len(c.before_cells)) for c in back.cells] == [(0, 4, 3)]


def test_a_note_beside_the_single_row_is_no_difference_from_a_sum() -> None:
    cell = "/requests/outcomes/other/total"
    note = CellNote(printed="0件", note="件")
    before = ZERO_2019.replace({"/cell_notes": {cell: note}})
    assert compare(before, ZERO).cells == ()
    [change] = compare(before.replace({cell: 2}), ZERO).cells
    assert (change.before_note, change.after_note) == (note, None)


def test_a_blank_among_the_three_leaves_their_sum_open() -> None:
    parts = {"/requests/outcomes/other/residual/total": None}
    [change] = compare(ZERO_2019, ZERO.replace(parts)).cells
    assert (change.before, change.after, change.difference) == (0, None, None)


def test_documents_disclosed_are_not_compared_with_documents_in_force() -> None:
    comparison = compare(H, ZERO)
    documents = [c for c in comparison.unmatched if c.pointer.endswith("/normative_documents")]
    assert [(cells.side, [column.name for column in cells.columns]) for cells in documents] == [
        ("before", ["newly_produced", "newly_disclosed", "total_disclosed"]),
        ("after", ["issued", "repealed", "in_force"]),
    ]
    pointers = {change.pointer for change in comparison.cells}
    in_table_2 = {pointer for pointer in pointers if pointer.startswith("/proactive_disclosure")}
    rows = ("licensing", "penalties", "compulsion")
    assert in_table_2 == {f"/proactive_disclosure/{row}/decisions" for row in rows}


def test_paragraphs_are_listed_as_put_in_taken_out_or_replaced() -> None:
    before = ZERO.replace({"/overview": ("一", "二")})
    [change] = compare(before, before.replace({"/overview": ("一", "二", "三")})).prose
    assert [(e.at, e.removed, e.added) for e in change.edits] == [(2, (), ("三",))]
    assert change.place.render() == "一、总体情况"


def test_a_section_that_is_there_without_a_word_differs_from_none() -> None:
    [change] = comparison_with({"/overview": ()}).prose
    assert (change.before, change.after, change.edits) == (None, (), ())


def test_facts_about_the_report_are_listed_whole_and_extensions_by_what_differs() -> None:
    before = ZERO.replace({"/extensions": {"x_a": 1, "x_b": [1]}})
    period = Period(start="2023-01-01", end="2023-12-31")
    changes = {
        "/title": "年报",
        "/issuer/name": None,
        "/year": 2023,
        "/period": period,
        "/extensions": {"x_a": True, "x_b": [1], "x_c": None},
    }
    facts = compare(before, before.replace(changes)).facts
    assert [(fact.pointer, fact.before, fact.after) for fact in facts] == [
        ("/title", None, "年报"),
        ("/issuer/name", "青禾县", None),
        ("/year", 2022, 2023),
        ("/period", None, period),
        ("/extensions", {"x_a": 1}, {"x_a": True, "x_c": None}),
    ]


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"/year": 2023}, None),
        ({"/year": None}, None),
        ({"/year": 2022}, "diff_same_year"),
        ({"/year": 2021}, "diff_years_reversed"),
        ({"/year": 2024}, "years_not_consecutive"),
        ({"/year": 2023, "/issuer/name": "白石镇"}, "diff_other_body"),
        ({"/year": 2023, "/issuer/name": None}, None),
    ],
)
def test_odd_years_and_other_bodies_are_remarked_and_not_refused(
    changes: dict[str, Any], key: str | None
) -> None:
    assert [remark.key for remark in comparison_with(changes).remarks] == ([key] if key else [])


def test_other_forms_are_remarked_table_by_table_with_what_was_added_up() -> None:
    remarks = compare(ZERO_2019, ZERO).remarks
    assert [remark.key for remark in remarks] == [
        "years_not_consecutive",
        "diff_other_form",
        "diff_other_form",
        "diff_sum",
    ]
    assert isinstance(remarks[-1], Message)
    assert remarks[-1].render(ENGLISH).endswith("no longer handled, 3. Other")


def test_changes_between_two_forms_cannot_be_applied() -> None:
    with pytest.raises(ValueError, match="different forms"):
        compare(ZERO_2019, ZERO).apply(ZERO_2019)


def test_changes_are_not_applied_to_a_report_that_says_otherwise() -> None:
    comparison = comparison_with({RECEIVED: 3})
    with pytest.raises(ValueError, match="another form"):
        comparison.apply(ZERO_2019)
    with pytest.raises(ValueError, match=f"{RECEIVED} is not what it was"):
        comparison.apply(ZERO.replace({RECEIVED: 1}))
    with pytest.raises(ValueError, match=f"{RECEIVED} is not what it was"):
        comparison.apply(ZERO.replace(cell_note("0件", CellState.NUMBER)))
    with pytest.raises(ValueError, match="/extensions is not what it was"):
        comparison_with({"/extensions": {"x_a": 1}}).apply(
            ZERO.replace({"/extensions": {"x_a": 2}})
        )
