"""The laws that bind classes, JSON text, loader and schema to each other."""

import json
import pickle
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.codec import (
    dumps,
    from_data,
    load_preserving,
    loads,
    make_converter,
    to_data,
)
from govdisclosure.findings import Severity
from govdisclosure.json_problems import InvalidReport
from govdisclosure.model.report import AnyReport
from govdisclosure.schema import json_schema
from govdisclosure.testing import reports
from tests.forms import EDITIONS_AND_FREEDONIA, FORMS, Form, every_form, judge, some

LARGEST = 2**53 - 1
HYBRIDS = [form for form in FORMS if "with" in form.name]

VALUES: Sequence[Any] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    3.0,
    -0.0,
    1.5,
    1e2,
    1e300,
    float("inf"),
    2007,
    2008,
    2999,
    3000,
    2020.0,
    LARGEST,
    -LARGEST,
    LARGEST + 1,
    -LARGEST - 1,
    float(LARGEST + 1),
    10**400,
    "",
    " ",
    "\u3000",
    "\u00a0",
    "\u200b",
    "\u200c",
    "\ufeff",
    "\x85",
    "\x1c",
    "\u2028",
    "\u180e",
    "字",
    " 字 ",
    "\n",
    "3",
    "-3",
    "-0",
    "00",
    "01",
    "0.50",
    "1.",
    ".5",
    "1e2",
    "+1",
    "１",
    "1\n",
    "1.5\n",
    "1\r",
    " 1",
    "1,0",
    "9" * 40,
    "9" * 41,
    "-" + "9" * 40,
    "0." + "1" * 38,
    "0." + "1" * 39,
    "2020-01-01",
    "2020-01-01\n",
    "2020-02-31",
    "2020-13-01",
    "2020-00-10",
    "2020-1-1",
    "２０２０-01-01",
    "20200-01-01",
    "元",
    "万元",
    "亿元",
    "元\n",
    "百万元",
    "2019",
    "2021",
    "2021\n",
    "Freedonia",
    "1.0.0",
    "1.0.0\n",
    "1.0",
    "number",
    "blank",
    "dash",
    "absent",
    "dash\n",
    "null",
    [],
    {},
    [None],
    [""],
    ["a"],
    ["a", "\u3000"],
    [["a"]],
    [1],
    {"edition": "2021"},
    {"edition": "2019"},
    {"start": "2020-01-01", "end": "2020-12-31"},
    {"start": "2020-01-01"},
    {"name": None},
    {"value": "1.0", "unit": None},
    {"value": None, "unit": "元"},
    {"value": 1, "unit": "元"},
    {"printed": "", "note": None, "state": "dash"},
    {"printed": "", "state": "dash"},
    {"x_a": [1, {"b": None}]},
    {"x_a": [2.5, {"b": 1e300}]},
    {"org.example": "\n"},
    {"x_a\n": 1},
    {"x_": 1},
)
KEYS = (
    "",
    "x",
    "edition",
    "$schema",
    "total",
    "title",
    "note",
    "x_a",
    "x_A",
    "x_a\n",
    "x_",
    "org.example",
    "org.example\n",
    ".a",
    "a.",
    "é.a",
    "/requests/received/total",
    "/requests/received",
    "/requests",
    "/requests/outcomes/other/total",
    "/requests/outcomes/other/residual/total",
    "/requests/received/nobles",
    "/requests/outcomes/refused/secret/of_state/total",
    "/proactive_disclosure/fees/amount_wan_yuan",
    "/proactive_disclosure/procurement/amount",
    "/proactive_disclosure/procurement/amount/value",
    "/review_and_litigation/litigation/direct/total",
    "/review_and_litigation/litigation/direct",
)


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands in a document."""
    inside = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in inside:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


def pick(chance: Random, data: Any) -> tuple[Any, ...]:
    """Any place; those outside the tables, which are few, as often as those inside."""
    known = list(places(data))
    others = [p for p in known if len(p) == 1 or p[0] not in ("requests", "proactive_disclosure")]
    return chance.choice(others if chance.random() < 0.6 else known)


def inside(data: Any, path: Sequence[Any]) -> Any:
    for token in path:
        data = data[token]
    return data


def copied(data: Any) -> Any:
    return pickle.loads(pickle.dumps(data))  # several times faster than copy.deepcopy


def like(chance: Random, value: Any) -> Any:
    """Something of the same type, so that it may well be valid."""
    same = [v for v in VALUES if type(v) is type(value)]
    return chance.choice([None, *same])


def mutated(chance: Random, data: Any) -> Any:
    """A copy of a document with something changed, removed, added or moved in it."""
    made = copied(data)
    for _ in range(chance.choice((1, 1, 1, 1, 2))):
        *above, last = pick(chance, made)
        holder = inside(made, above)
        act = chance.random()
        if act < 0.3:
            holder[last] = copied(like(chance, holder[last]))
        elif act < 0.6:
            holder[last] = copied(chance.choice(VALUES))
        elif act < 0.7:
            holder[last] = copied(inside(made, pick(chance, made)))
        elif act < 0.8:
            del holder[last]
        else:
            target = holder[last] if isinstance(holder[last], dict) else made
            key = chance.choice(KEYS)
            target[key] = copied(chance.choice((*VALUES[:9], *VALUES[-16:])))
    return made


def accepted(read: Callable[[], object]) -> bool:
    try:
        read()
    except InvalidReport as refusal:
        return not (refusal.findings and str(refusal))
    return True


def any_report(form: Form) -> st.SearchStrategy[AnyReport]:
    return reports(form.proactive_disclosure, form.requests)


@every_form
class TestRoundTrip:
    """``loads(dumps(r)) == r`` and ``dumps(loads(s)) == s`` for every canonical ``s``."""

    def test_a_report_comes_back_from_its_text(self, form: Form) -> None:
        @some(60)
        @given(any_report(form))
        def law(report: AnyReport) -> None:
            for indent in (2, None):
                text = dumps(report, indent=indent)
                back = loads(text, editions=EDITIONS_AND_FREEDONIA)
                assert back == report
                assert dumps(back, indent=indent) == text
                assert loads(text.encode(), editions=EDITIONS_AND_FREEDONIA) == report

        law()

    def test_numbers_come_back_with_their_scale_and_their_sign(self, form: Form) -> None:
        @some(30)
        @given(any_report(form))
        def law(report: AnyReport) -> None:
            back = loads(dumps(report), editions=EDITIONS_AND_FREEDONIA)
            assert list(map(repr, back.cells())) == list(map(repr, report.cells()))

        law()

    def test_data_written_by_any_json_writer_is_the_same_report(self, form: Form) -> None:
        @some(30)
        @given(any_report(form), st.randoms(use_true_random=False))
        def law(report: AnyReport, chance: Random) -> None:
            data = shuffled(chance, to_data(report))
            text = json.dumps(data, ensure_ascii=True)
            assert loads(text, editions=EDITIONS_AND_FREEDONIA) == report

        law()


def shuffled(chance: Random, data: Any) -> Any:
    """The same data with its keys in another order."""
    if isinstance(data, list):
        return [shuffled(chance, v) for v in data]
    if isinstance(data, dict):
        keys = chance.sample(list(data), len(data))
        return {k: shuffled(chance, data[k]) for k in keys}
    return data


by_schema = judge(json_schema(editions=EDITIONS_AND_FREEDONIA))


class TestSchemaAndLoader:
    """The schema and the loader accept exactly the same documents."""

    @every_form
    def test_they_agree_about_documents_with_something_changed(self, form: Form) -> None:
        verdicts = {True: 0, False: 0}

        @some(60)
        @given(any_report(form), st.integers(0, 2**32 - 1))
        def law(report: AnyReport, seed: int) -> None:
            chance = Random(seed)
            data = to_data(report)
            for document in (data, *(mutated(chance, data) for _ in range(9))):
                before = pickle.dumps(document)
                verdict = accepted(lambda d=document: read(d))  # type: ignore[misc]
                assert pickle.dumps(document) == before, "the loader changed its input"
                assert verdict == by_schema(document), document
                verdicts[verdict] += 1

        law()
        assert min(verdicts.values()) > 60, "the examples do not try both verdicts"

    @every_form
    def test_they_agree_about_one_form_alone(self, form: Form) -> None:
        accepts = judge(json_schema(form.type))
        converter = make_converter(editions=EDITIONS_AND_FREEDONIA)
        seen: set[bool] = set()

        @some(10)
        @given(st.sampled_from(FORMS).flatmap(any_report), st.integers(0, 2**32 - 1))
        def law(report: AnyReport, seed: int) -> None:
            data = to_data(report)
            for document in (data, mutated(Random(seed), data)):
                verdict = accepted(lambda d=document: converter.structure(d, form.type))  # type: ignore[misc]
                assert verdict == accepts(document), document
                seen.add(verdict)

        law()
        assert seen == {True, False}

    @pytest.mark.parametrize("form", HYBRIDS, ids=lambda form: form.name)
    def test_they_agree_about_every_kind_of_place(self, form: Form) -> None:
        """One place of each kind, each with every value of the list."""
        document = to_data(form.report())
        tried = 0
        for *above, last in KINDS_OF_PLACE:
            holder = inside_or_none(document, above)
            if holder is None:
                continue  # this form has no such place
            was = holder.get(last, MISSING)
            for value in VALUES:
                holder[last] = value
                assert accepted(lambda: read(document)) == by_schema(document), (above, last, value)
                tried += 1
            holder[last] = was
            if was is MISSING:
                del holder[last]
        assert tried > 1500


MISSING = object()


def inside_or_none(data: Any, path: Sequence[Any]) -> Any:
    try:
        return inside(data, path)
    except KeyError:
        return None


KINDS_OF_PLACE: Sequence[tuple[Any, ...]] = (
    *((key,) for key in to_data(FORMS[0].report())),
    ("issuer", "name"),
    ("requests", "edition"),
    ("requests", "received"),
    ("requests", "received", "total"),
    ("requests", "outcomes", "denied"),
    ("proactive_disclosure", "edition"),
    ("proactive_disclosure", "fees", "amount_wan_yuan"),
    ("proactive_disclosure", "fees", "net_change"),
    ("proactive_disclosure", "procurement", "amount"),
    ("proactive_disclosure", "procurement", "amount", "value"),
    ("proactive_disclosure", "procurement", "amount", "unit"),
    ("review_and_litigation", "litigation"),
    ("extensions", "x_a"),
    ("cell_notes", "/requests/received/total"),
)


def read(data: Any) -> AnyReport:
    return from_data(data, editions=EDITIONS_AND_FREEDONIA)


PUNCTUATION = '{}[]",:\\u0d8e1.-'


class TestText:
    """A text gets the verdict of its data, and no text gets anything but a verdict."""

    @every_form
    def test_a_text_is_judged_as_its_data(self, form: Form) -> None:
        @some(20)
        @given(any_report(form), st.integers(0, 2**32 - 1))
        def law(report: AnyReport, seed: int) -> None:
            document = mutated(Random(seed), to_data(report))
            text = json.dumps(document)
            verdict = accepted(lambda: loads(text, editions=EDITIONS_AND_FREEDONIA))
            assert verdict == accepted(lambda: read(document))

        law()

    @some(300)
    @given(
        st.binary(max_size=60) | st.text(max_size=60) | st.text('{}[]",:\\u0d8e1.-', max_size=40)
    )
    def test_rubbish_is_refused(self, text: str | bytes) -> None:
        assert not accepted(lambda: loads(text))

    def test_a_text_cut_or_changed_anywhere_gets_a_verdict(self) -> None:
        text = dumps(FORMS[1].report(), indent=None).encode()
        chance = Random(20240101)
        for _ in range(200):
            at, byte = chance.randrange(len(text)), chance.randrange(256)
            accepted(lambda at=at, byte=byte: loads(text[:at] + bytes([byte]) + text[at + 1 :]))  # type: ignore[misc]
            assert not accepted(lambda at=at: loads(text[:at]))  # type: ignore[misc]


@every_form
class TestPreserving:
    """What preserve mode accepts, it writes again as a valid document with nothing lost."""

    def test_what_is_kept_is_written_again_as_a_valid_document(self, form: Form) -> None:
        kept = 0

        @some(40)
        @given(any_report(form), st.integers(0, 2**32 - 1))
        def law(report: AnyReport, seed: int) -> None:
            nonlocal kept
            chance = Random(seed)
            document = to_data(report)
            holders = [(), *(p for p in places(document) if isinstance(inside(document, p), dict))]
            path = chance.choice([p for p in holders if p[:1] != ("extensions",)])
            inside(document, path)["surplus"] = [1, {"a": None}]
            loaded = load_preserving(json.dumps(document), editions=EDITIONS_AND_FREEDONIA)
            assert [f.severity for f in loaded.findings] == [Severity.INFO]
            (found,) = loaded.findings
            assert loaded.report.extensions["x_preserved"] == {found.pointer: [1, {"a": None}]}
            again = dumps(loaded.report)
            assert loads(again, editions=EDITIONS_AND_FREEDONIA) == loaded.report
            rest = {k: v for k, v in loaded.report.extensions.items() if k != "x_preserved"}
            assert loaded.report.replace({"/extensions": rest}) == report
            kept += 1

        law()
        assert kept > 20
