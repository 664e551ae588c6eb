"""A document → a file of some format. The format's own module is imported when it is asked for."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from govdisclosure.document._document import Document
from govdisclosure.document._modules import module_of
from govdisclosure.errors import WriteError
from govdisclosure.i18n import Message

Sums: TypeAlias = Mapping[str, Sequence[str]]
"""The names of cells that are totals, each with the names of the cells that it adds up."""

_CALCULATING = frozenset(("xlsx",))
"""Formats whose files calculate."""


def write_document(document: Document, format: str, sums: Callable[[], Sums]) -> bytes:
    """The file of a document in a format; one that calculates asks for the sums.

    >>> from govdisclosure.document import Heading
    >>> write_document(Document((Heading("Overview"),)), "markdown", dict)
    b'# Overview\\n'

    Raises:
        WriteError: what the format needs is not installed, or a text is too long for it.
    """
    try:
        module = module_of("writers", format)
    except ImportError:
        about = {"format": format.upper(), "extra": format}
        raise WriteError(Message("writing_needs", about)) from None
    options = (sums(),) if format in _CALCULATING else ()
    content: bytes | str = module.write_document(document, *options)
    return content if isinstance(content, bytes) else content.encode()
