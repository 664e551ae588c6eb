"""What the command line takes: a published report or the JSON of one, from a file or a pipe."""

from importlib import import_module

from attrs import frozen

from govdisclosure import codec
from govdisclosure.errors import InvalidReportError, NotAReportError, ReadError
from govdisclosure.files._content import content_or_input, is_json
from govdisclosure.files._run import UnreadFile
from govdisclosure.i18n import one_line
from govdisclosure.model import AnyReport, Reading

_READER, _DECODER = "govdisclosure.files._read", "govdisclosure.document.readers"
"""What reads files that are not JSON: imported when there is such a file, for it takes time."""


@frozen(eq=False)  # as in ``_run``: this is built whenever a file is checked
class Source:
    """A report, with its reading where it was not JSON."""

    report: AnyReport
    reading: Reading | None

    def __repr__(self) -> str:
        return one_line(self, self.reading or self.report)


def load(name: str, *, of_many: bool = False) -> Source | UnreadFile:
    """The report in a file, or what is wrong with it; ``-`` is standard input.

    Of many files each is read more quickly, after some time to get ready for that.
    """
    try:
        return _source(name, content_or_input(name), of_many)
    except (ReadError, NotAReportError) as problem:
        return UnreadFile(file=name, reason=problem.message)
    except InvalidReportError as problem:
        return UnreadFile(file=name, findings=problem.findings)


def _source(name: str, data: bytes, of_many: bool) -> Source:
    if not is_json(name, data):
        reading = import_module(_READER).read(data)
        return Source(reading.report, reading)
    return Source(codec.loads(data) if of_many else codec.loads_once(data), None)


def text_of(name: str) -> str:
    """The text of a file, in UTF-8 or GB18030; ``-`` is standard input.

    Raises:
        ReadError: the file cannot be opened, or is no text.
    """
    text: str = import_module(_DECODER).decode(content_or_input(name))
    return text
