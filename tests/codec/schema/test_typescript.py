"""The types for TypeScript: the keys of the schema, with the form's words; what a compiler says."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.codec.schema import json_schema, type_declarations
from tests.support.examples import EXAMPLES
from tests.support.forms import EDITIONS_AND_FREEDONIA
from tests.support.javascript import folder_with
from tests.support.paths import ROOT

SCHEMA = json_schema(editions=EDITIONS_AND_FREEDONIA)
TYPES = type_declarations(EDITIONS_AND_FREEDONIA)


def interfaces(text: str) -> Mapping[str, Mapping[str, str]]:
    """The comment of each key of each interface that extends no other."""
    bodies = re.findall(r"export interface (\w+) \{\n(.*?)\n\}", text, re.S)
    key = re.compile(r"  /\*\* (.*) \*/\n  ([$\w]+)\??: .*;")
    return {name: {k: words for words, k in key.findall(body)} for name, body in bodies}


def objects() -> Mapping[str, Mapping[str, Any]]:
    """What the schema says of each key of each object with fixed keys, by TypeScript's name."""
    definitions = {"Report": SCHEMA, **SCHEMA["$defs"]}
    return {
        name.replace("-", ""): one["properties"]
        for name, one in definitions.items()
        if "properties" in one
    }


def test_interfaces_have_the_keys_of_the_schema_and_each_its_words_in_both_languages() -> None:
    found, expected = interfaces(TYPES), objects()
    assert {name: [*keys] for name, keys in found.items()} == {
        name: [*keys] for name, keys in expected.items()
    }
    for name, keys in expected.items():
        for key, inner in keys.items():
            label = inner.get("x-label", {"zh": "编辑器", "en": "editors"})
            assert all(words in found[name][key] for words in label.values()), (name, key)


def test_names_are_ascii_and_no_comment_ends_early() -> None:
    code = re.sub(r"/\*\*.*?\*/|//.*", "", TYPES)
    assert re.findall("(?:interface|type) ([^ ]+)", code)
    assert re.sub('[元万亿"| ]', "", code).isascii()
    assert TYPES.count("*/") == TYPES.count("/**")


def test_every_edition_has_a_type_of_its_own() -> None:
    for edition in EDITIONS_AND_FREEDONIA:
        name = edition.report_type.__name__
        assert f"export interface {name} extends Report {{\n" in TYPES
    union = re.findall("export type Requests = (.*);", TYPES)
    assert union == [" | ".join(f"Requests{e.requests.edition}" for e in EDITIONS_AND_FREEDONIA)]


@pytest.mark.node
def test_a_compiler_takes_the_examples_and_refuses_what_the_schema_refuses(tmp_path: Path) -> None:
    compiler = Path(folder_with("typescript"), "node_modules", "typescript", "bin", "tsc")
    packages = tmp_path / "node_modules"
    packages.mkdir()
    (packages / "govdisclosure-rules").symlink_to(ROOT / "schemas" / "js")
    source = Path(__file__).with_name("consumer.ts").read_text("utf-8")
    (tmp_path / "consumer.ts").write_text(source, "utf-8")
    lines = ['import type { Report2019, Report2021 } from "govdisclosure-rules";']
    for year in ("2019", "2021"):
        document = (EXAMPLES / f"report-{year}.json").read_text("utf-8")
        lines.append(f"export const of{year}: Report{year} = {document};")
    (tmp_path / "examples.ts").write_text("\n".join(lines), "utf-8")
    (tmp_path / "package.json").write_text(json.dumps({"type": "module"}))
    options = ["--strict", "--noEmit", "--module", "nodenext", "--resolveJsonModule"]
    process = subprocess.run(
        ["node", compiler, *options, "--target", "es2022", "consumer.ts"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (process.stdout, process.returncode) == ("", 0)
