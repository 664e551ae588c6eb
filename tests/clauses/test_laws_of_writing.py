"""What a writer writes, the reader of that format reads back to the same report, or losses say
what of it does not come back."""

from collections.abc import Iterator
from functools import partial
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.document import Document, Table
from govdisclosure.document.readers import read_document
from govdisclosure.document.readers._detect import _MARKDOWN, _MARKUP
from govdisclosure.document.readers.text import _RULE
from govdisclosure.document.writers import write_document
from govdisclosure.errors import NotAReportError
from govdisclosure.files import empty_form, form_as, read
from govdisclosure.files._formats import FORMATS
from govdisclosure.form import CellState
from govdisclosure.model import EDITION_2021, AnyEdition, AnyReport, CellNote
from govdisclosure.transcribe import lay_out
from tests.clauses.test_laws_of_reading import readable, same
from tests.support.forms import EDITIONS_AND_FREEDONIA, Form, every_form
from tests.support.hostile import hostile, in_a_line, verdict

PRINTED = tuple(dict.fromkeys(format for format in FORMATS.values() if format != "json"))
QUICK = {"html": 20, "text": 20, "markdown": 20, "docx": 3, "xlsx": 6}
"""Examples a form and format; ``python -m tests.support.round_trips N`` tries N."""

ODD = ("abc", "见附件")
"""Texts that only a ruled table shows to stand in a cell."""


@pytest.mark.slow
@pytest.mark.parametrize("format", PRINTED)
@every_form
def test_a_report_written_reads_back_the_same(form: Form, format: str) -> None:
    words = () if format == "text" else ODD

    @settings(max_examples=QUICK[format], deadline=None, derandomize=True)
    @given(report=readable(form, words=words))
    def law(report: AnyReport) -> None:
        assert same(read(form_as(report, format), EDITIONS_AND_FREEDONIA), report)

    law()


@pytest.mark.parametrize("format", PRINTED)
@pytest.mark.parametrize("edition", EDITIONS_AND_FREEDONIA, ids=lambda edition: edition.name)
def test_an_empty_form_is_refused_as_one(edition: AnyEdition, format: str) -> None:
    form: AnyReport = empty_form(edition, issuer="青禾县溪口镇人民政府", year=2024)
    with pytest.raises(NotAReportError) as refused:
        read(form_as(form, format), EDITIONS_AND_FREEDONIA)
    assert refused.value.message.key == "empty_form"


@pytest.mark.parametrize("format", PRINTED)
@every_form
def test_losses_are_exactly_what_reads_back_otherwise(form: Form, format: str) -> None:
    @settings(max_examples=QUICK[format], deadline=None, derandomize=True)
    @given(report=hostile(form))
    def law(report: AnyReport) -> None:
        assert verdict(report, format) != "wrong"

    law()


def lines(document: Document, format: str) -> Iterator[str]:
    """All texts of a document that are not empty; in plain text, where a row is a line, by line."""
    for block in document.blocks:
        if not isinstance(block, Table):
            yield block.text
        elif format == "text":
            yield from (" | ".join(cell.text for cell in row).strip(" |") for row in block.rows)
        else:
            yield from (cell.text for row in block.rows for cell in row if cell.text)


BARS = "|｜│┃∣"


def is_sayable(text: str, format: str, *, in_cell: bool) -> bool:
    """Whether a format can say a text of one line: only plain text cannot say all of them.

    It has no escapes: bars part cells and frame lines, dashes draw one, and marks of Markdown
    or of a web page say what the file is.
    """
    if format != "text":
        return True
    is_other = _MARKDOWN.search(text) or _MARKUP.match(text)
    drawn = any(bar in text for bar in BARS) if in_cell else text.strip(BARS + " \ufeff") != text
    return not is_other and not drawn and not _RULE.fullmatch(text)


A_CELL = "/requests/received/total"


@pytest.mark.slow
@pytest.mark.parametrize("format", PRINTED)
def test_a_text_of_one_line_comes_back_from_every_place(format: str) -> None:
    """Bars, stars, tags, escapes and headings are text to whoever wrote them."""
    blank = EDITION_2021.blank(issuer="青禾县", year=2023, number=0)
    in_prose, in_cell = (
        in_a_line().filter(partial(is_sayable, format=format, in_cell=here))
        for here in (False, True)
    )
    prose = st.lists(in_prose, min_size=1, max_size=3).map(tuple)

    @settings(max_examples=4 * QUICK[format], deadline=None, derandomize=True)
    @given(title=in_prose, preamble=prose, overview=prose, last=prose, printed=in_cell)
    def law(title: str, printed: str, preamble: Prose, overview: Prose, last: Prose) -> None:
        places = {"/title": title, "/preamble": preamble, "/overview": overview}
        note = CellNote(printed=printed, state=CellState.UNREADABLE)
        notes = {"/other_matters": last, A_CELL: None, "/cell_notes": {A_CELL: note}}
        document = lay_out(blank.replace({**places, **notes}))
        again = read_document(write_document(document, format, dict))
        assert [*lines(again, format)] == [*lines(document, format)]

    law()


Prose: TypeAlias = tuple[str, ...]
