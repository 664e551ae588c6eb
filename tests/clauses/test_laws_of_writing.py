"""What a writer writes, the reader of that format reads back to the same report."""

import pytest
from hypothesis import given, settings

from govdisclosure.errors import NotAReportError
from govdisclosure.files import empty_form, form_as, read
from govdisclosure.files._formats import FORMATS
from govdisclosure.model import AnyEdition, AnyReport
from tests.clauses.test_laws_of_reading import readable, same
from tests.support.forms import EDITIONS_AND_FREEDONIA, Form, every_form

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
