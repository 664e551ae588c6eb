"""What follows from what: consequences name their causes and stand behind them."""

from govdisclosure.rules import check
from tests.support.cases import MINIMAL, MINIMAL_CASES, PURE_2021, case


def test_a_wrong_total_column_follows_from_the_wrong_column() -> None:
    natural, suit, total = check(case(PURE_2021, MINIMAL, MINIMAL_CASES)).findings
    assert natural.pointer == "/requests/outcomes/total/natural_person"
    assert total.pointer == "/requests/outcomes/total/total"
    assert (natural.caused_by, suit.caused_by) == ((), ())
    assert total.caused_by == (natural.fingerprint,)


def test_it_is_a_root_of_its_own_where_a_row_does_not_add_up() -> None:
    report = case(PURE_2021, MINIMAL, MINIMAL_CASES)
    broken = report.replace({"/requests/outcomes/total/total": 161})
    findings = check(broken).findings
    total = [f for f in findings if f.pointer == "/requests/outcomes/total/total"]
    assert {f.caused_by for f in total} == {()}


def test_it_is_a_root_of_its_own_where_the_differences_do_not_add_up() -> None:
    report = PURE_2021.blank(0).replace(
        {
            "/requests/received/natural_person": 2,
            "/requests/received/total": 2,
            "/requests/carried_out/total": 1,
            "/requests/carried_out/commercial_enterprise": 1,
        }
    )
    findings = {f.pointer: f for f in check(report).findings}
    consequence = findings["/requests/received/total"]
    assert set(consequence.caused_by) == {
        findings["/requests/received/natural_person"].fingerprint,
        findings["/requests/received/commercial_enterprise"].fingerprint,
    }
