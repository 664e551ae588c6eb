"""The neutral document between file formats and reports: headings, paragraphs, tables."""

from govdisclosure.document._document import Block, Cell, Document, Heading, Paragraph, Table
from govdisclosure.document._marks import BARS

__all__ = ["BARS", "Block", "Cell", "Document", "Heading", "Paragraph", "Table"]
