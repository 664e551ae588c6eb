"""What an editor shows of a report: by the JSON service of VS Code, in node."""

import json
from typing import Any

import pytest

from govdisclosure.codec.schema import schema_text
from govdisclosure.form.meanings import cite
from govdisclosure.i18n import LANGUAGES
from govdisclosure.model import EDITIONS, AnyEdition
from tests.support.examples import EXAMPLES
from tests.support.javascript import folder_with, run
from tests.support.paths import ROOT
from tests.support.schema_keys import at, known_places

SCRIPT = ROOT / "tests" / "codec" / "schema" / "editor.mjs"

every_edition = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
every_schema = pytest.mark.parametrize("name", ["report", "report.draft-07", "report-{}"])


def shown(name: str, edition: AnyEdition, *pointers: str) -> Any:
    """What the editor shows of the example of an edition, of which it has a schema."""
    folder = folder_with("vscode-json-languageservice")
    schema = ROOT / "schemas" / f"{name.format(edition.name)}.schema.json"
    document = EXAMPLES / f"report-{edition.name}.json"
    return json.loads(run(SCRIPT, folder, schema, document, *pointers))


@pytest.mark.node
@every_edition
@every_schema
def test_hovering_over_a_key_shows_its_label_what_it_means_and_what_that_rests_on(
    name: str, edition: AnyEdition
) -> None:
    places, pure = dict(known_places(edition)), json.loads(schema_text(f"report-{edition.name}"))
    editor = shown(name, edition, *places)
    assert editor["problems"] == []
    assert len(editor["hovered"]) > len(edition.form.cells)
    for address, text in editor["hovered"].items():
        place, label = places[address], at(pure, address)["x-label"]
        for code, language in LANGUAGES.items():
            assert f"{label[code]}{language.colon}{place.means.render(language)}" in text, address
            assert place.counts.render(language) in text
            assert cite(place.basis).render(language) in text


@pytest.mark.node
@every_edition
@every_schema
def test_keys_are_offered_with_the_same_words(name: str, edition: AnyEdition) -> None:
    objects = ("/requests", "/requests/received", "/review_and_litigation/litigation")
    editor = shown(name, edition, *objects)
    pure = json.loads(schema_text(f"report-{edition.name}"))
    rows = {"received", "carried_in", "outcomes", "carried_out"}
    assert {*editor["offered"]["/requests"]} == rows
    for address, keys in editor["offered"].items():
        for key, words in keys.items():
            assert words == at(pure, f"{address}/{key}")["description"]
