"""Every cell of ../shared/corpus whose true value is known is read exactly, or said."""

from pathlib import Path

import pytest

from govdisclosure.errors import NotAReportError
from govdisclosure.files import read
from govdisclosure.form import Money, at
from tests.support.gold import SHARED, expected_cells, gold_of

CORPUS = SHARED / "corpus"
TEXTS = sorted(CORPUS.glob("*.rebuilt.*"))
NEGATIVES = sorted((CORPUS / "negatives").glob("*.txt"))

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="../shared is not here")


def name_of(path: Path) -> str:
    return path.name.split(".")[0]


UNTOLD = {"066-wangcang-lyj-2019": {"/proactive_disclosure/fees/prior_year_items"}}
"""Cells whose value stands in the text without a sign of which column it is of: one number
for two columns, in a copy that shows no empty cells. Such a row is left out and said to be."""


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_every_cell_with_a_known_value_is_read(path: Path) -> None:
    gold = gold_of(path)
    reading = read(path)
    expected = expected_cells(gold, reading.report.form)
    untold = UNTOLD.get(name_of(path), set())
    cells = {pointer: value for pointer, value in reading.report.cells() if pointer in expected}
    assert {p for p, v in expected.items() if cells[p] != v} == untold
    rows = {m.pointer for m in reading.findings if m.rule_id == "READ-ROW-NOT-PLACED"}
    assert all(any(p.startswith(pointer) for pointer in rows) for p in untold)


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_nothing_is_read_that_is_not_there(path: Path) -> None:
    """A number outside the gold's cells would be invented: it must be in the source's text."""
    gold = gold_of(path)
    reading = read(path)
    expected = expected_cells(gold, reading.report.form)
    numbers = {p for p, value in reading.report.cells() if value is not None}
    assert numbers - expected.keys() == set()


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_the_edition_the_issuer_and_the_year_are_found(path: Path) -> None:
    gold = gold_of(path)
    report = read(path).report
    assert report.proactive_disclosure.edition == gold["edition"]
    assert (report.issuer.name, report.year) == (gold["issuer"], gold["year"])


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_every_cell_without_a_place_in_the_source_is_said_to_be_absent(path: Path) -> None:
    reading = read(path)
    silent = [
        pointer
        for pointer, value in reading.report.cells()
        if value is None
        and pointer not in reading.provenance
        and pointer not in reading.report.cell_notes
    ]
    assert silent == []


@pytest.mark.parametrize("path", NEGATIVES, ids=name_of)
def test_a_near_miss_is_refused(path: Path) -> None:
    with pytest.raises(NotAReportError):
        read(path)


def test_the_unit_of_a_sum_is_kept() -> None:
    amounts = {
        name_of(p): at(read(p).report, "/proactive_disclosure/procurement/amount")
        for p in TEXTS
        if read(p).report.proactive_disclosure.edition == "2019"
    }
    units = {name: m.unit for name, m in amounts.items() if isinstance(m, Money) and m.unit}
    assert units == {
        "011-shanghai-office-2019": "元",
        "014-tongjiang-2020": "万元",
        "036-hualong-qunke-2020": "元",
        "045-ordos-scjg-2020": "万元",
        "051-yuexiu-beijingjie-2020": "万元",
        "054-ankang-ju-2019": "万元",
        "066-wangcang-lyj-2019": "万元",
    }
