"""The form as a web page, in a browser where there is one."""

from pathlib import Path

import pytest

from govdisclosure.document.writers.html import write_document
from govdisclosure.model import EDITIONS, AnyEdition
from govdisclosure.transcribe import lay_out
from tests.support.browser import asked

HEIGHTS = """
var cells = Array.from(document.querySelectorAll('td'));
window.answer = Math.min.apply(null, cells.map(function (cell) { return cell.clientHeight; }));
"""


@pytest.mark.browser
@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
def test_a_cell_without_a_number_is_as_high_as_one_with_a_number(
    tmp_path: Path, edition: AnyEdition
) -> None:
    heights = [
        asked(write_document(lay_out(edition.blank(number=number))), HEIGHTS, tmp_path)
        for number in (None, 0)
    ]
    assert heights[0] == heights[1] > 15
