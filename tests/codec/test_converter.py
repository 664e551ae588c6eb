"""The cattrs converter, for programs whose own classes hold reports."""

from typing import Any

import pytest
from attrs import evolve, frozen

from govdisclosure.codec import to_dict
from govdisclosure.codec.converter import make_converter
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyReport, Report2021
from govdisclosure.model.parts import ByApplicant
from tests.support.json_documents import document, problems_when


@frozen
class Filing:
    """A program's own class with a report in it."""

    number: int
    report: Report2021


def test_a_report_inside_a_class_of_ones_own_is_converted() -> None:
    converter = make_converter()
    filing = Filing(1, EDITION_2021.blank(number=0))
    data = converter.unstructure(filing)
    assert data == {"number": 1, "report": to_dict(filing.report)}
    assert converter.structure(data, Filing) == filing


@pytest.mark.parametrize("number", [True, "1", 1.0])
def test_the_converter_takes_nothing_for_a_number_but_a_number(number: Any) -> None:
    data = {"number": number, "report": document()}
    with pytest.raises(ExceptionGroup) as caught:
        make_converter().structure(data, Filing)
    assert [type(e) for e in caught.value.exceptions] == [TypeError]


def test_the_converter_takes_only_the_tables_that_the_type_names() -> None:
    converter = make_converter()
    old = to_dict(EDITION_2019.blank())
    assert converter.structure(old, AnyReport) == EDITION_2019.blank()
    got = problems_when(lambda: converter.structure(old, Report2021))
    assert ("JSON-EDITION", "/requests/edition") in got


def test_the_converter_takes_single_rows_and_tables() -> None:
    converter = make_converter()
    row = ByApplicant(1, 0, 0, 0, 0, 0, 1)
    assert converter.structure(converter.unstructure(row), ByApplicant) == row
    table = EDITION_2021.blank(number=1).requests
    assert converter.structure(converter.unstructure(table), type(table)) == table
    assert problems_when(lambda: converter.structure({"edition": "2019"}, type(table)))[0] == (
        "JSON-EDITION",
        "/edition",
    )
    assert problems_when(lambda: converter.unstructure(evolve(row, total=True))) == [
        ("JSON-TYPE", "/total")
    ]
