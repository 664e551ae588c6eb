"""Annotations of a GitHub workflow say no more and no less than the findings."""

import re

import pytest

from govdisclosure.files import Run
from govdisclosure.i18n import LANGUAGES, Language
from govdisclosure.output.github import annotation, annotations
from tests.support import cases
from tests.support.runs import BROKEN, RUNS, file_result, findings_of

every_run = pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-z]+=[^,:\r\n]*,?)+)::([^\r\n]*)")


@every_run
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_an_annotation_is_one_line_of_the_documented_form(run: Run, language: Language) -> None:
    for line in annotations(run, language):
        assert COMMAND.fullmatch(line)


@every_run
def test_every_finding_is_annotated_under_its_rule(run: Run) -> None:
    matches = [COMMAND.fullmatch(line) for line in annotations(run)]
    pairs = [(m[1], m[2].rpartition("title=")[2]) for m in matches if m]
    of_rules = [pair for pair in pairs if pair[1].startswith(("STAT", "DERV", "QUAL", "JSON"))]
    commands = {"error": "error", "warning": "warning", "info": "notice"}
    assert of_rules == [(commands[f.severity], f.rule_id) for _, f in findings_of(run)]


def test_annotations_point_at_lines() -> None:
    heads = [line.partition("::三")[0].partition("::四")[0] for line in annotations(RUNS["text"])]
    assert heads[:3] == [
        f"::error file={BROKEN},line=37,title=STAT-REQ-ROWS",
        f"::error file={BROKEN},line=58,title=STAT-REQ-OUTCOMES",
        f"::error file={BROKEN},line=66,title=STAT-CASE-TOTALS",
    ]


def test_what_could_not_be_evaluated_is_one_notice() -> None:
    titles = [line.partition("title=")[2].partition("::")[0] for line in annotations(RUNS["H"])]
    assert titles == ["QUAL-BLANKS", "govdisclosure"]


@pytest.mark.parametrize(
    ("message", "file", "line"),
    [
        ("a\r\nb", "f", "::error file=f,title=govdisclosure::a%0D%0Ab"),
        ("100%: a,b", "f", "::error file=f,title=govdisclosure::100%25: a,b"),
        ("%0A", "f", "::error file=f,title=govdisclosure::%250A"),
        ("::error::", "a:b,c\n%", "::error file=a%3Ab%2Cc%0A%25,title=govdisclosure::::error::"),
        ("", "-", "::error title=govdisclosure::"),
    ],
)
def test_annotations_are_escaped_as_documented(message: str, file: str, line: str) -> None:
    assert annotation("error", message, file=file) == line


def test_a_body_with_a_line_break_in_its_name_cannot_write_a_command_of_its_own() -> None:
    report = cases.A.replace({"/issuer/name": "x\n::error::y"})
    run = Run(files=(file_result(report, "x\n::error::y"),))
    assert all(COMMAND.fullmatch(line) for line in annotations(run))
