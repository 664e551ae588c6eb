"""Reports as JSON."""

from govdisclosure.codec import dumps, loads
from govdisclosure.document import LARGEST_TEXT
from govdisclosure.errors import ReadError
from govdisclosure.files._run import Source
from govdisclosure.i18n import Message
from govdisclosure.model import AnyReport


def load(data: bytes) -> Source:
    """The report that the JSON is; it has no reading."""
    if len(data) > LARGEST_TEXT:
        raise ReadError(Message("too_large", {"limit": f"{LARGEST_TEXT:,}"}))
    return Source(loads(data), None)


def write(report: AnyReport, format: str) -> bytes:
    """The canonical JSON of a report."""
    return dumps(report).encode()
