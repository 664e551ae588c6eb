"""Cells by pointer: read and replaced."""

import pytest

from govdisclosure.model import EDITION_2021
from tests.support.forms import Form, every_form


@pytest.mark.parametrize("address", ["/requests/nothing", "/requests/received/total/more", "x"])
def test_a_pointer_that_leads_nowhere_is_an_error_of_use(address: str) -> None:
    with pytest.raises((KeyError, ValueError), match=r"no '|not a JSON Pointer"):
        EDITION_2021.blank().replace({address: 1})


@every_form
def test_every_cell_can_be_reached_and_replaced_by_its_pointer(form: Form) -> None:
    report = form.report(0)
    for address, value in report.cells():
        if not address.endswith(("/amount", "/tribute")):
            assert dict(report.replace({address: 7}).cells())[address] == 7
        assert value == 0
    assert report == form.report(0)
