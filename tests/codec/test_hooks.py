"""The hooks for cattrs, made from the shapes: what they take, and what they leave alone."""

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from govdisclosure.codec._checks import REFUSALS
from govdisclosure.codec._hooks import hooks_of
from govdisclosure.codec._shapes import AMOUNT, COUNT, Array, fields_of
from govdisclosure.form import SAFE, Row
from govdisclosure.model import CellNote, Period, edition_2019, edition_2021, parts
from govdisclosure.testing import reports
from tests.support.forms import Form, every_form, some

ROWS = (parts.ByApplicant, parts.Cases, edition_2021.Documents, edition_2021.Decisions)

every_row = pytest.mark.parametrize("row", ROWS)


def filled(row: Any, number: Any) -> dict[str, Any]:
    """The data of a row with a number in its last cell, and 0 elsewhere."""
    names = [*fields_of(row).fields]
    return dict.fromkeys(names, 0) | {names[-1]: number}


@every_row
@pytest.mark.parametrize("number", [0, 7, -7, None, SAFE, -SAFE])
def test_a_row_goes_there_and_back(row: Any, number: int | None) -> None:
    data = filled(row, number)
    made = hooks_of(fields_of(row))[0](data, row)
    assert made == row(**data)
    assert hooks_of(fields_of(row))[1](made) == data


@every_row
@pytest.mark.parametrize("number", [True, False, 0.0, "0", SAFE + 1, -SAFE - 1, Decimal(0), [], {}])
def test_a_row_is_left_alone_where_a_cell_is_no_count(row: Any, number: Any) -> None:
    data = filled(row, number)
    with pytest.raises(REFUSALS):
        hooks_of(fields_of(row))[0](data, row)
    with pytest.raises(REFUSALS):
        hooks_of(fields_of(row))[1](row(**data))


@every_row
def test_a_row_is_left_alone_where_it_has_other_keys(row: Any) -> None:
    hook, data = hooks_of(fields_of(row))[0], filled(row, 0)
    last = [*data][-1]
    others = {k: v for k, v in data.items() if k != last}
    for wrong in (others, data | {"colour": 0}, others | {"colour": 0}, [*data], None, "row"):
        with pytest.raises(REFUSALS):
            hook(wrong, row)


def test_rows_of_zeros_are_one_object() -> None:
    hook, data = hooks_of(fields_of(parts.Cases))[0], filled(parts.Cases, 0)
    assert hook(data, None) is hook(dict(data), None)


def test_an_object_of_a_derived_class_is_left_alone() -> None:
    derived: Any = type("Own", (parts.Cases,), {})(1, 0, 0, 0, 1)
    with pytest.raises(REFUSALS):
        hooks_of(fields_of(parts.Cases))[1](derived)
    assert isinstance(derived, Row)


@pytest.mark.parametrize(
    ("cls", "data", "wrong"),
    [
        (Period, {"start": "2023-01-01", "end": "2023-12-31"}, {"end": "2023-12-31\n"}),
        (CellNote, {"printed": "—", "note": None, "state": "dash"}, {"state": "line"}),
        (CellNote, {"printed": "", "note": "预估", "state": "number"}, {"note": "\u3000"}),
        (CellNote, {"printed": "", "note": "预估", "state": "number"}, {"printed": "\ud800"}),
        (edition_2021.Fees, {"amount_wan_yuan": "10.40"}, {"amount_wan_yuan": "1e2"}),
        (edition_2021.Fees, {"amount_wan_yuan": None}, {"amount_wan_yuan": 10}),
    ],
)
def test_an_object_goes_there_and_back(
    cls: Any, data: dict[str, Any], wrong: dict[str, Any]
) -> None:
    made = hooks_of(fields_of(cls))[0](data, cls)
    assert hooks_of(fields_of(cls))[1](made) == data
    with pytest.raises(REFUSALS):
        hooks_of(fields_of(cls))[0](data | wrong, cls)


@every_form
def test_every_table_goes_there_and_back(form: Form) -> None:
    @some(10)
    @given(reports(form.proactive_disclosure, form.requests))
    def law(report: Any) -> None:
        for table in (report.proactive_disclosure, report.requests, report.review_and_litigation):
            shape = fields_of(type(table))
            assert hooks_of(shape)[0](hooks_of(shape)[1](table), None) == table

    law()


def test_the_table_of_another_edition_is_left_alone() -> None:
    shape = fields_of(edition_2019.Requests)
    data = hooks_of(shape)[1](edition_2019.Requests(**_blank(edition_2019.Requests)))
    with pytest.raises(REFUSALS):
        hooks_of(shape)[0](data | {"edition": "2021"}, None)


def _blank(table: Any) -> dict[str, Any]:
    from govdisclosure.form import fill

    blank = fill(table)
    return {name: getattr(blank, name) for name in fields_of(table).fields}


@pytest.mark.parametrize("amount", [Decimal("1E+2"), Decimal("-0.50"), Decimal("0")])
def test_an_amount_is_written_in_plain_figures(amount: Decimal) -> None:
    assert hooks_of(AMOUNT)[1](amount) == format(amount, "f")


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1E+999999999", "1E-41", "0" + "1" * 41])
def test_an_amount_that_no_form_can_hold_is_left_alone(amount: str) -> None:
    with pytest.raises(REFUSALS):
        hooks_of(AMOUNT)[1](Decimal(amount))


def test_arrays_are_lists_in_json_and_tuples_here() -> None:
    shape = Array(COUNT)
    assert hooks_of(shape)[0]([1, None], None) == (1, None)
    assert hooks_of(shape)[1]((1, None)) == [1, None]
    for hook, wrong in ((hooks_of(shape)[0], (1,)), (hooks_of(shape)[1], [1])):
        with pytest.raises(REFUSALS):
            hook(wrong, None) if wrong == (1,) else hook(wrong)  # type: ignore[call-arg]


def test_a_nullable_shape_lets_null_pass() -> None:
    assert hooks_of(evolve(AMOUNT, nullable=True))[0](None, None) is None
