"""What is quick saves time and changes nothing: neither verdict nor object."""

import json
from collections.abc import Callable, Sequence
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from govdisclosure.codec import _reports as codec
from govdisclosure.codec import dumps, encode, from_dict, loads, to_dict
from govdisclosure.codec._explaining import structure_report
from govdisclosure.codec._problems import data_of
from govdisclosure.codec._quick import accept, accept_data, emit_data, emit_text, is_accepted_data
from govdisclosure.errors import InvalidReportError
from govdisclosure.form import CellState, Money
from govdisclosure.model import EDITION_2021, AnyReport, CellNote
from govdisclosure.testing import reports
from tests.benchmarks.documents import real, sound, sparse
from tests.clauses.test_laws_of_json import shuffled
from tests.support.by_hand import with_anything
from tests.support.calls import calls
from tests.support.forms import EDITIONS_AND_FREEDONIA, Form, every_form
from tests.support.forms import some as shrinking
from tests.support.mutations import mutate
from tests.support.ways import way

__all__ = ["way"]


def some(examples: int) -> settings:
    """As elsewhere, but a failure is told as it was found: to shrink it would take minutes."""
    return settings(shrinking(examples), phases=[Phase.generate])


def explained(text: str | bytes) -> Any:
    """The report, by the explaining path; ``None`` where it refuses."""
    try:
        return structure_report(data_of(text), EDITIONS_AND_FREEDONIA)[0]
    except InvalidReportError:
        return None


def same(one: Any, other: Any, about: object) -> None:
    """Fail if two things differ, without pytest's tale of all that is in a report."""
    if one != other or type(one) is not type(other):
        pytest.fail(f"not the same: {str(about)[:2000]}")


def agree(text: str | bytes) -> bool:
    """Make sure that the quick way says the same or nothing; tell whether it said anything."""
    quick, slow = accept(text, EDITIONS_AND_FREEDONIA), explained(text)
    if quick is not None:
        same(quick, slow, text)
        same(repr(list(quick.cells())), repr(list(slow.cells())), text)
        same(list(quick.cell_notes), list(slow.cell_notes), text)
    return quick is not None


NOTES = '"cell_notes":{%s,%s}'
TOTAL_NOTE = '"/requests/received/total":{"printed":"5：五","note":"a:b","state":"number"}'
CASES_NOTE = (
    '"/review_and_litigation/reconsideration/total":{"printed":"—","note":null,"state":"dash"}'
)


class TestReading:
    """Every text is read alike, whatever is installed."""

    @pytest.mark.slow
    @every_form
    def test_documents_with_something_changed(self, form: Form, way: str) -> None:
        verdicts = {True: 0, False: 0}

        @some(12)
        @given(reports(form.proactive_disclosure, form.requests), st.integers(0, 2**32 - 1))
        def law(report: AnyReport, seed: int) -> None:
            chance = Random(seed)
            data = to_dict(report.replace({"/extensions": {}}))
            for document in (data, *(mutate(chance, data) for _ in range(12))):
                text = json.dumps(shuffled(chance, document), ensure_ascii=chance.random() < 0.3)
                verdicts[agree(text)] += 1
                quick = accept_data(document, None, EDITIONS_AND_FREEDONIA)
                accepted = is_accepted_data(document, EDITIONS_AND_FREEDONIA)
                same(accepted, quick is not None, text)
                same(quick or explained(text), explained(text), text)

        law()
        assert min(verdicts.values()) > 12

    @pytest.mark.slow
    @every_form
    def test_texts_with_something_changed(self, form: Form, way: str) -> None:
        chance = Random(7)
        raw = dumps(form.report(3), indent=None).encode()
        for _ in range(150):
            at = chance.randrange(len(raw))
            other = chance.choice(b'0123456789{}[]",:\\eE.-+ \xff\xe4nu')
            agree(raw[:at] + bytes([other]) + raw[at + 1 :])
            agree(raw[:at] + bytes([other]) + raw[at:])
            agree(raw[:at] + raw[at + 1 :])

    @pytest.mark.parametrize("make", [sound, real, sparse])
    def test_a_report_as_published_is_read_and_written_quickly(
        self, make: Callable[[], AnyReport], way: str
    ) -> None:
        """Blanks, notes and extensions are what published reports have."""
        report = make()
        assert agree(dumps(report))
        assert emit_data(report) == codec._to_data(report)
        for indent in (None, 2):
            assert emit_text(report, indent) == encode(codec._to_data(report), indent)

    def test_a_report_in_its_usual_form_is_read_quickly(self, way: str) -> None:
        note = CellNote(printed="5：五", note="a:b", state=CellState.NUMBER)
        report = EDITION_2021.blank(issuer="甲:乙", year=2023).replace(
            {"/overview": ("一：二", "c:d"), "/cell_notes": {"/requests/received/total": note}}
        )
        for text in (dumps(report), dumps(report, indent=None), dumps(report).encode()):
            assert agree(text)
            assert agree(json.dumps(json.loads(text) | {"$schema": "file:report"}))

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('"year":2023', '"year":2023,"year":2023'),
            ('"year":2023', '"year":2022,"year":2023'),
            ('"year":2023', '"year":2023,"colour":1'),
            ('"title":null', '"tilte":null'),
            ('"title":null', '"preamble":null'),
            ('"title":"a"', '"title":"\\u003a","title":"a"'),
            ('"title":"a"', '"title":"a","title":"\\u003a"'),
            ('"title":"a"', '"title":"a","title":"\\u003A"'),
            ('"title":"a"', '"title":"a:","title":"a"'),
            ('"title":"a"', '"title":"a","titl\\u0065":"b"'),
            ('"edition":"2021"', '"edition":"2021","edition":"2021"'),
            ('"edition":"2021"', '"edition":"2019","edition":"2021"'),
            ('"edition":"2021"', '"edition":2021'),
            ('"total":0', '"total":0,"total":0'),
            ('"total":0', '"total":-0'),
            ('"total":0', '"total":0.0'),
            ('"total":0', '"total":0e5'),
            ('"total":0', '"total":true'),
            ('"total":0', '"total":1e-999'),
            ('"total":0', '"total":0.99999999999999999999'),
            ('"total":0', '"total":9007199254740991'),
            ('"total":0', '"total":-9007199254740991'),
            ('"total":0', '"total":9007199254740992'),
            ('"total":0', '"total":-9007199254740992'),
            ('"total":0', f'"total":{10**18}'),
            ('"total":0', f'"total":{2**63}'),
            ('"total":0', f'"total":{2**64}'),
            ('"total":0', f'"total":{"9" * 5000}'),
            ('"total":0', '"total":NaN'),
            ('"total":0', '"total":"0"'),
            ('"total":0', '"total":00'),
            ('"total":0', '"total":+0'),
            ('"amount_wan_yuan":"0"', '"amount_wan_yuan":"1e2"'),
            ('"amount_wan_yuan":"0"', '"amount_wan_yuan":0'),
            ('"amount_wan_yuan":"0"', '"amount_wan_yuan":" 1"'),
            ('"amount_wan_yuan":"0"', '"amount_wan_yuan":"10.40"'),
            ('"title":"a"', '"title":"\\ud800"'),
            ('"title":"a"', '"title":"\\udc00"'),
            ('"title":"a"', '"title":"\\ud83d\\ude00"'),
            ('"title":"a"', '"title":"\\ude00\\ud83d"'),
            ('"title":"a"', '"title":"\\u0000"'),
            ('"title":"a"', '"title":"\t"'),
            ('"title":"a"', '"title":"\u3000"'),
            ('"title":"a"', '"title":"\\\\u003a"'),
            ('"title":"a"', '"title":"' + "[" * 5000 + '"'),
            ('"title":"a"', '"title":' + "[" * 5000 + "]" * 5000),
            ('"year":2023', '"year":2023,"a":' + "[" * 9000 + "]" * 9000),
            ('"extensions":{}', '"extensions":{"x_a":{"b":1,"b":1}}'),
            ('"extensions":{}', '"extensions":{"x_a":1,"x_a":1}'),
            ('"extensions":{}', '"extensions":{"x_a":"b:c","x_d":["e:f",{"g:":null}]}'),
            ('"extensions":{}', '"extensions":{"x_a":[{"b":1},{"b":2,"b":2}]}'),
            ('"extensions":{}', '"extensions":{"x_a":1.5,"x_b":true}'),
            ('"extensions":{}', '"extensions":{"x_a":1.0}'),
            ('"extensions":{}', '"extensions":{"x_a":0.99999999999999999999}'),
            ('"extensions":{}', '"extensions":{"x_a":1e22}'),
            ('"extensions":{}', '"extensions":{"x_a":1e-7}'),
            ('"extensions":{}', '"extensions":{"x_a":1e999}'),
            ('"extensions":{}', '"extensions":{"x_a":1e-999}'),
            ('"extensions":{}', '"extensions":{"x_a":9007199254740992}'),
            ('"extensions":{}', '"extensions":{"x_a":123456789012345678901234567890}'),
            ('"extensions":{}', '"extensions":{"x_a":"\\ud800"}'),
            ('"extensions":{}', '"extensions":{"x_a":{"\\ud800":1}}'),
            ('"extensions":{}', '"extensions":{"X":1}'),
            ('"extensions":{}', '"extensions":{"x_a":' + "[" * 62 + "]" * 62 + "}"),
            ('"extensions":{}', '"extensions":{"x_a":' + "[" * 63 + "]" * 63 + "}"),
            ('"extensions":{}', '"extensions":{},"extensions":{}'),
            ('"extensions":{}', '"extensions":{"x_a":1},"extensions":{}'),
            ('"extensions":{}', '"extensions":[]'),
            ('"cell_notes":{}', '"cell_notes":[]'),
            ('"cell_notes":{}', '"cell_notes":{"/requests":{}}'),
            ('"cell_notes":{}', NOTES % (TOTAL_NOTE, CASES_NOTE)),
            ('"cell_notes":{}', NOTES % (CASES_NOTE, TOTAL_NOTE)),
            ('"cell_notes":{}', NOTES % (TOTAL_NOTE, TOTAL_NOTE)),
            ('"cell_notes":{}', NOTES % (TOTAL_NOTE, CASES_NOTE.replace("total", "totel"))),
            ('"cell_notes":{}', NOTES % (TOTAL_NOTE, CASES_NOTE.replace('"note":null,', ""))),
            ('"cell_notes":{}', NOTES % (TOTAL_NOTE, CASES_NOTE.replace("note", "nota"))),
            ('"cell_notes":{}', NOTES % (TOTAL_NOTE, CASES_NOTE.replace("null", '" "'))),
            ('"cell_notes":{}', NOTES % (TOTAL_NOTE, CASES_NOTE.replace("dash", "line"))),
            ('"cell_notes":{}', NOTES % (TOTAL_NOTE, CASES_NOTE.replace("—", "\\ud800"))),
            ('"period":null', '"period":{"start":"2023-01-01","end":"2023-12-31"}'),
            ('"period":null', '"period":{"start":"2023-01-01"}'),
            ('"overview":null', '"overview":["a",null]'),
            ('"overview":null', '"overview":["a","b:c"]'),
            ("{", "\ufeff{"),
            ("{", " \n{"),
            ("{", "\x0b{"),
            ("}\n", "}\n\n"),
            ("}\n", "}\x00"),
            ("}\n", "}}"),
            ("}\n", ",}"),
        ],
    )
    def test_texts_that_try_to_deceive(self, old: str, new: str, way: str) -> None:
        report = EDITION_2021.blank(year=2023, number=0).replace({"/title": "a"})
        for one in (report, report.replace({"/title": None})):
            text = dumps(one, indent=None)
            agree(text.replace(old, new, 1))
            agree(text.replace(old, new, 1).encode())

    def test_data_whose_keys_are_of_a_class_derived_from_str(self) -> None:
        word = type("Word", (str,), {})
        data = {word(key): value for key, value in to_dict(EDITION_2021.blank()).items()}
        assert from_dict(data) == EDITION_2021.blank()

    def test_an_edition_is_named_even_where_there_is_only_one(self, way: str) -> None:
        only = (EDITION_2021,)
        text = dumps(EDITION_2021.blank(number=0), indent=None)
        assert accept(text, only) == EDITION_2021.blank(number=0)
        assert accept(text.replace('"edition":"2021"', '"colour":1', 1), only) is None

    @pytest.mark.parametrize("text", ["\ud800", '{"a":"\ud800"}', "", b"", b"\xff", 3, None])
    def test_rubbish_gets_no_answer(self, text: Any, way: str) -> None:
        assert accept(text, EDITIONS_AND_FREEDONIA) is None


WRONG: Sequence[Any] = (
    None,
    True,
    -1,
    3,
    1.0,
    "3",
    "",
    "\ud800",
    2**53,
    10**400,
    Decimal(3),
    Decimal("1.50"),
    Decimal("NaN"),
    Decimal("-Infinity"),
    Decimal("1E+999999999"),
    Decimal("1E-120"),
    Decimal("-0.0"),
    (),
    ("a",),
    ["a"],
    {},
    {"x_a": [1, 2.5]},
    {"/requests/received/total": CellNote(printed="—", state=CellState.DASH)},
    {"/requests/received/total": CellNote(printed="—", state=CellState.ABSENT)},
    {"/requests": CellNote(printed="")},
    Money(Decimal("10.4"), "万元"),
    EDITION_2021.blank().review_and_litigation,
)


def built_by_hand(chance: Random, report: AnyReport) -> AnyReport:
    """A copy with anything at all in one or two places."""
    addresses = [pointer for pointer, _ in report.cells()]
    addresses += [f"/{name}" for name in to_dict(report)]
    addresses = chance.sample(addresses, chance.choice((1, 1, 2, 5)))
    # Sections last: a cell has no place any more once its table is something else.
    addresses.sort(key=lambda address: -address.count("/"))
    changes = {address: chance.choice(WRONG) for address in addresses}
    for mapping in changes.keys() & {"/cell_notes", "/extensions"}:
        changes[mapping] = chance.choice([wrong for wrong in WRONG if isinstance(wrong, dict)])
    return with_anything(report, changes)


@pytest.mark.slow
@every_form
def test_reports_are_written_alike(form: Form, way: str) -> None:
    quickly = 0

    @some(15)
    @given(reports(form.proactive_disclosure, form.requests), st.integers(0, 2**32 - 1))
    def law(report: AnyReport, seed: int) -> None:
        nonlocal quickly
        chance = Random(seed)
        for one in (report, *(built_by_hand(chance, report) for _ in range(8))):
            data = emit_data(one)
            try:
                expected = codec._to_data(one)
            except InvalidReportError:
                assert data is None
                assert emit_text(one, 2) is None
                continue
            same(str(data), str(expected), one) if data is not None else None
            for indent in (None, 0, 2, 3):
                separators = (",", ":") if indent is None else None
                text = json.dumps(
                    expected, ensure_ascii=False, indent=indent, separators=separators
                )
                same(emit_text(one, indent) or text + "\n", text + "\n", one)
                same(dumps(one, indent=indent), text + "\n", one)
            quickly += data is not None

    law()
    assert quickly > 15


def test_what_is_written_shares_nothing_with_the_report() -> None:
    report = EDITION_2021.blank().replace({"/extensions": {"x_a": {"b": [1]}}})
    data = emit_data(report)
    assert data is not None
    data["extensions"]["x_a"]["b"].append(2)
    assert report.extensions == {"x_a": {"b": [1]}}


def test_nothing_is_called_for_every_cell(way: str) -> None:
    """A report has 200 cells in 40 objects; a call a cell would show here at once."""
    report = EDITION_2021.blank(issuer="青禾县", year=2023, number=0)
    text = dumps(report)
    assert calls(lambda: loads(text)) < 130
    assert calls(lambda: dumps(report, indent=None)) < 260
