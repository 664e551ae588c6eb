"""Files of every format → :class:`~govdisclosure.document.Document`, one module a format."""

from govdisclosure.document.readers._detect import decode, is_text, read_document

__all__ = ["decode", "is_text", "read_document"]
