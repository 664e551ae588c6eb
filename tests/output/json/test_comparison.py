"""A comparison as data: everything is there, with pointers, and the documents describe it."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure import compare, to_dict
from govdisclosure.model import EDITION_2019, EDITION_2021, CellNote
from govdisclosure.output.json import comparison_schema
from tests.support.compared import BEFORE, FEES, RECEIVED, after, pairs
from tests.support.forms import Form, every_form, judge, some
from tests.support.paths import ROOT

DOCS = ROOT / "docs"

VALID = judge(comparison_schema())


@pytest.mark.slow
@every_form
@some(10)
@given(st.data())
def test_any_comparison_is_written_as_its_schema_says(form: Form, data: st.DataObject) -> None:
    assert VALID(json.loads(json.dumps(to_dict(compare(*data.draw(pairs(form)))))))


def test_the_data_says_everything_with_pointers() -> None:
    changes = {RECEIVED: 12, FEES: Decimal("1.50"), "/overview": ("新的一段",)}
    before = BEFORE.replace({RECEIVED: 8})
    data = to_dict(compare(before, after(changes, before)))
    assert data["same_form"] is True
    assert data["before"] == {
        "issuer": "青禾县",
        "year": 2022,
        "editions": {"proactive_disclosure": "2021", "requests": "2021"},
    }
    fees, received = data["cells"]
    place = fees.pop("place")
    assert (
        place["zh"] == "二、主动公开政府信息情况：“行政事业性收费”行“本年收费金额（单位：万元）”列"
    )
    nothing = {"state": "number", "printed": None, "note": None}
    assert fees == {
        "pointer": FEES,
        "before": {"cells": [FEES], "value": "0", **nothing},
        "after": {"cells": [FEES], "value": "1.50", **nothing},
        "difference": "1.50",
        "unit": "万元",
        "growth": None,
        "growth_percent": None,
        "written_otherwise": False,
    }
    assert (received["growth"], received["growth_percent"]) == ("1/2", "+50.0%")
    assert data["facts"][0]["before"] == 2022
    [prose] = data["prose"]
    assert (prose["there_before"], prose["there_after"]) == (False, True)
    assert prose["edits"] == [{"at": 0, "removed": [], "added": ["新的一段"]}]
    assert data["not_compared"] == data["remarks"] == []


def test_the_data_names_the_cells_that_were_added_up_and_those_not_compared() -> None:
    old = EDITION_2019.blank(year=2020, number=0)
    new = EDITION_2021.blank(year=2021, number=1)
    data = to_dict(compare(old, new))
    other = next(c for c in data["cells"] if c["pointer"] == "/requests/outcomes/other/total")
    assert (other["after"]["value"], len(other["after"]["cells"])) == (3, 3)
    assert data["not_compared"][0]["report"] == "before"
    assert data["not_compared"][0]["cells"] == [
        f"/proactive_disclosure/rules/{c}"
        for c in ("newly_produced", "newly_disclosed", "total_disclosed")
    ]
    assert [remark["message_key"] for remark in data["remarks"]][-1] == "diff_sum"


@pytest.mark.parametrize("page", ["comparison.md", "comparison.zh-CN.md"])
def test_every_key_of_the_data_is_described(page: str) -> None:
    described = (DOCS / page).read_text("utf-8")
    note = {"/cell_notes": {RECEIVED: CellNote(printed="0件", note="件")}}
    amount = {"/proactive_disclosure/licensing/decisions": 1}
    old = EDITION_2019.blank(year=2020, number=0).replace(amount)
    data = to_dict(compare(old, after({"/overview": ("新",), **note})))
    assert {key for key in _keys(data) if f"{key}`" not in described} == _IN_REPORTS


_IN_REPORTS = {"zh", "en", "proactive_disclosure", "requests"}
"""Languages and tables, which go without saying."""


def _keys(data: Any) -> set[str]:
    if isinstance(data, dict):
        return set(data) | {key for value in data.values() for key in _keys(value)}
    return {key for one in data for key in _keys(one)} if isinstance(data, list) else set()
