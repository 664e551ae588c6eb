"""A validator in Go, as Debian packages it: by the schema in draft-07 its verdicts are ours."""

import base64
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from govdisclosure import validate
from tests.conformance.test_twins import TWINS, document_of
from tests.support.examples import EXAMPLES
from tests.support.paths import ROOT
from tests.support.programs import go
from tests.support.proof import by_loads, strict_cases

SCHEMA = ROOT / "schemas" / "report.draft-07.schema.json"
CASES = 2000
TEXT = (EXAMPLES / "report-2021.json").read_text("utf-8")

pytestmark = pytest.mark.go


def verdicts(texts: Iterable[bytes]) -> list[str]:
    """What the validator says of each text, by one process."""
    lines = (base64.b64encode(text).decode("ascii") for text in texts)
    return go(Path(__file__).with_name("verdicts.go"), SCHEMA, lines=lines)


def test_documents_of_the_proof_are_judged_alike_once_their_text_is_strict_json() -> None:
    cases = [*strict_cases(CASES)]
    ours = [str(verdict).lower() for _, verdict in cases]
    theirs = verdicts(text for text, _ in cases)
    beyond = {"panic": "false"}  # a power of ten beyond a million
    assert [beyond.get(said, said) for said in theirs] == ours
    assert min(ours.count("true"), ours.count("false")) > CASES / 5


def test_examples_and_their_broken_twins_are_judged_alike() -> None:
    bases = sorted((ROOT / "tests" / "conformance" / "bases").glob("*.json"))
    assert bases
    documents = [document_of(twin) for twin in TWINS]
    documents += [json.loads(path.read_text("utf-8")) for path in bases]
    theirs = verdicts(json.dumps(document).encode() for document in documents)
    assert theirs == [str(not validate(document)).lower() for document in documents]
    assert {*theirs} == {"true", "false"}


def with_extension(value: str) -> bytes:
    """The example with a value in it where any JSON may stand."""
    document = json.loads(TEXT) | {"extensions": {"x_a": "@"}}
    return json.dumps(document, ensure_ascii=False).replace('"@"', value).encode()


REFUSED_BY_THE_LOADER = {
    "a key twice": (with_extension('{"a": 1, "a": 2}'), "true"),
    "a lone surrogate": (with_extension(r'"\ud800"'), "true"),
    "more than 64 levels": (with_extension("[" * 65 + "]" * 65), "true"),
    "more than 10,000 levels": (with_extension("[" * 10_001 + "]" * 10_001), "unread"),
    "a number that rounding makes whole": (with_extension("0.99999999999999999999"), "true"),
    "a number that rounding makes 0": (with_extension("1e-999"), "true"),
    "a number beyond every double": (with_extension("1e999"), "false"),
    "a number with a huge exponent": (with_extension("1e1000001"), "panic"),
    "NaN": (with_extension("NaN"), "unread"),
    "not UTF-8": (TEXT.encode().replace("年".encode(), b"\xff", 1), "true"),
    "something after the end": (TEXT.encode() + b"{}", "true"),
}
"""Texts, and what is said of them in Go: ``true`` is what such a validator cannot see."""


def test_what_it_cannot_see_is_in_the_text_and_not_in_the_data() -> None:
    texts = [text for text, _ in REFUSED_BY_THE_LOADER.values()]
    assert not any(by_loads(text) for text in texts)
    said = dict(zip(REFUSED_BY_THE_LOADER, verdicts(texts), strict=True))
    assert said == {name: said for name, (_, said) in REFUSED_BY_THE_LOADER.items()}


def test_a_byte_order_mark_is_to_be_taken_away_first() -> None:
    text = b"\xef\xbb\xbf" + TEXT.encode()
    assert (by_loads(text), verdicts([text])) == (True, ["unread"])
