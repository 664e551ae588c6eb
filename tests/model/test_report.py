"""A report: a value of the class of its form."""

import pickle
import re
from collections.abc import Callable
from copy import copy, deepcopy
from pydoc import render_doc

import attrs
import pytest
from attrs import evolve

from govdisclosure.codec import dumps, loads
from govdisclosure.model import (
    EDITION_2019,
    EDITION_2021,
    AnyEdition,
    AnyReport,
    CellNote,
    Report,
    Report2019,
    Report2021,
    edition_2019,
    edition_2021,
)
from tests.support.forms import Form, every_form


@every_form
def test_a_report_survives_pickling_and_shows_itself_in_one_line(form: Form) -> None:
    report = form.report()
    assert pickle.loads(pickle.dumps(report)) == report
    assert repr(report).startswith("<Report ? ?: table 2 of ")
    assert "\n" not in repr(report)


def test_what_the_caller_still_holds_cannot_change_a_report() -> None:
    notes = {"/requests/received/total": CellNote(printed="3件")}
    report = EDITION_2021.blank().replace({"/cell_notes": notes})
    notes.clear()
    assert list(report.cell_notes) == ["/requests/received/total"]


def test_a_report_cannot_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        EDITION_2021.blank().year = 2023  # type: ignore[misc]


def test_a_hybrid_is_a_report_like_any_other() -> None:
    assert (HYBRID.proactive_disclosure.edition, HYBRID.requests.edition) == ("2021", "2019")


PURE = [(EDITION_2019, Report2019), (EDITION_2021, Report2021)]
pure_forms = pytest.mark.parametrize(("edition", "cls"), PURE, ids=["2019", "2021"])


@pure_forms
def test_reports_of_a_pure_form_are_of_the_class_of_the_form(
    edition: AnyEdition, cls: type[AnyReport]
) -> None:
    report = edition.blank(year=2023)
    [other] = {Report2019, Report2021} - {cls}
    assert type(report) is cls
    assert isinstance(report, Report)
    assert not isinstance(report, other)
    assert edition.is_form_of(report)


@pure_forms
@pytest.mark.parametrize(
    "again",
    [
        lambda report: pickle.loads(pickle.dumps(report)),
        copy,
        deepcopy,
        evolve,
        lambda report: report.replace({}),
        lambda report: loads(dumps(report)),
    ],
    ids=["pickle", "copy", "deepcopy", "evolve", "replace", "json"],
)
def test_a_copy_of_any_kind_is_equal_and_of_the_same_class(
    edition: AnyEdition, cls: type[AnyReport], again: Callable[[AnyReport], AnyReport]
) -> None:
    report = edition.blank(issuer="青禾县", year=2023, number=3)
    assert again(report) == report
    assert type(again(report)) is cls
    assert again(report).form is edition.form


def year_of_2021(report: AnyReport) -> int | None:
    match report:
        case Report2021(year=year):
            return year
        case _:
            return None


def test_a_report_is_matched_by_its_class_and_its_fields() -> None:
    assert year_of_2021(EDITION_2021.blank(year=2023)) == 2023
    assert year_of_2021(EDITION_2019.blank(year=2020)) is None
    assert year_of_2021(HYBRID) is None


HYBRID = Report.blank(EDITION_2021.proactive_disclosure, edition_2019.Requests, number=0)


def test_a_report_whose_tables_change_changes_its_class() -> None:
    tables = {"/requests": EDITION_2021.blank(number=0).requests}
    assert type(HYBRID) is Report
    assert isinstance(HYBRID.replace(tables), Report2021)


@pytest.mark.parametrize("cls", [Report, Report2019])
def test_a_wrong_class_is_refused_with_the_right_one(cls: Callable[..., AnyReport]) -> None:
    fields = {a.name: getattr(EDITION_2021.blank(), a.name) for a in attrs.fields(Report2021)}
    with pytest.raises(TypeError, match="a report with these tables is a Report2021"):
        cls(**fields)


def test_a_class_of_ones_own_cannot_take_the_place_of_that_of_an_edition() -> None:
    class Mine(Report[edition_2021.ProactiveDisclosure, edition_2021.Requests]):
        __slots__ = ()

    assert type(EDITION_2021.blank()) is Report2021
    fields = {a.name: getattr(EDITION_2021.blank(), a.name) for a in attrs.fields(Report2021)}
    with pytest.raises(TypeError, match="a report with these tables is a Report2021"):
        Mine(**fields)


@pure_forms
def test_help_shows_what_a_report_is_and_what_it_can(
    edition: AnyEdition, cls: type[AnyReport]
) -> None:
    text = re.sub(".\x08", "", render_doc(cls))  # bold letters are struck twice
    assert f"A report on the {edition.name} form" in text
    for name in ("replace", "cells", "form", "requests"):
        assert name in text
