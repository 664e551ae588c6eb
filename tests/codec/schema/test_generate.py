"""What the schemas say beside the model: examples, and what the form asks for."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from docs.generate.schemas import schema_files
from govdisclosure import check
from govdisclosure.codec import dumps, loads, to_dict
from govdisclosure.codec.schema import json_schema
from govdisclosure.codec.schema._reports import statutory_schema
from govdisclosure.model import EDITIONS, AnyEdition
from govdisclosure.rules import RULES, select
from govdisclosure.testing import reports
from tests.support.examples import EXAMPLES, examples
from tests.support.forms import judge, some

BOTH = pytest.mark.parametrize("edition", EDITIONS, ids=lambda e: e.name)
KINDS = ("report", "statutory", "reading")
FILES = {n: json.loads(text) for n, text in schema_files().items() if n.startswith(KINDS)}


# Examples


def with_examples(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if "examples" in schema:
            yield schema
        for inner in schema.values():
            yield from with_examples(inner)


@pytest.mark.parametrize("name", FILES)
def test_every_example_is_valid_where_it_stands(name: str) -> None:
    schema = FILES[name]
    parts = list(with_examples(schema))
    assert len(parts) > 20
    definitions = {key: schema[key] for key in ("$schema", "$defs", "definitions") if key in schema}
    for part in parts:
        for example in part["examples"]:
            assert judge({**part, **definitions})(example), example


@BOTH
def test_a_whole_example_of_each_edition_is_valid_and_keeps_every_rule(edition: AnyEdition) -> None:
    text = (EXAMPLES / f"report-{edition.name}.json").read_text("utf-8")
    assert text == examples()[f"report-{edition.name}.json"]
    report = loads(text)
    assert edition.is_form_of(report)
    assert dumps(report) == text
    assert check(report).findings == ()
    data = json.loads(text)
    for name, schema in FILES.items():
        if name.startswith(("report.", f"report-{edition.name}", f"statutory-{edition.name}")):
            assert judge(schema)(data), name


# What the form asks for


@pytest.mark.slow
@BOTH
def test_the_form_asks_for_no_count_below_zero(edition: AnyEdition) -> None:
    accepts = judge(statutory_schema(edition.report_type))
    report = edition.blank(number=0)
    assert accepts(to_dict(report))
    for address, _ in report.cells():
        data = to_dict(report)
        *path, last = address.split("/")[1:]
        here: Any = data
        for token in path:
            here = here[token]
        if isinstance(here[last], dict):
            here, last = here[last], "value"
        is_amount = isinstance(here[last], str)
        here[last] = "-0.5" if is_amount else -1
        assert accepts(data) == (is_amount or address.endswith("/net_change")), address
        here[last] = None
        assert accepts(data)


@pytest.mark.slow
@BOTH
def test_what_the_form_asks_for_is_a_report_that_no_rule_calls_negative(
    edition: AnyEdition,
) -> None:
    accepts, may_say = judge(statutory_schema(edition.report_type)), judge(json_schema())
    rules = [rule for rule in select(RULES, "form") if rule.id.endswith("-NONNEGATIVE")]
    assert len(rules) == 3
    verdicts = set()

    @some(40)
    @given(reports(edition.proactive_disclosure, edition.requests))
    def law(report: Any) -> None:
        data = to_dict(report)
        assert may_say(data)
        verdict = not check(report, rules=rules).findings
        assert accepts(data) == verdict
        verdicts.add(verdict)

    law()
    assert verdicts == {True, False}
