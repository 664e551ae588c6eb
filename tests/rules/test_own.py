"""Rules of one's own: their ids, their words, and what plain functions find."""

from string import Formatter
from typing import Any

import pytest

from govdisclosure.findings import Finding, Severity, Verdict
from govdisclosure.i18n import CHINESE, ENGLISH, MESSAGES, Text
from govdisclosure.model import Period
from govdisclosure.rules import (
    RULES,
    CheckResult,
    Profile,
    Rule,
    Status,
    check,
    load_profile,
    load_suppressions,
    own_finding,
    select,
    suppress,
)
from govdisclosure.rules.engine.expressions import (
    Cells,
    CellsFilled,
    CellValue,
    Compare,
    Constant,
    Equal,
    ForEach,
    Implies,
    Lines,
    PeriodInYear,
    SectionPresent,
    Statement,
)
from tests.support import cases
from tests.support.cases import PURE_2021
from tests.support.rules import GROUP, PENDING, TOTAL, UPHELD, some_rule

WORDS = Text("请说明原因", "say why")
NONE_PENDING = Compare(CellValue(PENDING), "<=", Constant(0))
OWN = some_rule(NONE_PENDING, id="X-QINGHE-PENDING", message=WORDS, severity=Severity.ERROR)
ONE_PENDING = PURE_2021.blank(0).replace({PENDING: 1, TOTAL: 1})


@pytest.mark.parametrize("odd", ["STAT-OWN", "DERV-OWN", "QUAL-REQ-OWN", "X-OWN", "Y-OWN-RULE"])
def test_an_id_that_is_not_written_as_those_of_ones_own_are_is_refused(odd: str) -> None:
    rules = [*RULES, some_rule(NONE_PENDING, id=odd)]
    for use in (lambda: check(ONE_PENDING, rules=rules), lambda: select(rules, "form")):
        with pytest.raises(ValueError, match=f"begins with X and a name.* not {odd}"):
            use()
    with pytest.raises(ValueError, match=f"begins with X and a name.* not {odd}"):
        own_finding(ONE_PENDING, odd, PENDING, WORDS)


def test_a_failure_says_the_words_of_its_rule_and_then_its_numbers() -> None:
    [finding] = check(ONE_PENDING, rules=[*RULES, OWN]).findings
    assert (finding.rule_id, finding.message.key) == (OWN.id, "own_words")
    assert finding.message.render(CHINESE) == "请说明原因（尚未审结 1，应当不大于0，前者多 1）"
    assert finding.message.render(ENGLISH) == (
        "say why (Pending 1; it should be not more than 0; the first is larger by 1)"
    )


USUAL: dict[str, tuple[Statement, dict[str, Any]]] = {
    "sums_differ": (Equal(CellValue(TOTAL), CellValue(UPHELD)), {TOTAL: 1}),
    "out_of_order": (NONE_PENDING, {PENDING: 1}),
    "given_out_of_order": (
        Implies(
            Compare(CellValue(TOTAL), ">", Constant(0)),
            Compare(CellValue(UPHELD), ">", Constant(0)),
        ),
        {TOTAL: 1, UPHELD: 0},
    ),
    "blank_cells": (CellsFilled(Cells(GROUP)), {TOTAL: None}),
    "says_nothing": (SectionPresent("/overview"), {"/overview": ("无",)}),
    "period_of_another_year": (
        PeriodInYear("/period"),
        {"/year": 2020, "/period": Period(start="2023-01-01", end="2023-12-31")},
    ),
}


@pytest.mark.parametrize("own_words", [False, True])
@pytest.mark.parametrize("key", USUAL)
def test_each_statement_has_a_usual_message_and_takes_words_of_its_own(
    key: str, own_words: bool
) -> None:
    holds, changes = USUAL[key]
    report = cases.A.replace(changes)
    rule = some_rule(holds, message=WORDS if own_words else "")
    [result] = [r for r in rule(report) if r.verdict is Verdict.FAIL]
    assert result.message.key == ("own_words" if own_words else key)
    if own_words:
        usual = some_rule(holds)(report)[0].message
        assert result.message.render(CHINESE) == f"请说明原因（{usual.render(CHINESE)}）"
    for language in (CHINESE, ENGLISH):
        assert "{" not in result.message.render(language)


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_a_message_about_what_is_not_known_is_refused_and_any_other_can_be_said(key: str) -> None:
    """Which facts there are is tried: a message that is taken must find all of its own."""
    for holds, changes in USUAL.values():
        try:
            rule = some_rule(holds, message=key)
        except ValueError:
            assert any(name for _, name, *_ in Formatter().parse(MESSAGES[key].zh))
            continue
        failed = [r for r in rule(cases.A.replace(changes)) if r.verdict is Verdict.FAIL]
        assert all(result.message.render(ENGLISH) for result in failed)


def test_a_profile_grades_a_rule_of_ones_own_and_switches_it_off() -> None:
    rules = [*RULES, OWN]
    text = '[rules]\n"X-QINGHE-PENDING" = "info"'
    profile = load_profile(text, rule_ids=[rule.id for rule in rules])
    [finding] = check(ONE_PENDING, rules=rules, profile=profile).findings
    assert finding.severity is Severity.INFO
    off = Profile("", {OWN.id: None})
    assert check(ONE_PENDING, rules=rules, profile=off).findings == ()


def test_what_a_rule_of_ones_own_finds_can_be_explained() -> None:
    rules = (*RULES, OWN)
    [finding] = check(ONE_PENDING, rules=rules).findings
    text = (
        f'[[suppression]]\nrule = "{OWN.id}"\nfingerprint = "{finding.fingerprint}"\n'
        'justification = "审理延期"\nwho = "县政府办"\ndate = 2024-01-20'
    )
    suppressions = load_suppressions(text, rules)
    result = suppress([finding], suppressions, rules)
    assert result.explained == {finding.fingerprint: suppressions[0]}
    assert check(ONE_PENDING, rules=rules).status_but_for(result.explained).is_pass


def added(severity: Severity, **changes: Any) -> tuple[CheckResult, Finding]:
    report = ONE_PENDING.replace(changes)
    finding = own_finding(report, "X-QINGHE-SIGNED", "/other_matters", WORDS, severity)
    return check(report).with_findings([finding]), finding


@pytest.mark.parametrize("severity", Severity)
def test_what_a_function_finds_stands_behind_the_others_and_an_error_fails(
    severity: Severity,
) -> None:
    result, finding = added(severity)
    assert result.findings == (finding,)
    assert finding.render(ENGLISH) == "6. Other matters to be reported: say why"
    is_error = severity is Severity.ERROR
    assert (result.status is Status.FAILED) == is_error
    assert result.status_but_for({finding.fingerprint}).is_pass
    assert result.with_findings([finding]).findings == (finding, finding)


def test_an_error_that_a_function_finds_fails_a_report_without_a_number_too() -> None:
    blank = PURE_2021.blank(None)
    finding = own_finding(blank, "X-QINGHE-BLANK", "", WORDS, Severity.ERROR)
    assert check(blank).status is Status.NOTHING_CHECKED
    assert check(blank).with_findings([finding]).status is Status.FAILED


def test_what_a_function_says_is_no_finding_of_ours() -> None:
    [finding] = check(ONE_PENDING, rules=[*RULES, OWN]).findings
    result = check(ONE_PENDING.replace({TOTAL: 5}))
    with pytest.raises(ValueError, match="not STAT-CASE-TOTALS"):
        check(ONE_PENDING).with_findings([*result.findings, finding])


def test_rules_over_rows_are_taken_as_they_are() -> None:
    rows = ForEach("row", Lines("/requests"), Compare(CellValue("{row}/total"), ">=", Constant(0)))
    rule: Rule = some_rule(rows, id="X-QINGHE-ROWS")
    assert check(ONE_PENDING, rules=[rule]).passed


@pytest.mark.parametrize(
    "pointer", ["", "/issuer/name", "/period/start", "/overview/0", "/extensions/x_a", "/requests"]
)
def test_a_finding_may_be_about_any_place_of_a_report(pointer: str) -> None:
    assert own_finding(ONE_PENDING, "X-QINGHE-SIGNED", pointer, WORDS).pointer == pointer


@pytest.mark.parametrize("pointer", ["/requests/receivd/total", "/titel"])
def test_a_finding_about_no_place_is_refused_with_its_pointer(pointer: str) -> None:
    with pytest.raises(ValueError, match=f"X-QINGHE-SIGNED: there is no {pointer}"):
        own_finding(ONE_PENDING, "X-QINGHE-SIGNED", pointer, WORDS)
