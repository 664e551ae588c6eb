"""A released schema stays as it is: ``schemas/RELEASED.sha256`` has its hash."""

import json
from pathlib import Path

import pytest

from govdisclosure.schema import main, schema_files
from govdisclosure.schema_files import schema_text
from govdisclosure.schema_release import RELEASED, changed, hashes, with_new

ROOT = Path(__file__).parents[1]
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


def test_the_list_can_be_made_by_the_command(tmp_path: Path) -> None:
    main(["--release", str(tmp_path)])
    made = (tmp_path / RELEASED).read_text("utf-8")
    assert hashes(made) == hashes((ROOT / "schemas" / RELEASED).read_text("utf-8"))
    main(["--release", str(tmp_path)])
    assert (tmp_path / RELEASED).read_text("utf-8") == made
