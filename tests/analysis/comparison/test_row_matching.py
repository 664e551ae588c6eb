"""Which rows of two forms correspond is read from their classes, whatever the forms are."""

from typing import Annotated

import pytest
from attrs import frozen

from govdisclosure.analysis.comparison import RowPair, Unmatched, match_rows
from govdisclosure.analysis.comparison._row_matching import RowMatching
from govdisclosure.form import Amount, Count, Label, Row, Table
from govdisclosure.model import EDITION_2019, EDITION_2021, edition_2019, edition_2021
from tests.support.forms import FORMS, Form, every_form


def cells_of(pair: RowPair | Unmatched, rows: tuple[str, ...]) -> list[str]:
    return [f"{row}/{column.name}" for row in rows for column in pair.columns]


def compared(found: RowMatching, side: str) -> list[str]:
    """The cells of one of the forms, each as often as the counterparts name it."""
    paired = [cell for pair in found.pairs for cell in cells_of(pair, getattr(pair, side))]
    alone = [c for lone in found.lone if lone.side == side for c in cells_of(lone, (lone.pointer,))]
    return paired + alone


@pytest.mark.parametrize("before", FORMS, ids=lambda form: f"from {form.name}")
@pytest.mark.parametrize("after", FORMS, ids=lambda form: f"to {form.name}")
def test_every_cell_of_both_forms_is_named_once(before: Form, after: Form) -> None:
    found = match_rows(before.tables, after.tables)
    assert sorted(compared(found, "before")) == sorted(before.form.cells)
    assert sorted(compared(found, "after")) == sorted(after.form.cells)


@every_form
def test_a_form_corresponds_to_itself_row_by_row(form: Form) -> None:
    found = match_rows(form.tables, form.tables)
    assert found.lone == ()
    assert [(pair.pointer, pair.before, pair.after) for pair in found.pairs] == [
        (row, (row,), (row,)) for row in form.form.rows
    ]


@pytest.mark.parametrize("before", FORMS, ids=lambda form: f"from {form.name}")
@pytest.mark.parametrize("after", FORMS, ids=lambda form: f"to {form.name}")
def test_what_corresponds_does_so_in_both_directions(before: Form, after: Form) -> None:
    there, back = match_rows(before.tables, after.tables), match_rows(after.tables, before.tables)
    assert {(p.before, p.after, cells_named(p)) for p in there.pairs} == {
        (p.after, p.before, cells_named(p)) for p in back.pairs
    }


def cells_named(pair: RowPair | Unmatched) -> frozenset[str]:
    return frozenset(column.name for column in pair.columns)


def test_table_2_of_the_two_editions_shares_its_decisions_alone() -> None:
    found = match_rows(EDITION_2019.tables, EDITION_2021.tables)
    shared = [(p.pointer, cells_named(p)) for p in found.pairs if "/proactive" in p.pointer]
    assert shared == [
        (f"/proactive_disclosure/{row}", frozenset({"decisions"}))
        for row in ("licensing", "penalties", "compulsion")
    ]
    assert {lone.why.key for lone in found.lone} == {"diff_other_columns", "diff_no_such_row"}
    gone = [lone.pointer for lone in found.lone if lone.why.key == "diff_no_such_row"]
    assert gone == [f"/proactive_disclosure/{row}" for row in ("other_services", "procurement")]


def test_tables_3_and_4_of_the_two_editions_correspond_throughout() -> None:
    found = match_rows(EDITION_2019.tables, EDITION_2021.tables)
    assert not any(not lone.pointer.startswith("/proactive_disclosure") for lone in found.lone)
    assert [pair.pointer for pair in found.pairs if pair.is_sum] == ["/requests/outcomes/other"]


@frozen
class Weighed(Row):
    """Same keys as the decisions of 2021: one by weight, one as an amount."""

    decisions: Annotated[Count, Label("本年处理决定数量", "Decisions", "公斤")]
    amount_wan_yuan: Annotated[Amount, Label("金额", "Amount", "万元")]


@frozen
class Undivided(Row):
    """A row where every other form has a group whose rows nobody says add up."""

    total: Annotated[Count, Label("总计", "Total", "件")]


@frozen(kw_only=True)
class Odd(Table):
    """A table 2 that counts otherwise."""

    licensing: Annotated[Weighed, Label("行政许可", "Licensing")]
    fees: Annotated[Weighed, Label("收费", "Fees")]


@frozen(kw_only=True)
class OddRequests(Table):
    """A table 3 with one row for all that it had to do."""

    outcomes: Annotated[Undivided, Label("办理结果", "Outcomes")]


def test_the_same_key_with_another_unit_is_another_thing() -> None:
    odd = (Odd, edition_2021.Requests)
    found = match_rows(EDITION_2021.tables, odd)
    shared = [(p.pointer, cells_named(p)) for p in found.pairs if "/proactive" in p.pointer]
    assert shared == [("/proactive_disclosure/fees", frozenset({"amount_wan_yuan"}))]


def test_a_row_is_no_counterpart_of_a_group_that_has_no_sum() -> None:
    odd = (edition_2019.ProactiveDisclosure, OddRequests)
    for found in (match_rows(EDITION_2019.tables, odd), match_rows(odd, EDITION_2019.tables)):
        assert not [pair for pair in found.pairs if pair.pointer.startswith("/requests")]
        alone = [lone.pointer for lone in found.lone if cells_named(lone) == {"total"}]
        assert alone == ["/requests/outcomes"]
