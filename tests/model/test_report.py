import pickle
from decimal import Decimal

import pytest

from govdisclosure.form import Money
from govdisclosure.model import (
    EDITION_2019,
    EDITION_2021,
    CellNote,
    Report,
    edition_2019,
    for_year,
    recognise,
)
from govdisclosure.model.parts import ByApplicant, Cases, Litigation
from tests.support.forms import Form, every_form


def test_subtotals_add_the_rows_that_the_form_leaves_unadded() -> None:
    blank = EDITION_2021.blank(number=0).requests.outcomes
    report = EDITION_2021.blank(number=0).replace(
        {
            "/requests/outcomes/denied/state_secret": ByApplicant(1, 0, 0, 0, 0, 0, 1),
            "/requests/outcomes/denied/administrative_inquiry": ByApplicant(2, 3, 0, 0, 0, 0, 5),
        }
    )
    assert report.requests.outcomes.denied.subtotal == ByApplicant(3, 3, 0, 0, 0, 0, 6)
    assert blank.other.subtotal == ByApplicant(0, 0, 0, 0, 0, 0, 0)


def test_a_subtotal_with_a_blank_in_it_is_not_known() -> None:
    report = EDITION_2019.blank(number=0).replace(
        {"/requests/outcomes/denied/state_secret/natural_person": None}
    )
    subtotal = report.requests.outcomes.denied.subtotal
    assert (subtotal.natural_person, subtotal.total) == (None, 0)


def test_other_outcomes_answer_to_the_same_name_in_both_editions() -> None:
    row = ByApplicant(1, 0, 0, 0, 0, 0, 1)
    old = EDITION_2019.blank(number=0).replace({"/requests/outcomes/other": row})
    new = EDITION_2021.blank(number=0).replace({"/requests/outcomes/other/residual": row})
    assert old.requests.outcomes.other.subtotal == new.requests.outcomes.other.subtotal == row


def test_lawsuits_of_both_kinds_add_up() -> None:
    both = Litigation(direct=Cases(1, 0, 0, 1, 2), after_reconsideration=Cases(0, 2, 0, None, 2))
    assert both.subtotal == Cases(1, 2, 0, None, 4)


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


@pytest.mark.parametrize("address", ["/requests/nothing", "/requests/received/total/more", "x"])
def test_a_pointer_that_leads_nowhere_is_an_error_of_use(address: str) -> None:
    with pytest.raises((KeyError, ValueError), match=r"no '|not a JSON Pointer"):
        EDITION_2021.blank().replace({address: 1})


@pytest.mark.parametrize(
    ("money", "yuan"),
    [
        (Money(Decimal("0.0001"), "万元"), Decimal(1)),
        (Money(Decimal("123456789012345678901234567890.1"), "亿元"), None),
        (Money(None, "元"), None),
    ],
)
def test_yuan_is_exact_or_none(money: Money, yuan: Decimal | None) -> None:
    exact = yuan or (money.value and money.value.as_tuple().digits)
    if yuan is None and money.value is not None:
        assert money.yuan is not None
        assert money.yuan.as_tuple().digits[: len(exact)] == exact  # type: ignore[arg-type]
    else:
        assert money.yuan == yuan


def test_the_prescribed_edition_of_a_year() -> None:
    assert [getattr(for_year(y), "name", None) for y in (2018, 2019, 2020, 2021, 2026)] == [
        None,
        "2019",
        "2019",
        "2021",
        "2021",
    ]


def test_labels_that_both_editions_print_tell_nothing() -> None:
    assert recognise("requests", []) is None


def test_a_hybrid_is_a_report_like_any_other() -> None:
    hybrid = Report.blank(EDITION_2021.proactive_disclosure, edition_2019.Requests, number=0)
    assert (hybrid.proactive_disclosure.edition, hybrid.requests.edition) == ("2021", "2019")
