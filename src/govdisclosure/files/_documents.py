"""Reports as documents, of every format that is not JSON."""

from collections.abc import Callable, Sequence
from importlib import import_module

from govdisclosure.document.readers import decode, read_document
from govdisclosure.errors import WriteError
from govdisclosure.i18n import Message
from govdisclosure.model import EDITIONS, AnyEdition, AnyReport, Reading
from govdisclosure.rules import totals
from govdisclosure.transcribe import assemble, lay_out

__all__ = ["decode", "read", "write"]


def read(source: bytes | str, editions: Sequence[AnyEdition] = EDITIONS) -> Reading:
    """The reading of some bytes or of a text."""
    return assemble(read_document(source), editions)


def write(report: AnyReport, format: str) -> bytes:
    """A report on the official form; a workbook is told what it has to add up."""
    sums = (totals(report.form),) if format == "xlsx" else ()
    content = _writer(format)(lay_out(report), *sums)
    return content if isinstance(content, bytes) else content.encode()


def _writer(format: str) -> Callable[..., bytes | str]:
    try:
        module = import_module(f"govdisclosure.document.writers.{format}")
    except ImportError:
        about = {"format": format.upper(), "extra": format}
        raise WriteError(Message("writing_needs", about)) from None
    writer: Callable[..., bytes | str] = module.write_document
    return writer
