"""What both editions share: subtotals that the form leaves unprinted."""

from govdisclosure.model import EDITION_2019, EDITION_2021
from govdisclosure.model.parts import ByApplicant, Cases, Litigation


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
