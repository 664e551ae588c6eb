"""The published schema files are what the classes say."""

import json
import subprocess
import sys

import pytest
from jsonschema.validators import validator_for  # type: ignore[import-untyped,unused-ignore]

from docs.generate.schemas import schema_files
from govdisclosure.codec.schema import schema_names, schema_text
from govdisclosure.model import EDITIONS


@pytest.mark.parametrize("name", schema_files())
def test_the_published_file_is_what_the_classes_say(name: str) -> None:
    assert schema_text(name.removesuffix(".schema.json")) == schema_files()[name]


def test_there_are_files_for_any_report_for_each_pure_form_and_for_readings() -> None:
    pure = [f"{kind}-{e.name}" for kind in ("report", "statutory") for e in EDITIONS]
    others = ["comparison", "findings", "metrics", "own-rules", "reading", "rules"]
    assert sorted(schema_names()) == sorted(["report", "report.draft-07", *others, *pure])
    assert {f"{name}.schema.json" for name in schema_names()} == set(schema_files())


@pytest.mark.parametrize("name", ["", "report.schema.json", "../schemas/report", "rules.json"])
def test_only_schemas_are_handed_out(name: str) -> None:
    with pytest.raises(KeyError, match="no schema"):
        schema_text(name)


@pytest.mark.parametrize("name", schema_names())
def test_every_published_schema_is_one_to_both_validators_of_python(name: str) -> None:
    published = json.loads(schema_text(name))
    validator_for(published, default=None).check_schema(published)
    rust = pytest.importorskip("jsonschema_rs", reason="jsonschema-rs is not installed")
    assert not rust.validator_for(published).is_valid(3)


def test_handing_out_a_schema_imports_neither_the_model_nor_a_library() -> None:
    code = (
        "import sys; from govdisclosure.codec.schema import schema_text; schema_text();"
        "print([m for m in sys.modules if m.split('.')[0] in ('attrs', 'cattrs', 'jsonschema')"
        " or m.startswith(('govdisclosure.model', 'govdisclosure.form'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
