"""check-jsonschema, the validator of many a pre-commit hook: it takes the schemas, and agrees."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.codec.schema import schema_names
from tests.conformance.test_twins import TWINS, document_of
from tests.support.paths import ROOT

SCHEMAS = ROOT / "schemas"


def check_jsonschema(*arguments: str | Path) -> Any:
    """What it prints, as JSON."""
    pytest.importorskip("check_jsonschema")
    command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json", *arguments]
    process = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert process.stderr == ""
    printed = json.loads(process.stdout)
    assert process.returncode == (0 if printed["status"] == "ok" else 1)
    return printed


def test_every_schema_is_one() -> None:
    files = [SCHEMAS / f"{name}.schema.json" for name in schema_names()]
    assert check_jsonschema("--check-metaschema", *files)["status"] == "ok"


@pytest.mark.parametrize("name", ["report", "report.draft-07", "statutory-2021"])
def test_its_verdicts_are_ours(name: str, tmp_path: Path) -> None:
    judged_by = name.removesuffix(".draft-07")
    files: list[Path] = []
    blamed: set[str] = set()
    for twin in TWINS:
        if twin["schema"] == judged_by:
            files.append(tmp_path / f"{len(files)}.json")
            files[-1].write_text(json.dumps(document_of(twin)), "utf-8")
            blamed |= {str(files[-1])} if twin["blamed"] else set()
    printed = check_jsonschema("--schemafile", SCHEMAS / f"{name}.schema.json", *files)
    assert {error["filename"] for error in printed["errors"]} == blamed
    assert 0 < len(blamed) < len(files)
