"""What generators of types make of the published schemas: types with names and fields."""

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from govdisclosure.codec.schema import schema_text, type_declarations
from tests.support.examples import EXAMPLES
from tests.support.javascript import folder_with
from tests.support.paths import ROOT

SCHEMAS = ROOT / "schemas"
TWIN, PURE = "report.draft-07", ("report-2019", "report-2021")
OF_EDITIONS = pytest.mark.parametrize(
    ("name", "edition"), [(TWIN, "2019"), (TWIN, "2021"), *((p, p[-4:]) for p in PURE)]
)


def interfaces(text: str) -> Mapping[str, set[str]]:
    """The keys of each interface of TypeScript."""
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.S)
    bodies = re.findall(r"export interface (\w+)[^{]*\{\s*?\n( +)(.*?)\n\}", code, re.S)
    return {
        name: {*re.findall(rf"^(?:{indent})?([$\w]+)\??:", body, re.M)}
        for name, indent, body in bodies
    }


def npm(package: str, command: str, *arguments: str) -> str:
    """What a program of a package prints."""
    program = Path(folder_with(package, f"{package}/package.json"), "node_modules", ".bin", command)
    return subprocess.run(
        [program, *arguments], capture_output=True, encoding="utf-8", check=True
    ).stdout


@pytest.mark.node
def test_json_schema_to_typescript_writes_the_types_that_we_publish() -> None:
    """By their names, and each once; but for those that extend the report of any edition."""
    written = npm("json-schema-to-typescript", "json2ts", str(SCHEMAS / f"{TWIN}.schema.json"))
    ours = interfaces(type_declarations())
    assert interfaces(written) == {k: v for k, v in ours.items() if k not in OF_ONE_EDITION}
    assert written.count("unknown") == 2  # in Anything, which is any JSON value


OF_ONE_EDITION = ("Report2019", "Report2021")


@pytest.mark.node
@pytest.mark.parametrize("name", [*PURE, "statutory-2021", "findings", "comparison", "metrics"])
def test_every_definition_is_a_type_of_its_name_with_its_keys(name: str) -> None:
    written = npm("json-schema-to-typescript", "json2ts", str(SCHEMAS / f"{name}.schema.json"))
    assert "NoName" not in written
    assert named_objects(name).items() <= interfaces(written).items()


@pytest.mark.node
@pytest.mark.parametrize("name", [*PURE, "statutory-2021"])
def test_quicktype_writes_them_too(name: str) -> None:
    """Of a pure form: of the types of a choice it always makes one."""
    options = ("--src-lang", "schema", "--lang", "typescript", "--just-types")
    written = npm("quicktype", "quicktype", *options, str(SCHEMAS / f"{name}.schema.json"))
    assert named_objects(name).items() <= interfaces(written).items()


def named_objects(name: str) -> Mapping[str, set[str]]:
    """The keys of each definition that is used in a schema, by its title."""
    definitions = json.loads(schema_text(name))["$defs"].values()
    return {
        d["title"]: {*d["properties"]}
        for d in definitions
        if "title" in d and d["title"] != "CheckResult"  # which stands there to be used alone
    }


@pytest.mark.slow
@OF_EDITIONS
def test_an_example_comes_back_whole_from_the_generated_python_model(
    name: str, edition: str, tmp_path: Path
) -> None:
    document = json.loads((EXAMPLES / f"report-{edition}.json").read_text("utf-8"))
    model = generated_model(name, tmp_path)
    [report] = [cls for key, cls in vars(model).items() if re.fullmatch(r"Report\d*", key)]
    back = report.model_validate(document).model_dump_json(by_alias=True, exclude_unset=True)
    assert json.loads(back) == document
    assert hasattr(model, f"Requests{edition}")


def generated_model(name: str, folder: Path) -> Any:
    """The models of pydantic that a generator writes."""
    pytest.importorskip("datamodel_code_generator")
    module = folder / "model.py"
    options = ("--input-file-type", "jsonschema", "--output-model-type", "pydantic_v2.BaseModel")
    source = ("--input", str(SCHEMAS / f"{name}.schema.json"), "--output", str(module))
    command = [sys.executable, "-m", "datamodel_code_generator", *source, *options]
    subprocess.run(command, check=True, capture_output=True)
    return loaded(module)


def loaded(path: Path) -> ModuleType:
    """A module from a file."""
    spec = importlib.util.spec_from_file_location("generated_model", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
