"""The formats of files, and what reads and writes all that are not JSON.

That is imported when such a file is met: whoever only has JSON need not wait for it.
"""

import codecs
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType

from govdisclosure.errors import WriteError
from govdisclosure.i18n import Message

FORMATS: Mapping[str, str] = {
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".xlsx": "xlsx",
    ".md": "markdown",
    ".txt": "text",
    ".json": "json",
}
"""The format that the end of a file's name asks for."""


def format_of(path: Path | str) -> str:
    """The format that a file's name asks for.

    >>> format_of("form.DOCX")
    'docx'
    """
    suffix = Path(path).suffix
    format = FORMATS.get(suffix.lower())
    if format is None:
        about = {"suffix": suffix or "-", "known": " ".join(FORMATS)}
        raise WriteError(Message("no_format_of", about))
    return format


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


def documents() -> ModuleType:
    """The module that reads and writes documents."""
    return import_module("govdisclosure.files._documents")
