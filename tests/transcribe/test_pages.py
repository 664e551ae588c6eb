"""Every deviation of published reports (format.md §3): one tiny document each in ``pages/``.

A document is named for its number there; beside it stands, as JSON, what must be read
from it, nothing left out. All of them were written for this.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.document.readers.html import read_document
from govdisclosure.files import read
from govdisclosure.form import parts
from govdisclosure.model import EDITION_2019, EDITION_2021, Report
from govdisclosure.transcribe._normalize import key
from tests.support.paths import ROOT
from tests.support.printing import document_in_docx
from tests.support.summaries import summary

PAGES_DIR = ROOT / "tests" / "pages"
PAGES = sorted(path for path in PAGES_DIR.iterdir() if path.suffix != ".json")
DEVIATIONS = range(1, 36)
"""The rows of the table; 35 is the one without a number."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_read_as_written_beside_it(page: Path) -> None:
    expected = json.loads(page.with_name(page.name + ".json").read_text("utf-8"))
    assert summary(read(page)) == expected


def test_the_grid_of_the_2019_form_is_met_in_word_too() -> None:
    """Spans of header and data do not line up: cells are counted, grid columns are not."""
    page = PAGES_DIR / "grid-2019-spans-do-not-line-up.html"
    expected = json.loads(page.with_name(page.name + ".json").read_text("utf-8"))
    assert summary(read(document_in_docx(read_document(page.read_text("utf-8"))))) == expected


def test_every_deviation_has_a_page_and_every_expectation_too() -> None:
    numbers = {int(match[0]) for page in PAGES if (match := re.match(r"\d+", page.name))}
    assert numbers == set(DEVIATIONS)
    expectations = {path.stem for path in PAGES_DIR.glob("*.json")}
    assert expectations == {page.name for page in PAGES}


def other_wordings() -> list[str]:
    """Every wording that is accepted beside the form's own."""
    labels: list[Any] = [part.label for part in parts(Report)]
    for edition in (EDITION_2019, EDITION_2021):
        for table in edition.form.tables.values():
            labels += [
                x
                for row in table.rows
                for c in row.columns
                for x in (*row.labels, *c.label.chain())
            ]
            labels += [row.band for row in table.rows]
    return list(dict.fromkeys(word for label in labels if label for word in label.also))


@pytest.mark.parametrize("wording", other_wordings())
def test_another_wording_of_a_label_was_met_on_some_page(wording: str) -> None:
    printed = [key(line) for page in PAGES for line in page.read_text("utf-8").splitlines()]
    assert any(key(wording) in line for line in printed)
