"""The modules of formats, each imported when a file of its format is read or written."""

from importlib import import_module
from threading import RLock
from types import ModuleType

_IMPORTING = RLock()
"""One thread at a time: two that import what refers to each other may block each other."""


def module_of(kind: str, format: str) -> ModuleType:
    """The reader or writer of a format.

    >>> module_of("writers", "text").__name__
    'govdisclosure.document.writers.text'

    Raises:
        ImportError: what it needs is not installed.
    """
    with _IMPORTING:
        return import_module(f"govdisclosure.document.{kind}.{format}")
