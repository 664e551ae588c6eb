"""What a check comes to: nothing passes of which no number was checked."""

from datetime import date
from decimal import Decimal
from itertools import product
from types import SimpleNamespace
from typing import Any, get_args

import pytest
from attrs import asdict, evolve

from govdisclosure import compare
from govdisclosure.codec import dumps
from govdisclosure.errors import InvalidReportError
from govdisclosure.files import form_as
from govdisclosure.form import Money
from govdisclosure.model import EDITION_2019, CellNote, Issuer, Period, Reading
from govdisclosure.rules import PRESETS, Coverage, Preset, Status, check
from govdisclosure.rules.engine import Blanks
from tests.support.by_hand import with_anything
from tests.support.cases import FORMS, PURE_2021, Forms

EVERY_FORM = pytest.mark.parametrize("forms", FORMS, ids=str)
TOTAL = "/requests/received/total"
SECTIONS = ("overview", "problems_and_improvements", "other_matters")
PROSE = {f"/{name}": ("有内容。",) for name in SECTIONS}


@EVERY_FORM
@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("blanks", ["unknown", "zero"])
def test_nothing_of_a_blank_report_is_checked(forms: Forms, preset: Preset, blanks: Blanks) -> None:
    result = check(forms.blank(), preset=preset, blanks=blanks)
    assert result.status is Status.NOTHING_CHECKED
    assert (result.passed, result.complete) == (False, False)
    assert (result.coverage.evaluated, result.coverage.stated) == (0, 0)


@EVERY_FORM
def test_a_whole_report_passes_and_a_single_number_passes_in_part(forms: Forms) -> None:
    whole = check(forms.blank(0).replace(PROSE))
    assert (whole.status, whole.complete) == (Status.PASSED, True)
    assert whole.coverage.evaluated == whole.coverage.checks
    assert whole.coverage.stated == whole.coverage.cells == len(whole.report.form.cells)
    part = check(forms.blank().replace({TOTAL: 3}), preset="form")
    assert (part.status, part.passed, part.complete) == (Status.PASSED_IN_PART, True, False)
    assert part.coverage == Coverage(1, whole_checks(forms), 1, len(part.report.form.cells))


def whole_checks(forms: Forms) -> int:
    return check(forms.blank(0), preset="form").coverage.checks


def test_a_zero_that_the_policy_puts_there_is_no_number() -> None:
    report = PURE_2021.blank().replace({"/overview": ("有内容。",)})
    assert check(report, blanks="zero").status is Status.NOTHING_CHECKED
    assert check(report, blanks="zero").coverage.stated == 0


def test_without_a_rule_nothing_is_checked() -> None:
    assert check(PURE_2021.blank(0), rules=()).status is Status.NOTHING_CHECKED


@pytest.mark.parametrize("printed", [True, False])
@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("odd", ["3", 3.0, True, [3], b"3", float("nan")], ids=repr)
@pytest.mark.parametrize("address", [TOTAL, "/proactive_disclosure/fees/amount_wan_yuan"])
def test_a_value_that_is_no_number_is_an_error(
    address: str, odd: object, preset: Preset, printed: bool
) -> None:
    report = with_anything(PURE_2021.blank(0), {address: odd})
    result = check(report, preset=preset, printed=printed)
    [misfit] = result.misfits
    assert (misfit.rule_id, misfit.severity, misfit.pointer) == ("JSON-TYPE", "error", address)
    assert type(odd).__name__ in misfit.render()
    assert result.findings[0] == misfit
    assert result.status is Status.FAILED


@pytest.mark.parametrize(
    ("address", "odd"),
    [
        ("/year", "2024"),
        ("/year", True),
        ("/issuer", "青禾县"),
        ("/issuer", Issuer(name=3)),  # type: ignore[arg-type]
        ("/title", 3),
        ("/period", "2023"),
        ("/overview", "有内容。"),
        ("/requests", None),
        ("/requests/received", None),
        ("/requests/received", {"total": 3}),
        ("/requests/received", SimpleNamespace(**asdict(PURE_2021.blank(0).requests.received))),
    ],
)
@pytest.mark.parametrize("printed", [True, False])
def test_so_is_anything_of_another_class(address: str, odd: object, printed: bool) -> None:
    report = with_anything(PURE_2021.blank(0), {address: odd})
    result = check(report, preset="form", printed=printed)
    [misfit] = result.misfits
    assert misfit.pointer.startswith(address)
    assert result.status is Status.FAILED


@pytest.mark.parametrize("printed", [True, False])
def test_so_is_a_unit_that_is_none(printed: bool) -> None:
    address = "/proactive_disclosure/procurement/amount"
    odd: Any = Money(Decimal(0), 5)  # type: ignore[arg-type]
    report = with_anything(EDITION_2019.blank(number=0), {address: odd})
    result = check(report, preset="form", printed=printed)
    assert [one.pointer for one in result.misfits] == [f"{address}/unit"]
    assert result.status is Status.FAILED


@pytest.mark.parametrize("note", ["x", 3, None, CellNote(printed="x", state=[])], ids=repr)  # type: ignore[arg-type]
def test_what_is_no_note_of_a_blank_cell_raises_nothing(note: Any) -> None:
    report = with_anything(PURE_2021.blank(0), {TOTAL: None, "/cell_notes": {TOTAL: note}})
    for preset, blanks in product(PRESETS, get_args(Blanks)):
        result = check(report, preset=preset, blanks=blanks)
        assert result.status is (Status.PASSED_IN_PART if result.misfits == () else Status.FAILED)
        assert all(finding.render() for finding in result.findings)
        assert all(one.render() for one in result.results)
        assert result.coverage.stated == result.coverage.cells - 1


def test_a_blank_report_with_a_misfit_has_failed() -> None:
    result = check(with_anything(PURE_2021.blank(), {TOTAL: "3"}))
    assert result.status is Status.FAILED


def test_a_reading_is_checked_as_its_report_is() -> None:
    report = PURE_2021.blank(0).replace({TOTAL: 1})
    reading = Reading(report=report, provenance={}, unplaced=(), findings=())
    assert check(reading) == check(report)
    assert check(report, previous=reading) == check(report, previous=report)


@pytest.mark.parametrize("thing", ["report.json", {"year": 2023}, None, 3, PURE_2021])
def test_anything_else_is_refused_with_what_to_pass(thing: Any) -> None:
    for arguments in ({}, {"previous": thing}, {"subordinates": [thing]}):
        report = PURE_2021.blank() if arguments else thing
        if arguments == {"previous": None}:
            continue
        with pytest.raises(TypeError, match=r"read\(\) .* loads\(\) .* from_dict\(\)"):
            check(report, **arguments)


def test_a_failure_that_is_explained_does_not_count() -> None:
    result = check(PURE_2021.blank(0).replace({TOTAL: 1} | PROSE))
    fingerprints = [finding.fingerprint for finding in result.findings]
    assert result.status_but_for(fingerprints) is Status.PASSED
    assert result.status_but_for(fingerprints[:1]) is Status.FAILED


def test_a_result_that_is_withheld_leaves_a_part_open() -> None:
    result = check(PURE_2021.blank(0).replace(PROSE))
    failed = check(PURE_2021.blank(), preset="form").results[:1]
    assert evolve(result, withheld=failed).status is Status.PASSED_IN_PART


@pytest.mark.parametrize(
    ("address", "odd"),
    [
        (TOTAL, Decimal("2.5")),
        (TOTAL, Decimal(3)),
        ("/proactive_disclosure/fees/amount_wan_yuan", 3),
        ("/period", Period(start=date(2019, 1, 1), end=date(2019, 12, 31))),  # type: ignore[arg-type]
        ("/overview", (None,)),
        ("/cell_notes", {TOTAL: "dash"}),
    ],
)
@pytest.mark.parametrize("preset", PRESETS)
def test_what_json_refuses_for_its_type_has_not_passed(
    address: str, odd: object, preset: Preset
) -> None:
    report = with_anything(PURE_2021.blank(0).replace(PROSE | {"/year": 2023}), {address: odd})
    assert check(report, preset=preset).status is Status.FAILED
    with pytest.raises(InvalidReportError):
        dumps(report)
    for use in (lambda: compare(report, report), lambda: form_as(report, "text")):
        with pytest.raises(InvalidReportError) as caught:
            use()
        assert caught.value.findings[0].rule_id == "JSON-TYPE"
    assert "misfits at " + address in repr(report)
    assert "JSON-TYPE" not in report._repr_html_()


def test_a_number_of_another_class_is_a_number() -> None:
    class Int64:
        def __index__(self) -> int:
            return 1

    report = with_anything(PURE_2021.blank(0), {TOTAL: Int64()})
    result = check(report, preset="form")
    assert result.misfits == ()
    assert [finding.rule_id for finding in result.findings] == ["STAT-REQ-BALANCE", "STAT-REQ-ROWS"]
