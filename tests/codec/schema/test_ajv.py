"""ajv in strict mode compiles every published schema, and its verdicts are ours."""

import base64
from pathlib import Path

import pytest

from tests.support.javascript import folder_with
from tests.support.paths import ROOT
from tests.support.programs import node
from tests.support.proof import strict_cases

CASES = 2000


@pytest.mark.node
def test_documents_of_the_proof_are_judged_alike_once_their_text_is_strict_json() -> None:
    cases = [*strict_cases(CASES)]
    folder = folder_with("ajv", "ajv/dist/2020")
    lines = (base64.b64encode(text).decode("ascii") for text, _ in cases)
    script = Path(__file__).with_name("verdicts.mjs")
    said = node(script, folder, ROOT / "schemas", lines=lines)
    ours = [str(verdict).lower() for _, verdict in cases]
    assert said == [f"{verdict} {verdict}" for verdict in ours]
    assert min(ours.count("true"), ours.count("false")) > CASES / 5
