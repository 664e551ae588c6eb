"""Files of every format → :class:`~govdisclosure.document.Document`, one module a format."""

from govdisclosure.document.readers._detect import (
    LARGEST_ARCHIVE,
    MOST_CELLS,
    MOST_PARTS,
    PDF,
    ZIP,
    binary_format,
    decode,
    read_document,
)

__all__ = [
    "LARGEST_ARCHIVE",
    "MOST_CELLS",
    "MOST_PARTS",
    "PDF",
    "ZIP",
    "binary_format",
    "decode",
    "read_document",
]
