"""The command that holds the law of writing finds what breaks it."""

import pytest

from govdisclosure.files import form_as
from govdisclosure.model import AnyReport
from tests.support import round_trips
from tests.support.forms import FORMS
from tests.support.round_trips import Outcome, hold


def test_reports_that_come_back_are_counted() -> None:
    assert hold(5, (FORMS[1], "text")) == Outcome("2021", "text", count=5)


@pytest.mark.slow
def test_a_report_that_does_not_come_back_is_given_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    def with_another_number(report: AnyReport, format: str) -> bytes:
        return form_as(report.replace({"/requests/received/total": 123456}), format)

    monkeypatch.setattr(round_trips, "form_as", with_another_number)
    failure = hold(5, (FORMS[1], "text")).failure
    assert failure.startswith("AssertionError")
    assert '"schema_version":' in failure.splitlines()[-1]
