"""The laws that bind classes, JSON text, loader and schema to each other."""

import json
import pickle
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.codec import dumps, loads, to_dict
from govdisclosure.codec._reports import from_dict, load_preserving
from govdisclosure.codec.converter import make_converter
from govdisclosure.codec.schema import json_schema
from govdisclosure.errors import InvalidReportError
from govdisclosure.findings import Severity
from govdisclosure.model import AnyReport
from govdisclosure.testing import reports
from tests.support.forms import EDITIONS_AND_FREEDONIA, FORMS, Form, every_form, judge, some
from tests.support.mutations import VALUES, mutate, places, value_at

HYBRIDS = [form for form in FORMS if "with" in form.name]


def accepted(read: Callable[[], object]) -> bool:
    try:
        read()
    except InvalidReportError as refusal:
        return not (refusal.findings and str(refusal))
    return True


def any_report(form: Form) -> st.SearchStrategy[AnyReport]:
    return reports(form.proactive_disclosure, form.requests)


@every_form
class TestRoundTrip:
    """``loads(dumps(r)) == r`` and ``dumps(loads(s)) == s`` for every canonical ``s``."""

    @pytest.mark.slow
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

    @pytest.mark.slow
    def test_data_written_by_any_json_writer_is_the_same_report(self, form: Form) -> None:
        @some(30)
        @given(any_report(form), st.randoms(use_true_random=False))
        def law(report: AnyReport, chance: Random) -> None:
            data = shuffled(chance, to_dict(report))
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

    @pytest.mark.slow
    @every_form
    def test_they_agree_about_documents_with_something_changed(self, form: Form) -> None:
        verdicts = {True: 0, False: 0}

        @some(60)
        @given(any_report(form), st.integers(0, 2**32 - 1))
        def law(report: AnyReport, seed: int) -> None:
            chance = Random(seed)
            data = to_dict(report)
            for document in (data, *(mutate(chance, data) for _ in range(9))):
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
        verdicts: set[bool] = set()

        @some(10)
        @given(st.sampled_from((form, *FORMS)).flatmap(any_report), st.integers(0, 2**32 - 1))
        def law(report: AnyReport, seed: int) -> None:
            data = to_dict(report)
            for document in (data, mutate(Random(seed), data)):
                verdict = accepted(lambda d=document: converter.structure(d, form.type))  # type: ignore[misc]
                assert verdict == accepts(document), document
                verdicts.add(verdict)

        law()
        assert verdicts == {True, False}

    @pytest.mark.slow
    @pytest.mark.parametrize("form", HYBRIDS, ids=lambda form: form.name)
    def test_they_agree_about_every_kind_of_place(self, form: Form) -> None:
        """One place of each kind, each with every value of the list."""
        document = to_dict(form.report())
        count = 0
        for *above, last in KINDS_OF_PLACE:
            holder = inside_or_none(document, above)
            if holder is None:
                continue  # this form has no such place
            was = holder.get(last, MISSING)
            for value in VALUES:
                holder[last] = value
                assert accepted(lambda: read(document)) == by_schema(document), (above, last, value)
                count += 1
            holder[last] = was
            if was is MISSING:
                del holder[last]
        assert count > 1500


MISSING = object()


def inside_or_none(data: Any, path: Sequence[Any]) -> Any:
    try:
        return value_at(data, path)
    except KeyError:
        return None


KINDS_OF_PLACE: Sequence[tuple[Any, ...]] = (
    *((key,) for key in to_dict(FORMS[0].report())),
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
    return from_dict(data, editions=EDITIONS_AND_FREEDONIA)


class TestText:
    """A text gets the verdict of its data, and no text gets anything but a verdict."""

    @every_form
    def test_a_text_is_judged_as_its_data(self, form: Form) -> None:
        @some(20)
        @given(any_report(form), st.integers(0, 2**32 - 1))
        def law(report: AnyReport, seed: int) -> None:
            document = mutate(Random(seed), to_dict(report))
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

    @pytest.mark.slow
    def test_what_is_kept_is_written_again_as_a_valid_document(self, form: Form) -> None:
        count = 0

        @some(40)
        @given(any_report(form), st.integers(0, 2**32 - 1))
        def law(report: AnyReport, seed: int) -> None:
            nonlocal count
            chance = Random(seed)
            document = to_dict(report)
            objects = [p for p in places(document) if isinstance(value_at(document, p), dict)]
            path = chance.choice([p for p in ((), *objects) if p[:1] != ("extensions",)])
            value_at(document, path)["surplus"] = [1, {"a": None}]
            loaded = load_preserving(json.dumps(document), editions=EDITIONS_AND_FREEDONIA)
            assert [f.severity for f in loaded.findings] == [Severity.INFO]
            (finding,) = loaded.findings
            assert loaded.report.extensions["x_preserved"] == {finding.pointer: [1, {"a": None}]}
            again = dumps(loaded.report)
            assert loads(again, editions=EDITIONS_AND_FREEDONIA) == loaded.report
            rest = {k: v for k, v in loaded.report.extensions.items() if k != "x_preserved"}
            assert loaded.report.replace({"/extensions": rest}) == report
            count += 1

        law()
        assert count > 20
