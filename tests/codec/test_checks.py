"""What the quick ways see to themselves."""

from typing import Any

import pytest

from govdisclosure.codec._checks import REFUSALS, copy_of, in_form_order, strings_of
from govdisclosure.form import SAFE
from govdisclosure.model import EDITION_2021, CellNote
from tests.benchmarks.documents import real


def test_json_of_any_kind_is_copied_to_the_last_leaf() -> None:
    data = {"a": [1, 2.5, {"b": None, "c": True}], "d": "e"}
    copied = copy_of(data)
    assert copied == data
    copied["a"][2]["b"] = 1
    assert data["a"] == [1, 2.5, {"b": None, "c": True}]


@pytest.mark.parametrize(
    "value", [1.0, 1e22, 1e-7, float("inf"), float("nan"), SAFE + 1, "\ud800", (1,), {1: 1}, b"a"]
)
def test_json_is_left_alone_where_its_text_would_have_to_be_seen(value: Any) -> None:
    with pytest.raises(REFUSALS):
        copy_of({"a": [value]})


def test_json_nested_too_deeply_is_left_alone() -> None:
    data: Any = 1
    for _ in range(62):
        data = [data]
    assert copy_of(data) == data
    with pytest.raises(REFUSALS):
        copy_of([data])


def test_notes_come_in_the_order_of_the_form() -> None:
    notes = {"/requests/received/total": 1, "/proactive_disclosure/rules/issued": 2}
    assert [*in_form_order(notes, EDITION_2021.form)] == [*notes][::-1]
    with pytest.raises(REFUSALS):
        in_form_order({"/requests": 1}, EDITION_2021.form)


def test_the_free_strings_of_a_report_are_all_that_may_say_anything() -> None:
    report = real()
    notes = [*report.cell_notes.values()]
    texts = [report.title, report.issuer.name, *(note.note for note in notes)]
    for section in (report.overview, report.problems_and_improvements, report.other_matters):
        texts += section or ()
    texts += [note.printed for note in notes]
    assert "".join(strings_of(report, tuple)) == "".join(filter(None, texts))


@pytest.mark.parametrize(
    "changes",
    [
        {"/title": " "},
        {"/title": 3},
        {"/overview": ["a"]},
        {"/overview": ("",)},
        {"/cell_notes": {"/requests/received/total": CellNote(printed="", note="\u3000")}},
    ],
)
def test_strings_are_checked_on_the_way(changes: dict[str, Any]) -> None:
    with pytest.raises(REFUSALS):
        strings_of(EDITION_2021.blank().replace(changes), tuple)
