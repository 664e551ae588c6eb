"""Reports as documents, of every format that is not JSON."""

from collections.abc import Sequence

from govdisclosure.document.readers import decode, read_document
from govdisclosure.document.writers import write_document
from govdisclosure.files._run import Source
from govdisclosure.model import EDITIONS, AnyEdition, AnyReport, Reading
from govdisclosure.rules import totals
from govdisclosure.transcribe import assemble, lay_out

__all__ = ["decode", "load", "read", "write"]


def load(data: bytes) -> Source:
    """The report in some bytes, with its reading."""
    reading = read(data)
    return Source(reading.report, reading)


def read(source: bytes | str, editions: Sequence[AnyEdition] = EDITIONS) -> Reading:
    """The reading of some bytes or of a text."""
    return assemble(read_document(source), editions)


def write(report: AnyReport, format: str) -> bytes:
    """A report on the official form; a workbook calculates its totals."""
    return write_document(lay_out(report), format, totals(report.form))
