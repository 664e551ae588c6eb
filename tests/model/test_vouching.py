"""Who makes a report of JSON vouches for its types; nobody does for what was made of it by hand."""

import pickle
from copy import copy, deepcopy
from typing import Any

import pytest
from attrs import evolve

from govdisclosure.codec import dumps, from_dict, load_preserving, loads, to_dict
from govdisclosure.codec._explaining import loads_once
from govdisclosure.codec.converter import make_converter
from govdisclosure.model import EDITION_2021, EDITIONS, Report2021, is_vouched_for
from tests.support.cases import WITH_FREEDONIA
from tests.support.freedonia import FREEDONIA
from tests.support.ways import way

__all__ = ["way"]

REPORT = EDITION_2021.blank(issuer="青禾县", year=2023, number=0)

LOADERS: Any = {
    "loads": lambda: loads(dumps(REPORT)),
    "loads_once": lambda: loads_once(dumps(REPORT)),
    "load_preserving": lambda: load_preserving(dumps(REPORT)).report,
    "from_dict": lambda: from_dict(to_dict(REPORT)),
    "make_converter": lambda: make_converter().structure(to_dict(REPORT), Report2021),
}

MADE_OF_IT: Any = {
    "evolve": lambda report: evolve(report, year=2024),
    "replace": lambda report: report.replace({"/year": 2024}),
    "copy": copy,
    "deepcopy": deepcopy,
    "pickle": lambda report: pickle.loads(pickle.dumps(report)),
}


@pytest.mark.parametrize("loader", LOADERS)
def test_what_was_json_is_vouched_for_and_the_same(way: str, loader: str) -> None:
    report = LOADERS[loader]()
    assert is_vouched_for(report)
    assert not is_vouched_for(REPORT)
    assert (report, repr(report)) == (REPORT, repr(REPORT))


def test_so_is_a_hybrid_and_nothing_with_tables_of_somebodys_own() -> None:
    """Whose classes may make something else of a value, or be changed afterwards."""
    for forms in WITH_FREEDONIA:
        text = dumps(forms.blank(0))
        report = loads(text, editions=(*EDITIONS, FREEDONIA))
        assert is_vouched_for(report) == (FREEDONIA not in (forms.disclosure, forms.requests))


@pytest.mark.parametrize("make", MADE_OF_IT)
def test_what_is_made_of_it_is_not(make: str) -> None:
    """A value of another type may have come into it."""
    assert not is_vouched_for(MADE_OF_IT[make](loads(dumps(REPORT))))
