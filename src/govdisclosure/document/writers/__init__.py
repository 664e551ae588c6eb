"""A :class:`~govdisclosure.document.Document` → files of every format, one module a format."""

from govdisclosure.document.writers._formats import write_document

__all__ = ["write_document"]
