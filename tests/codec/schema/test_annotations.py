"""What a schema says at each key: its label, what it means, what that rests on, its rules."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence

import pytest

from docs.generate.schemas import schema_files
from govdisclosure.codec import report_shape
from govdisclosure.codec.schema import json_schema, statutory_schema
from govdisclosure.codec.schema._draft07 import to_draft_07
from govdisclosure.codec.schema._rule_annotations import rules_by_table
from govdisclosure.form.meanings import Place, cite
from govdisclosure.i18n import CHINESE, ENGLISH, LANGUAGES
from govdisclosure.model import EDITIONS, AnyEdition
from tests.support.forms import EDITIONS_AND_FREEDONIA
from tests.support.paths import ROOT
from tests.support.schema_keys import Schema, at, known_places

every_edition = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
REPORTS = {n: json.loads(text) for n, text in schema_files().items() if n.startswith("report")}


@every_edition
def test_a_key_says_what_its_place_means_in_both_languages_and_how_sure_that_is(
    edition: AnyEdition,
) -> None:
    schemas = [json_schema(edition.report_type), statutory_schema(edition.report_type)]
    pairs = [*known_places(edition)]
    assert {address for address, _ in pairs} >= {*edition.form.cells, *edition.form.rows}
    for schema in (*schemas, *map(to_draft_07, schemas)):
        for address, place in pairs:
            key = at(schema, address)
            means = place.means
            assert key["x-meaning"] == {
                "zh": means.text.zh,
                "en": means.text.en,
                "sureness": means.sureness.value,
            }, address
            assert key["description"].splitlines()[: len(lines(key, place))] == lines(key, place)


def lines(key: Schema, place: Place) -> Sequence[str]:
    """What an editor shows of a place."""
    titles = {CHINESE: ("计数", "依据"), ENGLISH: ("Counts", "Legal basis")}
    shown = []
    for code, language in LANGUAGES.items():
        label, (counts, basis) = key["x-label"][code], titles[language]
        shown.append(f"{label}{language.colon}{place.means.render(language)}")
        shown.append(f"{counts}{language.colon}{place.counts.render(language)}")
        if place.basis:
            shown.append(f"{basis}{language.colon}{cite(place.basis).render(language)}")
    return shown


@every_edition
def test_a_row_names_the_rules_of_its_cells_and_a_column_those_of_every_row(
    edition: AnyEdition,
) -> None:
    shape, form = report_shape(edition.tables), edition.form
    asked = {
        f"/{name}{cell}": {*ids}
        for name, table in tables(edition).items()
        for cell, ids in rules_by_table(shape)[table].items()
    }
    schema = json_schema(edition.report_type)
    for row in form.rows:
        everything = set[str]().union(*(asked[cell] for cell in form.cells_below(row)))
        assert {*rules_of(at(schema, row))} == everything, row
    for cell in form.cells:
        assert {*rules_of(at(schema, cell))} <= asked[cell], cell
    total = at(schema, "/requests/received/total")
    assert rules_of(total) == ["STAT-REQ-ROWS", "STAT-REQ-NONNEGATIVE"]
    assert rules_of(at(schema, "/requests/edition")) == []


def tables(edition: AnyEdition) -> Mapping[str, type]:
    blank = edition.blank()
    return {name: type(getattr(blank, name)) for name in edition.form.tables}


def rules_of(key: Schema) -> list[str]:
    words = "规则 Rules: "
    named = [line for line in key["description"].splitlines() if line.startswith(words)]
    return [rule for line in named for rule in line.removeprefix(words).split(", ")]


@pytest.mark.parametrize("name", REPORTS)
def test_every_key_has_its_label_in_both_languages(name: str) -> None:
    """But for what editors put into a document for themselves.

    In no title: generators name a type by that.
    """
    for _, key, inner in keys(REPORTS[name]):
        if key != "$schema":
            label = inner["x-label"]
            assert "title" not in inner
            assert label["en"] in inner["description"], key
            assert inner["description"].startswith(label["zh"]), key


def keys(schema: Schema) -> Iterator[tuple[str, str, Schema]]:
    """Every key of every object of a schema, by the name of the object."""
    definitions = schema.get("$defs") or schema["definitions"]
    for name, part in {"": schema, **definitions}.items():
        for key, inner in part.get("properties", {}).items():
            yield name, key, inner


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_behind_a_reference_takes_the_place_of_the_words_at_its_key(name: str) -> None:
    """An editor that merges both shows a description there instead of the key's."""
    schema = REPORTS[name]
    definitions = schema.get("$defs") or schema["definitions"]
    described = [name for name, part in definitions.items() if "description" in part]
    assert described == ["CellNote", "Anything"]  # which no key refers to


def test_a_unit_is_named_where_there_is_one() -> None:
    schema = REPORTS["report-2021.schema.json"]
    fees = at(schema, "/proactive_disclosure/fees/amount_wan_yuan")
    assert "单位 Unit: 万元" in fees["description"].splitlines()
    assert "Unit" not in at(schema, "/requests/received")["description"]


def test_of_a_form_of_which_nothing_is_known_nothing_is_said() -> None:
    """What both of our editions say of the title need not be so in Freedonia."""
    ours, all_of_them = json_schema(), json_schema(editions=EDITIONS_AND_FREEDONIA)
    assert "x-meaning" in ours["properties"]["title"]
    assert "x-meaning" not in all_of_them["properties"]["title"]
    assert "x-meaning" in all_of_them["$defs"]["Requests-2021"]["properties"]["received"]


_CHECK = """
import sys
opened = []
sys.addaudithook(lambda event, given: event == "open" and opened.append(str(given[0])))
from govdisclosure import validate
from govdisclosure.cli.main import main
file = "docs/examples/report-2021.json"
main(["check", file, "--format", {format!r}, "--lang", "en"])
assert validate({{}}) and validate({{}}, schema="report-2021")
modules = [name for name in sys.modules if name.startswith("govdisclosure.form.meanings")]
print(modules + [path for path in opened if path.endswith(".toml")])
"""


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_who_checks_a_report_reads_no_meanings(form: str) -> None:
    """They take time, and stand in the published schema for those who write a report."""
    code = _CHECK.format(format=form)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
