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


def cells_on(side: str, matching: RowMatching) -> list[str]:
    """The cells of one of the forms, each as often as the matching names it."""
    matches = [cell for pair in matching.pairs for cell in cells_of(pair, getattr(pair, side))]
    others = [cells for cells in matching.unmatched if cells.side == side]
    return matches + [cell for cells in others for cell in cells_of(cells, (cells.pointer,))]


@pytest.mark.parametrize("before", FORMS, ids=lambda form: f"from {form.name}")
@pytest.mark.parametrize("after", FORMS, ids=lambda form: f"to {form.name}")
def test_every_cell_of_both_forms_is_named_once(before: Form, after: Form) -> None:
    matching = match_rows(before.tables, after.tables)
    assert sorted(cells_on("before", matching)) == sorted(before.form.cells)
    assert sorted(cells_on("after", matching)) == sorted(after.form.cells)


@every_form
def test_a_form_corresponds_to_itself_row_by_row(form: Form) -> None:
    matching = match_rows(form.tables, form.tables)
    assert matching.unmatched == ()
    assert [(pair.pointer, pair.before, pair.after) for pair in matching.pairs] == [
        (row, (row,), (row,)) for row in form.form.rows
    ]


@pytest.mark.parametrize("before", FORMS, ids=lambda form: f"from {form.name}")
@pytest.mark.parametrize("after", FORMS, ids=lambda form: f"to {form.name}")
def test_what_corresponds_does_so_in_both_directions(before: Form, after: Form) -> None:
    there, back = match_rows(before.tables, after.tables), match_rows(after.tables, before.tables)
    assert {(p.before, p.after, columns_of(p)) for p in there.pairs} == {
        (p.after, p.before, columns_of(p)) for p in back.pairs
    }


def columns_of(pair: RowPair | Unmatched) -> frozenset[str]:
    return frozenset(column.name for column in pair.columns)


def test_table_2_of_the_two_editions_shares_its_decisions_alone() -> None:
    matching = match_rows(EDITION_2019.tables, EDITION_2021.tables)
    shared = [(p.pointer, columns_of(p)) for p in matching.pairs if "/proactive" in p.pointer]
    assert shared == [
        (f"/proactive_disclosure/{row}", frozenset({"decisions"}))
        for row in ("licensing", "penalties", "compulsion")
    ]
    assert {cells.why.key for cells in matching.unmatched} == {
        "diff_other_columns",
        "diff_no_such_row",
    }
    missing = [c.pointer for c in matching.unmatched if c.why.key == "diff_no_such_row"]
    assert missing == [f"/proactive_disclosure/{row}" for row in ("other_services", "procurement")]


def test_tables_3_and_4_of_the_two_editions_correspond_throughout() -> None:
    matching = match_rows(EDITION_2019.tables, EDITION_2021.tables)
    assert all(cells.pointer.startswith("/proactive_disclosure") for cells in matching.unmatched)
    assert [pair.pointer for pair in matching.pairs if pair.is_sum] == ["/requests/outcomes/other"]


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
    matching = match_rows(EDITION_2021.tables, odd)
    shared = [(p.pointer, columns_of(p)) for p in matching.pairs if "/proactive" in p.pointer]
    assert shared == [("/proactive_disclosure/fees", frozenset({"amount_wan_yuan"}))]


def test_a_row_does_not_match_a_group_that_has_no_sum() -> None:
    odd = (edition_2019.ProactiveDisclosure, OddRequests)
    for matching in (match_rows(EDITION_2019.tables, odd), match_rows(odd, EDITION_2019.tables)):
        assert not [pair for pair in matching.pairs if pair.pointer.startswith("/requests")]
        unmatched = [c.pointer for c in matching.unmatched if columns_of(c) == {"total"}]
        assert unmatched == ["/requests/outcomes"]
