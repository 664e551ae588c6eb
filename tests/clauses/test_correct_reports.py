"""Correct reports are never accused: some for every run, 5,000 by hand.

``python -m tests.support.accusations 5000``. The simulator counts events and knows no rule.
"""

import subprocess
import sys
from functools import cache

import pytest

from govdisclosure.findings import Severity
from govdisclosure.rules import RULES, check
from tests.support.accusations import MAY_WARN, judge, main
from tests.support.simulation import situation

SOME = range(50)

judge_some = cache(lambda: judge(SOME))
some_situations = cache(lambda: [situation(number) for number in SOME])


def test_the_simulator_knows_no_rule() -> None:
    code = (
        "import sys, tests.support.simulation as simulation; simulation.situation(1);"
        "print([m for m in sys.modules if m.startswith('govdisclosure.rules')])"
    )
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    assert process.stdout == "[]\n"


def test_no_correct_report_is_accused() -> None:
    outcome = judge_some()
    assert outcome.reports > 150
    assert outcome.accusations == ()


def test_the_situations_reach_what_rules_of_logic_would_get_wrong() -> None:
    """Each of these would accuse a correct report, were it graded as it once was."""
    hints = judge_some().hints
    assert {rule for rule in hints if rule.startswith("DERV-")} >= {
        "DERV-DISC-OPENING-STOCK",
        "DERV-DISC-NEWLY-DISCLOSED",
        "DERV-DISC-AMOUNT-HAS-PROJECTS",
        "DERV-DISC-PROJECTS-HAVE-AMOUNT",
    }
    assert hints.keys() >= MAY_WARN


def test_every_rule_passes_somewhere_and_sums_over_years_and_bodies_hold() -> None:
    passed: set[str] = set()
    for one in some_situations():
        checked = check(one.report, previous=one.previous, subordinates=one.subordinates)
        passed |= {result.rule.id for result in checked.results if result.verdict == "pass"}
    assert passed == {rule.id for rule in RULES}


def test_bodies_add_up_to_the_last_cell() -> None:
    for one in some_situations():
        findings = check(one.report, subordinates=one.subordinates, previous=one.previous).findings
        rules = {f.rule_id for f in findings}
        assert not rules & {"QUAL-SUM-OF-BODIES", "QUAL-REQ-CARRY-OVER"}


def test_a_situation_is_always_the_same() -> None:
    assert situation(7) == situation(7) != situation(8)


def test_a_report_with_a_cell_changed_is_accused() -> None:
    """So that silence means something."""
    accused = 0
    for report in (one.report for one in some_situations()):
        cell = "/requests/outcomes/total/natural_person"
        value = report.requests.outcomes.total.natural_person
        changed = report.replace({cell: (value or 0) + 1})
        errors = [f for f in check(changed).findings if f.severity is Severity.ERROR]
        accused += bool(errors)
    assert accused > len(SOME) / 2


@pytest.mark.slow
def test_the_command_prints_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["100"]) == 0
    out = capsys.readouterr().out
    assert "correct reports" in out
    assert "0 accusations" in out
