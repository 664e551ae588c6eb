"""A released schema stays as it is: ``schemas/RELEASED.sha256`` has its hash."""

import json

import pytest

from docs.generate.schemas import RELEASED, changed, hashes, schema_files, with_new
from govdisclosure.codec.schema import schema_text
from tests.support.paths import ROOT

FILES = schema_files()


def test_no_released_schema_has_changed() -> None:
    """A changed model needs a new version: raise ``SCHEMA_VERSION`` (or ``READING_VERSION``)."""
    listed = (ROOT / "schemas" / RELEASED).read_text("utf-8")
    texts = [schema_text(name.removesuffix(".schema.json")) for name in FILES]
    assert changed(listed, texts) == []


def test_every_id_is_listed_once() -> None:
    listed = (ROOT / "schemas" / RELEASED).read_text("utf-8")
    lines = [line for line in listed.splitlines() if not line.startswith("#")]
    assert len(hashes(listed)) == len(lines)
    assert {json.loads(text)["$id"] for text in FILES.values()} == set(hashes(listed))


OLD = '{"$id": "urn:a:1.0.0"}\n'
NEW = '{"$id": "urn:a:1.1.0"}\n'


def test_a_new_version_is_added_below_the_old_ones() -> None:
    listed = with_new("# released\n", [OLD])
    assert listed.startswith("# released\n")
    assert with_new(listed, [OLD]) == listed
    both = with_new(listed, [NEW])
    assert both.startswith(listed)
    assert list(hashes(both)) == ["urn:a:1.0.0", "urn:a:1.1.0"]


def test_a_released_schema_that_changed_is_told_and_refused() -> None:
    listed = with_new("", [OLD])
    edited = OLD.replace("}", ', "title": "甲"}')
    assert changed(listed, [edited]) == ["urn:a:1.0.0"]
    assert changed(listed, [OLD, NEW]) == []
    with pytest.raises(ValueError, match=r"changed since: urn:a:1\.0\.0"):
        with_new(listed, [edited])
