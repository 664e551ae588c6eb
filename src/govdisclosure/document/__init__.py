"""The neutral document between file formats and reports: headings, paragraphs, tables."""

from govdisclosure.document._document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.document._marks import Mark, marked

__all__ = [
    "Block",
    "Cell",
    "Document",
    "Heading",
    "Mark",
    "Paragraph",
    "Table",
    "marked",
]
