"""The schemas of results take what is written, and nothing else: no key more, none less."""

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import reduce
from operator import getitem
from typing import Any

import pytest

from govdisclosure import EDITION_2019, compare, read, to_dict
from govdisclosure.model import CellNote
from tests.support.compared import RECEIVED, after
from tests.support.forms import published
from tests.support.runs import BROKEN, RUNS

OLD = EDITION_2019.blank(year=2020, number=0).replace(
    {"/proactive_disclosure/licensing/decisions": 1}
)
MONEY = {"/proactive_disclosure/procurement/amount/unit": "万元"}
NOTE = {RECEIVED: CellNote(printed="0件", note="件")}
NEW = after({"/overview": ("新",), "/cell_notes": NOTE})

OUTPUTS: dict[str, tuple[str, Any]] = {
    "a run": ("findings", RUNS["text diagnosed"]),
    "a run with a profile": ("findings", RUNS["profile"]),
    "a run without a report": ("findings", RUNS["none is readable"]),
    "a reading": ("reading", read(BROKEN)),
    "a comparison": ("comparison", compare(OLD, NEW)),
    "a comparison of money": ("comparison", compare(OLD, OLD.replace(MONEY))),
}
every_output = pytest.mark.parametrize(("name", "thing"), OUTPUTS.values(), ids=OUTPUTS)

MAPPINGS = {"provenance", "completeness", "grades"}
"""Keys whose values are objects with keys of their own choice."""

ANYTHING = {("facts", 0, "before"), ("facts", 0, "after")}
"""Facts are whatever a report may say."""

WRONG: tuple[Any, ...] = ({"x": [[]]}, [[{}]])

OPTIONAL = {"line", "unit"}
"""Keys that are left out where there is nothing to say."""


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the first object of every kind stands, reports aside."""
    if isinstance(data, dict):
        if path and path[-1] in MAPPINGS:
            key, value = next(iter(data.items()), ("", None))
            yield from places(value, (*path, key))
            return
        yield path
        for key, value in data.items():
            if key != "report" and (*path, key) not in ANYTHING:
                yield from places(value, (*path, key))
    elif isinstance(data, list) and data:
        yield from places(data[0], (*path, 0))


def value_at(data: Any, path: tuple[Any, ...]) -> Any:
    """What stands at a place."""
    return reduce(getitem, path, data)


def changed(data: Any, path: tuple[Any, ...], key: str, *value: Any) -> Any:
    """The data with another value at a key of the object at a place, or without that key."""
    data = deepcopy(data)
    value_at(data, path).pop(key, None)
    value_at(data, path).update(zip([key], value, strict=False))
    return data


@every_output
def test_what_is_written_is_valid_and_any_other_key_or_type_is_not(name: str, thing: Any) -> None:
    valid = published(name)
    whole = json.loads(json.dumps(to_dict(thing)))
    assert valid(whole)
    for path in places(whole):
        assert not valid(changed(whole, path, "colour", "red")), path
        for key in value_at(whole, path):
            left_out = key in OPTIONAL and path[-1] != 0
            assert valid(changed(whole, path, key)) == left_out, (path, key)
            for wrong in WRONG:
                anything = (*path, key) in ANYTHING
                assert valid(changed(whole, path, key, wrong)) == anything, (path, key)
