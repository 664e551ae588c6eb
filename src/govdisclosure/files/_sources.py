"""What the command line takes: a published report or the JSON of one, from a file or a pipe."""

import codecs
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Optional

from attrs import define, frozen

from govdisclosure import codec
from govdisclosure.errors import InvalidReportError, NotAReportError, ReadError
from govdisclosure.files._content import content_of
from govdisclosure.files._run import UnreadFile
from govdisclosure.i18n import Message
from govdisclosure.model import AnyReport, Reading

if TYPE_CHECKING:  # it takes time to import
    from govdisclosure.files._workers import Worker

_READER, _DECODER = "govdisclosure.files._read", "govdisclosure.document.readers"
_WORKERS = "govdisclosure.files._workers"
"""What reads files that are not JSON: imported when there is such a file, for it takes time."""

TIMEOUT = 120.0
"""Seconds that reading a file may take."""

SHORT_TEXT = 100_000
"""Bytes of a text that is read sooner than another process is there to do it."""

LARGEST_JSON = 5_000_000
"""Bytes of JSON beyond which nothing is read: a report has some twenty thousand."""


@frozen(eq=False, repr=False)  # as in ``_run``: this is built whenever a file is checked
class Source:
    """A report, with its reading where it was not JSON."""

    report: AnyReport
    reading: Reading | None


@define(eq=False, repr=False)
class Loader:
    """Loads files, what may take long in another process: after ``timeout`` seconds it is killed.

    JSON is none of that, nor is a short text.
    """

    timeout: float = TIMEOUT
    _worker: Optional["Worker"] = None

    def load(self, name: str, *, of_many: bool = False) -> Source | UnreadFile:
        """The same as :func:`load`."""
        return load(name, of_many=of_many, read=self._read)

    def close(self) -> None:
        """End the other process."""
        if self._worker:
            self._worker.end()

    def _read(self, data: bytes) -> Reading:
        reader = import_module(_READER)
        if len(data) <= SHORT_TEXT and not data.startswith(b"PK") and b"%PDF-" not in data[:1024]:
            reading: Reading = reader.read(data)
            return reading
        workers = import_module(_WORKERS)
        worker: Worker = self._worker or workers.Worker(reader.read_or_why, self.timeout)
        self._worker = worker
        result = worker.result(data)
        if isinstance(result, Reading):
            return result
        raise ReadError(result.why if isinstance(result, workers.Lost) else result)


def load(
    name: str, *, of_many: bool = False, read: Callable[[bytes], Reading] | None = None
) -> Source | UnreadFile:
    """The report in a file, or what is wrong with it; ``-`` is standard input.

    Of many files each is read more quickly, after some time to get ready for that. ``read``
    reads what is not JSON.
    """
    try:
        return _source(name, content_of(name), of_many, read)
    except (ReadError, NotAReportError) as problem:
        return UnreadFile(file=name, reason=problem.message)
    except InvalidReportError as problem:
        return UnreadFile(file=name, findings=problem.findings)


def _source(
    name: str, data: bytes, of_many: bool, read: Callable[[bytes], Reading] | None
) -> Source:
    if not is_json(name, data):
        reading = (read or import_module(_READER).read)(data)
        return Source(reading.report, reading)
    if len(data) > LARGEST_JSON:
        raise ReadError(Message("too_large", {"limit": f"{LARGEST_JSON:,}"}))
    return Source(codec.loads(data) if of_many else codec.loads_once(data), None)


def text_of(name: str) -> str:
    """The text of a file, in UTF-8 or GB18030; ``-`` is standard input.

    Raises:
        ReadError: the file cannot be opened, or is no text.
    """
    text: str = import_module(_DECODER).decode(content_of(name))
    return text


def is_json(name: str, data: bytes) -> bool:
    """Whether a file is JSON: its name says so, or its content looks like it.

    An object looks like JSON, and so does another value that is refused as JSON rather than
    as a report, in whatever encoding: what is wrong with that, the loader says.

    >>> is_json("-", b'{"year": 2023}'), is_json("-", "一、总体情况".encode())
    (True, False)
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode(errors="replace")
    bare = data.strip(codecs.BOM_UTF8 + b" \t\r\n")
    ends = bare[:1] + bare[-1:] if len(bare) > 1 else b""
    return name.lower().endswith(".json") or bare.startswith(b"{") or ends in (b"[]", b'""')
