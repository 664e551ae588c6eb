"""How large the parts of an office file may be, counted before they are parsed."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile


def xml_parts(data: bytes) -> Iterator[tuple[bytes, int]]:
    """The parts of an office file that are XML, each with the number of its elements."""
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name).replace(b"\0", b"")  # UTF-16 looks like ASCII then
            if part.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
                yield part, part.count(b"<") - part.count(b"</")
