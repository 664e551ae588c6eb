"""The neutral document between file formats and reports: headings, paragraphs, tables."""

from govdisclosure.document._document import Block, Cell, Document, Heading, Paragraph, Table

__all__ = [
    "Block",
    "Cell",
    "Document",
    "Heading",
    "Paragraph",
    "Table",
]
