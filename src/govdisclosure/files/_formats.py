"""The formats of files, and which module here reads and writes each.

A module is imported when a file of its format is met: whoever only has JSON need not wait
for what reads documents.
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

DOCUMENT = "document"
"""Every format but JSON: a document whose tables and headings have to be understood."""

_MODULES = {"json": "govdisclosure.files._json", DOCUMENT: "govdisclosure.files._documents"}


def module_of(format: str) -> ModuleType:
    """The module that reads and writes a format."""
    return import_module(_MODULES.get(format, _MODULES[DOCUMENT]))


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


def format_of_content(data: bytes, name: str = "") -> str:
    """JSON, if the name says so or the content looks like it, or else a document.

    An object looks like JSON, and so does another value that is refused as JSON rather than
    as a report, in whatever encoding: what is wrong with that, the loader says.

    >>> format_of_content(b'{"year": 2023}'), format_of_content("一、总体情况".encode())
    ('json', 'document')
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode(errors="replace")
    bare = data.strip(codecs.BOM_UTF8 + b" \t\r\n")
    ends = bare[:1] + bare[-1:] if len(bare) > 1 else b""
    is_json = name.lower().endswith(".json") or bare.startswith(b"{") or ends in (b"[]", b'""')
    return "json" if is_json else DOCUMENT
