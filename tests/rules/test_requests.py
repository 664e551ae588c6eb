"""Table 3: the printed balance, totals, and nothing below zero."""

from decimal import Decimal

import pytest

from govdisclosure.findings import Operand, Verdict
from govdisclosure.form import CellState
from govdisclosure.i18n import ENGLISH
from govdisclosure.model import AnyReport, CellNote
from govdisclosure.rules import Result, Rule
from govdisclosure.rules.engine import Blanks
from govdisclosure.rules.requests import (
    outcomes_add_up,
    request_balance,
    request_rows_add_up,
    requests_non_negative,
)
from tests.support.by_hand import with_anything
from tests.support.cases import (
    APPLICANTS,
    FORMS,
    HYBRID,
    MINIMAL,
    PURE_2019,
    PURE_2021,
    Forms,
    case,
)

N, C, T, F = (
    f"/requests/{row}/natural_person"
    for row in ("received", "carried_in", "outcomes/total", "carried_out")
)


def at(rule: Rule, report: AnyReport, pointer: str, blanks: Blanks = "unknown") -> Result:
    """The result of a rule whose primary cell is at a pointer."""
    [result] = [r for r in rule(report, blanks) if r.pointer == pointer]
    return result


def balance(received: int, carried_in: int, outcomes: int, carried_out: int) -> Result:
    numbers = {N: received, C: carried_in, T: outcomes, F: carried_out}
    return at(request_balance, PURE_2021.blank(0).replace(numbers), N)


@pytest.mark.parametrize("forms", FORMS, ids=str)
def test_the_balance_is_checked_in_every_column(forms: Forms) -> None:
    primary = [result.pointer for result in request_balance(forms.blank(0))]
    assert primary == [f"/requests/received/{applicant}" for applicant in APPLICANTS]


@pytest.mark.parametrize("forms", FORMS, ids=str)
def test_outcomes_are_added_up_in_every_column(forms: Forms) -> None:
    details = {PURE_2019.requests.name: 19, PURE_2021.requests.name: 21}[forms.requests.name]
    sizes = [len(result.check.right.terms) for result in outcomes_add_up(forms.blank(0))]
    assert sizes == [details] * 7


@pytest.mark.parametrize(("forms", "rows"), [(PURE_2019, 23), (PURE_2021, 25), (HYBRID, 23)])
def test_every_row_is_added_up(forms: Forms, rows: int) -> None:
    assert len(request_rows_add_up(forms.blank(0))) == rows


@pytest.mark.parametrize("forms", FORMS, ids=str)
def test_no_cell_of_the_table_escapes_the_sign_rule(forms: Forms) -> None:
    report = forms.blank(0)
    cells = [p for p, _ in report.cells() if p.startswith("/requests/")]
    assert [result.pointer for result in requests_non_negative(report)] == cells


def test_twenty_and_thirty_are_twenty_five_and_twenty_five() -> None:
    result = balance(20, 30, 25, 25)
    assert (result.verdict, result.left, result.right) == (Verdict.PASS, 50, 50)


def test_twenty_and_twenty_are_not_ten_and_ten() -> None:
    result = balance(20, 20, 10, 10)
    assert (result.verdict, result.difference) == (Verdict.FAIL, 20)


def test_a_failed_balance_names_its_four_cells() -> None:
    finding = balance(60, 0, 61, 0).finding()
    form = PURE_2021.blank().form
    assert finding.operands == (
        Operand(N, form.location(N), "left", 1, 60),
        Operand(C, form.location(C), "left", 1, 0),
        Operand(T, form.location(T), "right", 1, 61),
        Operand(F, form.location(F), "right", 1, 0),
    )
    assert (finding.left, finding.right, finding.difference) == (60, 61, -1)


def test_a_failed_balance_reads_as_the_printed_sentence() -> None:
    finding = balance(60, 0, 61, 0).finding()
    assert finding.render() == (
        "三、收到和处理政府信息公开申请情况：“自然人”列："
        "一、本年新收政府信息公开申请数量 60＋二、上年结转政府信息公开申请数量 0＝60；"
        "三、本年度办理结果／（七）总计 61＋四、结转下年度继续办理 0＝61；"
        "两者应当相等，后者多 1"
    )
    assert finding.render(ENGLISH) == (
        '3. Requests received and handled: column "Natural persons": '
        "1. New requests received this year 60 + 2. Requests carried in from last year 0"
        " = 60; 3. Outcomes of this year / (7) Total 61 + 4. Carried out to next year 0"
        " = 61; the two should be equal, the second is larger by 1"
    )


def test_a_failed_sum_of_outcomes_spells_what_is_not_zero() -> None:
    report = PURE_2021.blank(0).replace(
        {
            "/requests/outcomes/granted/natural_person": 50,
            "/requests/outcomes/partially_granted/natural_person": 20,
            "/requests/outcomes/denied/state_secret/natural_person": 1,
            "/requests/outcomes/other/residual/natural_person": 22,
            T: 95,
        }
    )
    finding = at(outcomes_add_up, report, T).finding()
    assert finding.message.render() == (
        "（七）总计 95；各项之和 93（（一）予以公开 50＋（二）部分公开 20＋1.属于国家秘密 1＋"
        "（六）其他处理／3.其他 22，其余为 0）；两者应当相等，前者多 2"
    )
    assert finding.message.render(ENGLISH) == (
        "(7) Total 95; the items add up to 93 ((1) Disclosed 50 + (2) Partially disclosed 20"
        " + 1. State secret 1 + (6) Other handling / 3. Other 22; the rest are 0);"
        " the two should be equal, the first is larger by 2"
    )


def test_a_failed_row_says_which_blanks_were_read_as_zero() -> None:
    report = PURE_2021.blank().replace(
        {"/requests/received/total": 9, "/requests/received/other_organization": 8}
    )
    finding = at(request_rows_add_up, report, "/requests/received/total", "zero").finding()
    assert finding.message.render() == (
        "总计 9；各项之和 8（法人或其他组织／其他 8，其余为 0 或空白）；两者应当相等，前者多 1"
    )
    assert [operand.blank for operand in finding.operands] == [False, *[True] * 5, False]


def test_a_row_of_zeros_with_a_total_says_so() -> None:
    report = PURE_2021.blank(0).replace({"/requests/received/total": 9})
    finding = at(request_rows_add_up, report, "/requests/received/total").finding()
    assert finding.message.render() == ("总计 9；各项之和 0（各项都是 0）；两者应当相等，前者多 9")


@pytest.mark.parametrize("cell", [N, C, T, F])
def test_a_blank_leaves_the_balance_not_evaluated(cell: str) -> None:
    result = at(request_balance, PURE_2021.blank(0).replace({cell: None}), N)
    assert (result.verdict, result.missing) == (Verdict.NOT_EVALUATED, (cell,))
    assert (result.left, result.right, result.difference) == (None, None, None)


def test_a_blank_part_counts_as_zero_if_asked() -> None:
    report = PURE_2021.blank(0).replace({C: None, N: 1, F: 1})
    assert at(request_balance, report, N, "zero").verdict is Verdict.PASS


def test_a_blank_that_counted_as_zero_is_said_in_a_failure() -> None:
    report = PURE_2021.blank(0).replace({C: None, N: 1})
    result = at(request_balance, report, N, "zero")
    assert "二、上年结转政府信息公开申请数量 0（空白，按 0 计）＝1" in result.render()
    assert "from last year 0 (blank, read as 0) = 1" in result.render(ENGLISH)


def test_a_blank_total_is_not_evaluated_under_either_policy() -> None:
    report = PURE_2021.blank(0).replace({T: None})
    for blanks in ("unknown", "zero"):
        result = at(outcomes_add_up, report, T, blanks)
        assert (result.verdict, result.missing) == (Verdict.NOT_EVALUATED, (T,))


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        (CellState.BLANK, Verdict.PASS),
        (CellState.DASH, Verdict.PASS),
        (CellState.SLASH, Verdict.PASS),
        (CellState.NONE_WORD, Verdict.PASS),
        (CellState.NOT_APPLICABLE, Verdict.PASS),
        (CellState.UNREADABLE, Verdict.NOT_EVALUATED),
        (CellState.ABSENT, Verdict.NOT_EVALUATED),
    ],
)
def test_what_could_not_be_read_is_never_zero(state: CellState, verdict: Verdict) -> None:
    notes = {C: CellNote(printed="?", state=state)}
    report = PURE_2021.blank(0).replace({C: None, "/cell_notes": notes})
    assert at(request_balance, report, N, "zero").verdict is verdict


def test_a_row_of_nothing_but_blanks_is_not_evaluated() -> None:
    for result in requests_non_negative(PURE_2021.blank(), "zero"):
        assert (result.verdict, result.missing) == (Verdict.NOT_EVALUATED, (result.pointer,))


def test_many_missing_cells_are_counted() -> None:
    result = at(outcomes_add_up, PURE_2021.blank(), T)
    assert len(result.missing) == 22
    assert result.render() == (
        "三、收到和处理政府信息公开申请情况：“自然人”列："
        "（七）总计、（一）予以公开、（二）部分公开等 22 格没有数字，无法核对"
    )
    assert result.render(ENGLISH) == (
        '3. Requests received and handled: column "Natural persons": cannot be checked,'
        " no number in: (7) Total, (1) Disclosed, (2) Partially disclosed and 19 more"
    )


def test_a_negative_count_is_told_at_its_cell() -> None:
    report = PURE_2021.blank(0).replace({N: -1})
    assert at(requests_non_negative, report, N).finding().render() == (
        "三、收到和处理政府信息公开申请情况：“一、本年新收政府信息公开申请数量”行“自然人”列："
        "填的是 -1，这一格不应是负数"
    )


def test_negatives_that_cancel_are_found_by_sign() -> None:
    report = PURE_2021.blank(0).replace(
        {
            "/requests/outcomes/granted/natural_person": -2,
            "/requests/outcomes/partially_granted/natural_person": 2,
        }
    )
    assert at(outcomes_add_up, report, T).verdict is Verdict.PASS
    failed = [r.pointer for r in requests_non_negative(report) if r.verdict is Verdict.FAIL]
    assert failed == ["/requests/outcomes/granted/natural_person"]


@pytest.mark.parametrize("odd", ["3", 3.0, True, Decimal("NaN"), [3]])
def test_what_is_no_number_is_neither_a_number_nor_a_blank(odd: object) -> None:
    report = with_anything(PURE_2021.blank(0), {C: odd})
    for blanks in ("unknown", "zero"):
        result = at(request_balance, report, N, blanks)
        assert (result.verdict, result.missing) == (Verdict.NOT_EVALUATED, (C,))


def test_a_row_that_is_not_there_has_no_numbers() -> None:
    report = with_anything(PURE_2021.blank(0), {"/requests/carried_in": None})
    for blanks in ("unknown", "zero"):
        result = at(request_balance, report, N, blanks)
        assert (result.verdict, result.missing) == (Verdict.NOT_EVALUATED, (C,))


@pytest.mark.parametrize("forms", FORMS, ids=str)
def test_editions_do_not_leak(forms: Forms) -> None:
    """A rule asked about one form, then another, sums the rows of the one it is given."""
    for other in FORMS:
        request_balance(other.blank())
        outcomes_add_up(other.blank())
    report = case(forms, MINIMAL)
    assert {(r.pointer, r.left, r.right) for r in outcomes_add_up(report) if r.difference} == {
        (T, 95, 93),
        ("/requests/outcomes/total/total", 160, 158),
    }
