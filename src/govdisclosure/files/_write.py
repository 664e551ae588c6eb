"""Writing: a report → the official form as a file."""

from functools import partial
from pathlib import Path
from typing import TypeVar

from govdisclosure.codec import dumps
from govdisclosure.document.writers import write_document
from govdisclosure.files._formats import format_of
from govdisclosure.files._output_file import write_file
from govdisclosure.model import AnyReport, Edition, Reading, report_of
from govdisclosure.rules import totals, without_misfits
from govdisclosure.transcribe import lay_out

A = TypeVar("A", bound=AnyReport)


def write(report: AnyReport | Reading, path: Path | str) -> None:
    """Write a report on the official form; the end of the file's name chooses the format.

    Of a reading that is its report. ``.html`` is a page by itself that prints on A4, ``.docx``
    a Word file, ``.xlsx`` a workbook with live sums, ``.md`` Markdown, ``.txt`` plain text,
    ``.json`` canonical JSON. An existing file is replaced, whole or not at all.

    Raises:
        TypeError: it is no report.
        WriteError: no such format, what it needs is not installed, a text is longer than a
            cell of a workbook may be, or the system refuses.
        InvalidReportError: something in the report is not what stands there.
    """
    write_file(Path(path), [form_as(report_of(report), format_of(path))])


def form_as(report: AnyReport, format: str) -> bytes:
    """A report on the official form, in one of the formats of :data:`FORMATS`.

    >>> from govdisclosure.model import EDITION_2021
    >>> form_as(EDITION_2021.blank(issuer="青禾县", year=2023), "text").decode().splitlines()[0]
    '青禾县2023年政府信息公开工作年度报告'

    Raises:
        WriteError: what the format needs is not installed, or a text is too long for it.
        InvalidReportError: something in the report is of another type than stands there.
    """
    if format == "json":
        return dumps(report).encode()
    layout = lay_out(without_misfits(report))
    return write_document(layout, format, partial(totals, report.form))


def empty_form(edition: Edition[A], *, issuer: str | None = None, year: int | None = None) -> A:
    """A report to be filled in: all headings and tables of an edition, nothing in them.

    >>> from govdisclosure.model import EDITION_2021
    >>> empty_form(EDITION_2021, issuer="青禾县").overview
    ()
    """
    blank = edition.blank(issuer=issuer, year=year)
    prose = [s.name for s in edition.form.sections if not s.table]
    return blank.replace({f"/{name}": () for name in prose})
