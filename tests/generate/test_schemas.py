"""A released schema stays as it is: ``schemas/RELEASED.sha256`` has its hash."""

import json

import pytest

from docs.generate.schemas import RELEASED, changes, hashes, schema_files, with_new
from govdisclosure.codec.schema import schema_text
from tests.support.paths import ROOT

FILES = schema_files()


def test_no_released_schema_has_changed() -> None:
    """A changed model needs a new version: raise ``SCHEMA_VERSION`` (or ``READING_VERSION``)."""
    listing = (ROOT / "schemas" / RELEASED).read_text("utf-8")
    texts = [schema_text(name.removesuffix(".schema.json")) for name in FILES]
    assert changes(listing, texts) == []


def test_every_id_is_listed_once() -> None:
    listing = (ROOT / "schemas" / RELEASED).read_text("utf-8")
    lines = [line for line in listing.splitlines() if not line.startswith("#")]
    assert len(hashes(listing)) == len(lines)
    assert {json.loads(text)["$id"] for text in FILES.values()} == set(hashes(listing))


OLD = '{"$id": "urn:a:1.0.0"}\n'
NEW = '{"$id": "urn:a:1.1.0"}\n'


def test_a_new_version_is_added_below_the_old_ones() -> None:
    listing = with_new("# released\n", [OLD])
    assert listing.startswith("# released\n")
    assert with_new(listing, [OLD]) == listing
    both = with_new(listing, [NEW])
    assert both.startswith(listing)
    assert list(hashes(both)) == ["urn:a:1.0.0", "urn:a:1.1.0"]


def test_a_released_schema_that_changed_is_named_and_refused() -> None:
    listing = with_new("", [OLD])
    edit = OLD.replace("}", ', "title": "甲"}')
    assert changes(listing, [edit]) == ["urn:a:1.0.0"]
    assert changes(listing, [OLD, NEW]) == []
    with pytest.raises(ValueError, match=r"changed since: urn:a:1\.0\.0"):
        with_new(listing, [edit])
