"""The command that holds the law of writing finds what breaks it."""

import pytest

from govdisclosure.files import form_as
from govdisclosure.model import EDITION_2021, AnyReport
from tests.support import hostile, round_trips
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


def test_hostile_reports_are_counted_by_how_they_come_back() -> None:
    counts = hostile.count(5, (FORMS[1], "text"))
    assert counts.total() == 5
    assert counts.keys() <= {"the same", "with losses", "not at all"}


def test_losses_that_are_not_those_there_are_count_as_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = EDITION_2021.blank(issuer="青禾县", year=2023, number=0)
    assert hostile.verdict(report, "text") == "the same"
    assert hostile.verdict(report.replace({"/preamble": ()}), "text") == "with losses"
    assert hostile.verdict(report.replace(NO_NUMBER), "text") == "not at all"
    monkeypatch.setattr(hostile, "losses", lambda *_: ("/overview",))
    assert hostile.verdict(report, "text") == "wrong"


NO_NUMBER = dict.fromkeys(EDITION_2021.form.cells)
