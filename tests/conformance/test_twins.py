"""Example documents and their broken twins: every language blames the same pointers."""

import json
from pathlib import Path
from typing import Any

import pytest

from govdisclosure import validate
from govdisclosure.codec.schema import schema_names
from tests.support.examples import EXAMPLES
from tests.support.javascript import folder_with, run

HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "schemas"
TWINS: list[dict[str, Any]] = json.loads((HERE / "twins.json").read_text("utf-8"))
every_twin = pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin["name"])


def patched(document: Any, patch: list[dict[str, Any]]) -> Any:
    for step in patch:
        *above, last = (
            token.replace("~1", "/").replace("~0", "~") for token in step["path"].split("/")[1:]
        )
        here = document
        for token in above:
            here = here[int(token)] if isinstance(here, list) else here[token]
        place: Any = int(last) if isinstance(here, list) else last
        if step["op"] == "remove":
            del here[place]
        else:
            here[place] = step["value"]
    return document


def document_of(twin: dict[str, Any]) -> Any:
    return patched(json.loads((EXAMPLES / twin["document"]).read_text("utf-8")), twin["patch"])


@every_twin
def test_python_blames_these_pointers(twin: dict[str, Any]) -> None:
    document = document_of(twin)
    findings = validate(document, schema=twin["schema"])
    assert sorted(f.pointer for f in findings) == twin["blamed"]
    if twin["schema"] == "report":
        assert sorted(f.pointer for f in validate(document)) == twin["blamed"]
        older = validate(document, schema="report.draft-07")
        assert sorted(f.pointer for f in older) == twin["blamed"]


def test_every_twin_has_a_name_of_its_own_and_both_editions_are_there() -> None:
    assert len({twin["name"] for twin in TWINS}) == len(TWINS)
    assert {twin["document"] for twin in TWINS} == {"report-2019.json", "report-2021.json"}
    assert {twin["schema"] for twin in TWINS} <= set(schema_names())


# Node


def judged(twins: Path) -> Any:
    """The pointers that ajv blames, by twin and schema."""
    ajv = folder_with("ajv", "ajv/dist/2020")
    return json.loads(run(HERE / "judge.mjs", ajv, SCHEMAS, EXAMPLES, twins))


@pytest.mark.node
def test_ajv_in_strict_mode_blames_the_same_pointers() -> None:
    """By draft-07 among others: a choice of types is wrong in each of its tables."""
    blamed = judged(HERE / "twins.json")
    for twin in TWINS:
        assert blamed[f"{twin['name']} ({twin['schema']})"] == twin["blamed"]
        if twin["schema"] == "report":
            older = blamed[f"{twin['name']} (report.draft-07)"]
            assert {*twin["blamed"]} <= {*older}
            assert bool(older) == bool(twin["blamed"])


@pytest.mark.node
def test_ajv_in_strict_mode_takes_every_schema(tmp_path: Path) -> None:
    plain = {"document": "report-2021.json", "patch": []}
    twins = tmp_path / "twins.json"
    twins.write_text(json.dumps([{"name": n, "schema": n, **plain} for n in schema_names()]))
    accepting = {name for name, blamed in judged(twins).items() if not blamed}
    assert accepting == {
        "report (report)",
        "report (report.draft-07)",
        "report.draft-07 (report.draft-07)",
        "report-2021 (report-2021)",
        "statutory-2021 (statutory-2021)",
    }
