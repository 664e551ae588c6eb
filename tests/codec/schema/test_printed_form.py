"""The form from the classes and the form from a schema are one and the same."""

import json

import pytest

from docs.generate.schemas import schema_files
from govdisclosure.codec.schema import draft_07_schema, json_schema, statutory_schema
from govdisclosure.codec.schema._draft07 import to_draft_07
from govdisclosure.form import FormColumn, Kind
from govdisclosure.model import EDITIONS, Report2021
from tests.support.forms import EDITIONS_AND_FREEDONIA, Form, every_form
from tests.support.schema_form import form_of_schema


@every_form
def test_the_form_read_from_its_schema_is_the_form_of_the_classes(form: Form) -> None:
    assert form_of_schema(json_schema(form.type)) == form.form


@every_form
def test_the_same_form_stands_in_every_kind_of_report_schema(form: Form) -> None:
    schemas = [json_schema(form.type), statutory_schema(form.type)]
    for schema in (*schemas, *map(to_draft_07, schemas)):
        assert form_of_schema(schema) == form.form


@every_form
def test_a_schema_of_several_editions_has_every_form_in_it(form: Form) -> None:
    editions = {
        "proactive_disclosure": form.proactive_disclosure.edition,
        "requests": form.requests.edition,
    }
    for write in (json_schema, draft_07_schema):
        schema = write(editions=EDITIONS_AND_FREEDONIA)
        assert form_of_schema(schema, editions) == form.form


REPORTS = [name for name in schema_files() if name.startswith(("report", "statutory"))]


@pytest.mark.parametrize("name", REPORTS)
def test_the_published_files_tell_the_form(name: str) -> None:
    schema = json.loads(schema_files()[name])
    edition = EDITIONS[0] if "2019" in name else EDITIONS[-1]
    editions = {"proactive_disclosure": edition.name, "requests": edition.name}
    assert form_of_schema(schema, editions) == edition.form


def test_a_column_keeps_its_unit_its_other_wordings_and_its_kind() -> None:
    table = form_of_schema(json_schema(Report2021))["proactive_disclosure"].table
    assert table is not None
    assert table.corner is not None
    assert table.corner.zh == "信息内容"
    in_force: FormColumn = table.rows[0].columns[2]
    assert (in_force.label.unit, in_force.kind) == ("件", Kind.COUNT)
    assert in_force.label.also == ("现行有效件", "现行有效件数（历史累计）")
    band = table.rows[0].band
    assert band is not None
    assert band.source is not None
    assert band.source.clause == "第二十条第（一）项"
