"""The neutral document between file formats and reports: headings, paragraphs, tables."""

from govdisclosure.document._document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.document._limits import LARGEST_TEXT

__all__ = ["LARGEST_TEXT", "Block", "Cell", "Document", "Heading", "Paragraph", "Table"]
