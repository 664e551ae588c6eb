"""Files of every format → :class:`~govdisclosure.document.Document`, one module a format."""

from govdisclosure.document.readers._detect import (
    LARGEST_ARCHIVE,
    LARGEST_FILE,
    LARGEST_TEXT,
    MOST_CELLS,
    MOST_PARTS,
    PDF,
    ZIP,
    binary_format,
    decode,
    is_markup,
    read_document,
)

__all__ = [
    "LARGEST_ARCHIVE",
    "LARGEST_FILE",
    "LARGEST_TEXT",
    "MOST_CELLS",
    "MOST_PARTS",
    "PDF",
    "ZIP",
    "binary_format",
    "decode",
    "is_markup",
    "read_document",
]
