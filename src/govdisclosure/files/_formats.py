"""The formats that are written, by the end of a file's name."""

from collections.abc import Mapping
from pathlib import Path

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
"""The format that the end of a file's name asks for; but for JSON its writer's name."""


def format_of(path: Path | str) -> str:
    """The format that a file's name asks for.

    >>> format_of("form.DOCX")
    'docx'
    """
    suffix = Path(path).suffix
    format = FORMATS.get(suffix.lower())
    if format is None:
        about = {"suffix": suffix, "known": " ".join(FORMATS)}
        raise WriteError(Message("no_format_of" if suffix else "no_suffix", about))
    return format
