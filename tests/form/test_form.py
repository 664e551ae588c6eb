"""The form from the classes and the form from a schema are one and the same."""

import json
from typing import Any

import pytest

from docs.generate.schemas import schema_files
from govdisclosure.codec.schema import json_schema, statutory_schema
from govdisclosure.codec.schema._draft07 import to_draft_07
from govdisclosure.document import Table
from govdisclosure.document._grid import placed
from govdisclosure.form import Form as PrintedForm
from govdisclosure.form import FormColumn, Kind, form_of_schema, form_rows
from govdisclosure.model import EDITION_2021, EDITIONS, Report2021, table_classes
from govdisclosure.transcribe import lay_out
from govdisclosure.transcribe._sections import SECTIONS
from tests.support.forms import EDITIONS_AND_FREEDONIA, Form, every_form


@every_form
def test_the_form_read_from_its_schema_is_the_form_of_the_classes(form: Form) -> None:
    assert form_of_schema(json_schema(form.type)) == derived(form)


@every_form
def test_the_same_form_stands_in_every_kind_of_report_schema(form: Form) -> None:
    schemas = [json_schema(form.type), statutory_schema(form.type)]
    for schema in (*schemas, *map(to_draft_07, schemas)):
        assert form_of_schema(schema) == derived(form)


@every_form
def test_a_schema_of_several_editions_has_every_form_in_it(form: Form) -> None:
    editions = {
        "proactive_disclosure": form.proactive_disclosure.edition,
        "requests": form.requests.edition,
    }
    schema = json_schema(editions=EDITIONS_AND_FREEDONIA)
    assert form_of_schema(schema, editions) == derived(form)
    assert form_of_schema(to_draft_07(schema), editions) == derived(form)


def derived(one: Form) -> PrintedForm:
    return one.form


REPORTS = [name for name in schema_files() if name.startswith(("report", "statutory"))]


@pytest.mark.parametrize("name", REPORTS)
def test_the_published_files_tell_the_form(name: str) -> None:
    schema = json.loads(schema_files()[name])
    edition = EDITIONS[0] if "2019" in name else EDITIONS[-1]
    editions = {"proactive_disclosure": edition.name, "requests": edition.name}
    assert form_of_schema(schema, editions) == edition.form


@every_form
def test_a_form_has_the_six_sections_and_every_row_of_its_tables(form: Form) -> None:
    sections = derived(form).sections
    assert [s.name for s in sections] == list(SECTIONS)
    assert [s.label for s in sections] == list(SECTIONS.values())
    classes = table_classes(form.tables)
    for section in sections:
        table = classes.get(section.name)
        assert (section.table and section.table.rows) == (table and form_rows(table))


@every_form
def test_a_form_is_printed_with_the_cells_that_a_report_is_laid_out_with(form: Form) -> None:
    """Bands, headers and stubs, cell by cell, as ``lay_out`` prints an empty report."""
    laid_out = [block for block in lay_out(form.report(None)).blocks if hasattr(block, "rows")]
    printed = [section.table for section in derived(form).sections if section.table]
    assert len(laid_out) == len(printed) == 3
    for page, table in zip(laid_out, printed, strict=True):
        cells = [[(c.text, c.down, c.across) for c in row] for row in page.rows]
        assert cells == list(drawing(table))


def drawing(table: Any) -> Any:
    for block in table.blocks:
        if block.band:
            yield [(block.band.zh, 1, block.depth + block.span * len(block.rows[0].columns))]
        for i, row in enumerate(block.header):
            corner = [(table.corner.zh if table.corner else "", len(block.header), block.depth)]
            cells = [(m.label.zh, m.down, m.across) for m in row]
            yield [*(corner if i == 0 and not table.across else []), *cells]
        if table.across:
            yield [("", 1, 1) for line in block.rows for _ in line.columns]
        for line, stub in zip(block.rows, block.stubs, strict=False):
            labels = [(m.label.zh, m.down, m.across) for m in stub if m]
            yield [*labels, *(("", 1, block.span) for _ in line.columns)]


@every_form
def test_every_row_of_a_printed_table_is_as_wide_as_the_table(form: Form) -> None:
    for page in lay_out(form.report(None)).blocks:
        if isinstance(page, Table):
            starts = placed(page)
            covered = [
                (row + i, column + j)
                for (row, column), cell in starts.items()
                for i in range(cell.down)
                for j in range(cell.across)
            ]
            rows, columns = (max(axis) + 1 for axis in zip(*covered, strict=True))
            assert sorted(covered) == [(r, c) for r in range(rows) for c in range(columns)]


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


def test_a_section_is_found_by_its_name() -> None:
    assert EDITION_2021.form["overview"].label.zh == "一、总体情况"
    with pytest.raises(KeyError, match="no section 'preamble'"):
        EDITION_2021.form["preamble"]


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {"properties": {}},
        {"properties": 3},
        {"properties": {"a": {"x-label": {"zh": "一、甲"}}}},
        {"properties": {"a": {"x-label": {"zh": "一、甲"}, "$ref": "#/$defs/none"}}},
        {"properties": {"a": {"x-label": 1}}},
    ],
)
def test_what_is_no_schema_of_reports_has_no_form(schema: Any) -> None:
    with pytest.raises(ValueError, match="not a schema of reports"):
        form_of_schema(schema)


@pytest.mark.parametrize(
    "editions", [{"nope": "2019"}, {"requests": "2019"}, {"overview": "2021"}, {"requests": None}]
)
def test_a_choice_that_is_not_offered_is_refused(editions: Any) -> None:
    with pytest.raises(ValueError, match="the schema has no table"):
        form_of_schema(json_schema(Report2021), editions)


def test_an_edition_that_is_the_only_one_may_be_named() -> None:
    schema = json_schema(Report2021)
    assert form_of_schema(schema, {"requests": "2021"}) == form_of_schema(schema)


@pytest.mark.parametrize(
    ("where", "name"), [("Cases", "total"), ("Documents-2021", "issued"), (None, "requests")]
)
def test_a_row_that_lost_its_words_is_not_passed_over(where: str | None, name: str) -> None:
    schema = json_schema(Report2021)
    holder = schema["$defs"][where] if where else schema
    del holder["properties"][name]["x-label"]
    with pytest.raises(ValueError, match=f"{name!r} has no x-label"):
        form_of_schema(schema)


def test_a_choice_that_is_left_has_to_be_made() -> None:
    with pytest.raises(ValueError, match="one of 2019, 2021 for 'proactive_disclosure'"):
        form_of_schema(json_schema())
    with pytest.raises(ValueError, match="one of 2019, 2021 for 'requests'"):
        form_of_schema(json_schema(), {"proactive_disclosure": "2021", "requests": "2022"})
