"""What an interpreter shows of our objects: one line, with what matters, whatever they hold."""

from collections.abc import Iterator
from importlib import import_module
from inspect import isclass
from pathlib import Path

import attrs
import pytest

from govdisclosure import check, compare, diagnose, explain, read
from govdisclosure.analysis import data_dictionary, tidy
from govdisclosure.analysis.comparison import match_rows
from govdisclosure.analysis.metrics import measure_all
from govdisclosure.document.readers import read_document
from govdisclosure.errors import Error
from govdisclosure.files import Loader, ReadFile, Run, inputs, load
from govdisclosure.form import FormLocation, meanings
from govdisclosure.i18n import CHINESE, Message
from govdisclosure.model import EDITION_2019, EDITION_2021, EDITIONS, Unplaced
from govdisclosure.output.comparison import Phrasing
from govdisclosure.output.metrics import MeasuredFiles, measure_file
from govdisclosure.rules import CHANGES, RULES, Profile, fill_totals
from govdisclosure.rules.engine import gather
from tests.house import MODULES, PACKAGE, face
from tests.support.runs import BROKEN, RUNS, diagnosed, file_result, reading

LONGEST = 120
"""Characters of a line."""

SMALL = {
    *("Block", "Cell", "CellNote", "Choice", "Edit", "Entries", "Flat", "Group", "Heading"),
    *(
        "Issuer",
        "Label",
        "Language",
        "Least",
        "Listed",
        "Lost",
        "Merged",
        "Money",
        "Named",
        "Notes",
    ),
    *("Object", "Paragraph", "Part", "Period", "PrintedChecks", "Record", "Row", "Source"),
    *("SourceLocation", "Spelled", "Text", "Writer"),
}
"""Classes that hold little, or what their user gave them, and show all of it."""


def objects() -> Iterator[object]:
    """Objects of every public class, and of what they hold."""
    broken, sound = read(BROKEN), read("docs/examples/xikou-2023.txt")
    result = file_result(broken.report, previous=sound.report)
    document = read_document(Path("docs/examples/xikou-2023.txt").read_bytes())
    diagnosis = diagnose(broken.report, broken)
    comparisons = [
        compare(broken.report, sound.report),
        compare(EDITION_2019.blank(year=2020), EDITION_2021.blank(year=2021, number=1)),
        compare(sound.report, sound.report.replace({"/overview": ("a" * 999,), "/title": "b"})),
    ]
    yield from (*broken.provenance.values(), broken, broken.report, broken.report.requests)
    yield from (document, *document.blocks, *diagnosis.faults[0].repairs[0].changes)
    yield from (diagnosis, diagnosed(reading()), result, Run(files=(result,)), inputs(["docs"]))
    yield from (load(BROKEN), load("none"), *RUNS["none is readable"].files, *RULES, *EDITIONS)
    yield Unplaced(text="x" * 999, where=document.blocks[0].where, section=None, why="front")
    yield from (
        Phrasing(comparisons[0], CHINESE),
        *comparisons,
        EDITION_2021.form,
        *EDITION_2021.form.rows.values(),
    )
    yield from match_rows(EDITION_2019.tables, EDITION_2021.tables).pairs
    yield from (*measure_all(sound.report), *tidy(broken, BROKEN), Profile("p", {"A": None}))
    yield from (
        gather(sound.report, "zero"),
        result.check.results[0],
        result.check.coverage,
        Loader(),
        *CHANGES,
    )
    yield from (
        *meanings.places(),
        *meanings.duties(),
        *meanings.deadlines(),
        *meanings.questions(),
    )
    yield from (*meanings.differences(), *meanings.history(), *meanings.glossary())
    yield fill_totals(sound.report.replace({"/requests/received/total": None}))
    yield MeasuredFiles(files=(measure_file(BROKEN, broken.report),))
    yield ReadFile(file=BROKEN, reading=broken)
    yield from map(explain, ("自然人", "信息处理费", "STAT-REQ-BALANCE"))
    yield from data_dictionary()


def walk(subject: object, depth: int = 3) -> Iterator[object]:
    """An object, and the public ones that it holds."""
    cls: type = type(subject)
    yield subject
    if depth and isinstance(subject, tuple):
        for one in subject[:5]:
            yield from walk(one, depth)
    elif depth and attrs.has(cls):
        for name in (a.name for a in attrs.fields(cls) if a.name[0] != "_"):
            yield from walk(getattr(subject, name), depth - 1)
        for name in ("findings", "operands", "results"):
            yield from walk(getattr(subject, name, ()), depth - 1)


def public_classes() -> set[str]:
    """Those that the faces list, without exceptions and enumerations."""
    faces = [import_module(f"{PACKAGE}.{m}".rstrip(".")) for m in MODULES if face(m) == m]
    listed = [getattr(one, name) for one in faces for name in getattr(one, "__all__", ())]
    return {c.__name__ for c in listed if isclass(c) and attrs.has(c) and c is not Error}


def test_every_public_class_is_shown_in_one_line() -> None:
    seen = [one for subject in objects() for one in walk(subject)]
    lines = {repr(one) for one in seen if type(one).__name__ in public_classes() - SMALL}
    assert {line for line in lines if len(line) > LONGEST or not line.isprintable()} == set()
    names = {base.__name__ for one in seen for base in type(one).__mro__}
    assert public_classes() - SMALL - names == set()


def test_what_matters_is_in_the_line() -> None:
    broken = read(BROKEN)
    result, diagnosis = check(broken.report), diagnose(broken.report)
    [first, *_] = result.findings
    [fault, *_] = diagnosis.faults
    shown = [broken, first, first.operands[0], fault, fault.repairs[0].changes[0], diagnosis]
    assert list(map(repr, [*shown, load("none"), EDITION_2021])) == [
        "<Reading 青禾县溪口镇人民政府 2023 cells=200 unplaced=0 findings=0>",
        "<Finding STAT-REQ-ROWS error /requests/outcomes/granted/total sums_differ 15 against 17>",
        "<Operand left +1 × /requests/outcomes/granted/total 15>",
        "<Fault STAT-REQ-OUTCOMES, STAT-REQ-ROWS unique_if_one_cell findings=2 repairs=1>",
        "<Change /requests/outcomes/granted/natural_person 13 → 11>",
        "<Diagnosis faults=2 blanks=1>",
        "<UnreadFile none <Message no_such_file path>>",
        "<Edition 2021>",
    ]
    counts = "4 fail, 4 not_applicable, 3 not_evaluated"
    assert repr(result) == f"<CheckResult 青禾县溪口镇人民政府 2023 failed 240 pass, {counts}>"


@pytest.mark.parametrize("number", [10**5000, -(10**5000)], ids=["great", "small"])
def test_a_number_of_any_length_is_shown(number: int) -> None:
    """Python itself writes none of more than 4,300 digits."""
    report = EDITION_2021.blank(number=0).replace({"/requests/received/total": number})
    result = check(report)
    assert result.findings
    for subject in (*result.findings, result, *result.findings[0].operands, report.requests):
        assert len(str(subject)) <= LONGEST
        assert len(repr(subject)) <= LONGEST


def test_what_steers_a_terminal_is_spelled_out() -> None:
    hostile = "\x1b[2J\n\u202e" * 99
    location = FormLocation(None, (), None, (hostile,))
    assert repr(location).isprintable()
    assert repr(Message(hostile)).isprintable()
    assert repr(EDITION_2021.blank(issuer=hostile)).isprintable()
