"""The schema in draft-07 is one, and gives the same verdicts."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator  # type: ignore[import-untyped,unused-ignore]

from docs.generate.schemas import schema_files
from govdisclosure.codec import to_dict
from govdisclosure.testing import reports
from tests.support.forms import Form, every_form, judge, some
from tests.support.mutations import mutate

FILES = {n: json.loads(text) for n, text in schema_files().items() if n.startswith("report.")}


@pytest.mark.slow
@every_form
def test_a_draft_07_validator_gives_the_same_verdicts(form: Form) -> None:
    newer = judge(FILES["report.schema.json"])
    older = Draft7Validator(FILES["report.draft-07.schema.json"]).is_valid
    verdicts = set()

    @some(25)
    @given(reports(form.proactive_disclosure, form.requests), st.integers(0, 2**32 - 1))
    def law(report: Any, seed: int) -> None:
        data = to_dict(report)
        for document in (data, mutate(Random(seed), data)):
            assert older(document) == newer(document)
            verdicts.add(newer(document))

    law()
    assert verdicts == ({False} if form.name == "Freedonia" else {True, False})


def test_the_draft_07_schema_is_one_and_has_nothing_of_later_drafts() -> None:
    schema = FILES["report.draft-07.schema.json"]
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "$defs" not in json.dumps(schema)
    alone = [s for s in objects(schema) if "$ref" in s]
    assert all(len(s) == 1 for s in alone)


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    inside = schema.values() if isinstance(schema, dict) else schema
    if isinstance(schema, dict):
        yield schema
    for inner in inside:
        if isinstance(inner, dict | list):
            yield from objects(inner)
