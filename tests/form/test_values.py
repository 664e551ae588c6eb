"""Numbers of any class are taken where they are whole; what has no place is found."""

from decimal import Decimal
from operator import index

import pytest

from govdisclosure.codec import from_dict, to_dict
from govdisclosure.errors import InvalidReportError
from govdisclosure.form import misfits
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyEdition
from govdisclosure.model.parts import Cases
from tests.support.by_hand import with_anything

EVERY_EDITION = pytest.mark.parametrize(
    "edition", [EDITION_2019, EDITION_2021], ids=["2019", "2021"]
)
TOTAL, FEE = "/requests/received/total", "/proactive_disclosure/fees/amount_wan_yuan"


class Int64:
    """As NumPy has it: a whole number that is no ``int``."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __index__(self) -> int:
        return self.number


@EVERY_EDITION
def test_whole_numbers_of_any_class_are_taken(edition: AnyEdition) -> None:
    report = edition.blank(number=Int64(0), year=Int64(2023))  # type: ignore[arg-type]
    assert report == edition.blank(number=0, year=2023)
    changed = report.replace({TOTAL: Int64(3), "/year": Int64(2024)})
    assert type(changed.requests.received.total) is int
    assert changed == report.replace({TOTAL: 3, "/year": 2024})


def test_an_amount_takes_them_too() -> None:
    report = EDITION_2021.blank().replace({FEE: Int64(3)})
    assert report.proactive_disclosure.fees.amount_wan_yuan == Decimal(3)


def test_plain_data_takes_them_too() -> None:
    data = to_dict(EDITION_2021.blank(number=0))
    data["requests"]["received"]["total"] = Int64(3)
    assert from_dict(data) == EDITION_2021.blank(number=0).replace({TOTAL: 3})


@EVERY_EDITION
@pytest.mark.parametrize("odd", ["3", 3.5, float("nan"), True, [3], Decimal("NaN")], ids=repr)
def test_anything_else_is_refused_with_its_pointer(edition: AnyEdition, odd: object) -> None:
    with pytest.raises(TypeError, match=f"^{TOTAL}: .*{type(odd).__name__}"):
        edition.blank().replace({TOTAL: odd})
    with pytest.raises(TypeError, match=r"^/proactive_disclosure/"):
        edition.blank(number=odd)  # type: ignore[arg-type]
    data = to_dict(edition.blank())
    data["requests"]["received"]["total"] = odd
    with pytest.raises(InvalidReportError) as caught:
        from_dict(data)
    assert [finding.pointer for finding in caught.value.findings] == [TOTAL]


@EVERY_EDITION
def test_a_float_that_is_whole_is_the_number_in_a_cell_and_stays_a_float_elsewhere(
    edition: AnyEdition,
) -> None:
    """A data frame makes floats of a column with a gap."""
    report = edition.blank().replace({TOTAL: 3.0, "/extensions": {"x_a": 3.0}})
    assert repr(report.requests.received.total) == "3"
    assert repr(report.extensions["x_a"]) == "3.0"


@pytest.mark.parametrize(
    ("address", "odd"),
    [("/year", "2024"), ("/issuer", "青禾县"), ("/issuer/name", 3), ("/overview", ["a"])],
)
def test_so_is_what_is_no_cell(address: str, odd: object) -> None:
    with pytest.raises(TypeError, match=f"^{address}: "):
        EDITION_2021.blank().replace({address: odd})


def test_a_whole_row_may_be_put_there_but_not_with_a_misfit_in_it() -> None:
    place = "/review_and_litigation/reconsideration"
    row = Cases(1, 0, 0, 0, 1)
    report = EDITION_2021.blank().replace({place: row})
    assert report.review_and_litigation.reconsideration == row
    with pytest.raises(TypeError, match=f"^{place}/total: "):
        report.replace({place: Cases(1, 0, 0, 0, "1")})  # type: ignore[arg-type]


def test_a_misfit_elsewhere_does_not_keep_from_a_change() -> None:
    report = with_anything(EDITION_2021.blank(), {TOTAL: "3"})
    assert [pointer for pointer, _, _ in misfits(report.replace({"/year": 2023}))] == [TOTAL]


def test_an_array_is_no_number_though_it_has_the_method() -> None:
    class Array:
        def __index__(self) -> int:
            raise TypeError("only a scalar")

    with pytest.raises(TypeError):
        index(Array())
    with pytest.raises(TypeError, match=f"^{TOTAL}: "):
        EDITION_2021.blank().replace({TOTAL: Array()})
