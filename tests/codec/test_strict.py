"""Reading and writing with msgspec, where the extra ``fast`` is installed."""

import json
import subprocess
import sys
from typing import Annotated, Any

import pytest
from attrs import field, frozen

pytest.importorskip("msgspec")

from govdisclosure.codec import _quick, _strict, dumps, loads, to_dict
from govdisclosure.codec._checks import REFUSALS
from govdisclosure.codec._explaining import structure_report
from govdisclosure.codec._problems import data_of
from govdisclosure.codec._shapes import report_shape
from govdisclosure.errors import InvalidReportError
from govdisclosure.form import Count, Label, Row, Table
from govdisclosure.form.law import NOTICE_2021
from govdisclosure.model import (
    EDITION_2021,
    EDITIONS,
    AnyEdition,
    CellNote,
    Edition,
    Issuer,
    Report,
)
from tests.benchmarks.documents import real
from tests.support.forms import Form, every_form


@every_form
def test_a_report_of_any_form_is_read_and_written(form: Form) -> None:
    report = form.report(3)
    shape = report_shape((form.proactive_disclosure, form.requests))
    text = _strict.text_of(report, 2).encode()
    read, hint, colons = _strict.reader(shape)(text)
    assert (read, hint, colons) == (report, None, text.count(b":"))
    assert type(read) is type(report)


@pytest.mark.parametrize(
    ("prose", "quick"),
    [
        (
            "2023年，收到25件，办结21件，结转4件；网站发布信息1208条，公众号发布96条，浏览量103万次。",
            True,
        ),
        ("Between 2023-01-01 and 2023-12-31: 25, 21, 4, 1208, 96, 1030000.", True),
        ("统一社会信用代码11350800004068231T", False),
    ],
)
def test_the_numbers_of_prose_are_no_numbers_out_of_range(prose: str, quick: bool) -> None:
    """As many digits in a row as such a number has are left to the explaining path."""
    report = EDITION_2021.blank().replace({"/overview": (prose,)})
    assert (_quick.accept(dumps(report), EDITIONS) == report) is quick
    assert loads(dumps(report)) == report


def test_data_is_judged_without_being_changed() -> None:
    data = to_dict(real())
    _strict.require_report(data, report_shape())
    assert data == to_dict(real())


@pytest.mark.parametrize(
    "changes",
    [
        {"overview": {"a"}},
        {"overview": ("a",)},
        {"overview": [1]},
        {"overview": ["\u3000"]},
        {"title": "\ud800"},
        {"cell_notes": {"/requests": {"printed": "", "note": None, "state": "dash"}}},
        {"extensions": {"x_a": {1, 2}}},
        {"extensions": {"colour": 1}},
        {"extensions": []},
        {"year": True},
    ],
)
def test_data_is_left_to_the_explaining_path_where_it_is_odd(changes: dict[str, Any]) -> None:
    with pytest.raises(REFUSALS):
        _strict.require_report(to_dict(EDITION_2021.blank()) | changes, report_shape())


@pytest.mark.parametrize(
    "changes",
    [
        {"/issuer": {"name": None}},
        {"/period": {"start": "2023-01-01", "end": "2023-12-31"}},
        {"/overview": ["a"]},
        {"/cell_notes": {"/requests/received/total": {"printed": "", "note": None}}},
        {"/cell_notes": {"/requests/received/total": CellNote(printed="", state="dash")}},  # type: ignore[arg-type]
        {"/proactive_disclosure/fees/amount_wan_yuan": "3"},
        {"/requests/received/total": 2**53},
    ],
)
def test_a_report_is_left_to_the_explaining_path_where_it_is_odd(changes: dict[str, Any]) -> None:
    with pytest.raises(REFUSALS):
        _strict.text_of(EDITION_2021.blank().replace(changes), None)


def test_an_issuer_of_a_derived_class_is_left_to_the_explaining_path() -> None:
    derived: Any = type("Own", (Issuer,), {})(name="甲")
    with pytest.raises(REFUSALS):
        _strict.text_of(EDITION_2021.blank().replace({"/issuer": derived}), None)


@frozen
class Defaults(Row):
    a: Annotated[Count, Label("甲", "A")]
    b: Annotated[Count, Label("乙", "B")] = None


def _double(number: int | None) -> int | None:
    return None if number is None else 2 * number


@frozen
class Doubles(Row):
    a: Annotated[Count, Label("甲", "A")] = field(converter=_double)
    b: Annotated[Count, Label("乙", "B")]


@frozen(init=False)
class OwnInit(Row):
    a: Annotated[Count, Label("甲", "A")]
    b: Annotated[Count, Label("乙", "B")]

    def __init__(self, a: int | None, b: int | None) -> None:
        self.__attrs_init__(99 if a == 3 else a, b)


def edition_with(row: type) -> AnyEdition:
    """An edition both of whose tables have one row, of a class."""
    label = Label("行", "Row")
    tables: list[type] = []
    for name in ("Second", "Third"):
        words = {
            "__annotations__": {"row": Annotated[row, label]},
            "edition": "own",
            "corner": label,
        }
        tables.append(frozen(kw_only=True)(type(name, (Table,), words)))
    generic: Any = Report
    report_type = generic[tuple(tables)]
    return Edition(
        name="own", notice=NOTICE_2021, first_year=2030, last_year=None, report_type=report_type
    )


@pytest.mark.parametrize("row", [Defaults, Doubles, OwnInit])
def test_rows_that_do_more_than_hold_counts_are_read_as_everywhere(row: type) -> None:
    """A key that has a default may lack while another one is too many: their number is right."""
    own = (edition_with(row),)
    data = to_dict(own[0].blank(number=1))
    for document in (data, _with_row(data, {"a": 1, "c": 1}), _with_row(data, {"a": 3, "b": 4})):
        text = json.dumps(document)
        quick = _quick.accept(text, own)
        try:
            expected = structure_report(data_of(text), own)[0]
        except InvalidReportError:
            assert quick is None
        else:
            assert quick in (None, expected)
            assert loads(text, editions=own) == expected


def _with_row(data: dict[str, Any], row: dict[str, int]) -> dict[str, Any]:
    return data | {"requests": {"edition": "own", "row": row}}


THREADS = """
from threading import Barrier, Thread
from govdisclosure.codec import dumps, loads, to_dict
from govdisclosure.codec.validation import validate
from govdisclosure.model import EDITION_2019, EDITION_2021
reports = [e.blank(year=2020, number=1) for e in (EDITION_2019, EDITION_2021)] * 8
start, same = Barrier(16), []
def work(report):
    start.wait()
    text = dumps(report)
    same.append(loads(text) == report and validate(to_dict(report)) == () and dumps(report) == text)
threads = [Thread(target=work, args=(report,)) for report in reports]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert same == [True] * 16, same
"""


@pytest.mark.parametrize("way", ["fast", "core"])
def test_sixteen_threads_may_be_the_first_together(way: str) -> None:
    """msgspec crashes where a thread meets a class that another is still looking at."""
    without = f"import sys; sys.modules[{_quick.STRICT!r}] = None\n" if way == "core" else ""
    for _ in range(3):
        subprocess.run([sys.executable, "-c", without + THREADS], check=True)
