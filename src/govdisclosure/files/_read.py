"""Reading: a file, bytes or text → :class:`Reading`."""

from collections.abc import Sequence
from pathlib import Path

from govdisclosure.document.readers import LARGEST_FILE, is_markup, read_document
from govdisclosure.errors import ReadError
from govdisclosure.i18n import Message
from govdisclosure.model import EDITIONS, AnyEdition, Reading
from govdisclosure.transcribe import assemble


def read(source: Path | bytes | str, editions: Sequence[AnyEdition] = EDITIONS) -> Reading:
    """Read a published report.

    A ``Path`` is a file, ``bytes`` are its content; a ``str`` with a line break or markup
    in it is the text of a report, any other ``str`` names a file.

    >>> reading = read('''青禾县溪口镇2021年政府信息公开工作年度报告
    ... 二、主动公开政府信息情况
    ... 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
    ... 规章 | 0 | 0 | 0
    ... 行政规范性文件 | 2 | 0 | 9''')
    >>> reading.report.issuer.name, reading.report.proactive_disclosure.normative_documents.in_force
    ('青禾县溪口镇', 9)

    Raises:
        ReadError: the file is missing, forbidden, too large or of a format not supported.
        NotAReportError: it can be read, but is no report on the official form.
    """
    if isinstance(source, str) and ("\n" in source or is_markup(source)):
        return assemble(read_document(source), editions)
    data = source if isinstance(source, bytes) else content_of(Path(source))
    return assemble(read_document(data), editions)


def content_of(path: Path) -> bytes:
    """The bytes of a file; of a very large one no more than show that it is.

    Raises:
        ReadError: it is missing, a directory, forbidden or too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise ReadError(Message("no_such_file", {"path": str(path)})) from None
    except IsADirectoryError:
        raise ReadError(Message("is_a_directory", {"path": str(path)})) from None
    except (OSError, ValueError) as problem:  # ValueError: a NUL byte in the name
        about = {"path": str(path), "why": getattr(problem, "strerror", None) or str(problem)}
        raise ReadError(Message("cannot_open", about)) from None
    if len(data) > LARGEST_FILE:
        raise ReadError(Message("too_large", {"limit": f"{LARGEST_FILE:,}"}))
    return data
