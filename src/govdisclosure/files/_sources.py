"""What the command line takes: a published report or the JSON of one, from a file or a pipe."""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Optional

from attrs import define, frozen

from govdisclosure import codec
from govdisclosure.errors import InvalidReportError, NotAReportError, ReadError
from govdisclosure.files._content import content_or_input, is_json
from govdisclosure.files._run import UnreadFile, or_unread
from govdisclosure.i18n import one_line
from govdisclosure.model import AnyReport, Reading

if TYPE_CHECKING:  # it takes time to import
    from govdisclosure.files._workers import Worker

_READER, _FORMATS = "govdisclosure.files._read", "govdisclosure.document.readers"
_WORKERS = "govdisclosure.files._workers"
"""What reads files that are not JSON: imported when there is such a file, for it takes time."""

TIMEOUT = 120.0
"""Seconds that reading a file may take."""

SHORT_TEXT = 100_000
"""Bytes of a text that is read sooner than another process is there to do it."""


@frozen(eq=False)  # as in ``_run``: this is built whenever a file is checked
class Source:
    """A report, with its reading where it was not JSON."""

    report: AnyReport
    reading: Reading | None

    def __repr__(self) -> str:
        return one_line(self, self.reading or self.report)


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
        if len(data) <= SHORT_TEXT and import_module(_FORMATS).is_text(data):
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
    return or_unread(name, lambda: _source(name, content_or_input(name), of_many, read))


def _source(
    name: str, data: bytes, of_many: bool, read: Callable[[bytes], Reading] | None
) -> Source:
    def of_document() -> Source:
        reading = (read or import_module(_READER).read)(data)
        return Source(reading.report, reading)

    if not is_json(name, data):
        return of_document()
    try:
        return Source(codec.loads(data) if of_many else codec.loads_once(data), None)
    except InvalidReportError:
        if data and not is_json("", data):  # only its name says that it is JSON
            with suppress(NotAReportError):
                return of_document()
        raise


def text_of(name: str) -> str:
    """The text of a file, in UTF-8 or GB18030; ``-`` is standard input.

    Raises:
        ReadError: the file cannot be opened, or is no text.
    """
    text: str = import_module(_FORMATS).decode(content_or_input(name))
    return text
