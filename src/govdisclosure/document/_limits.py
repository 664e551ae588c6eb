"""What no report reaches, whatever its format."""

LARGEST_TEXT = 5_000_000
"""Bytes of text beyond which nothing is read: a long report has a hundredth of that."""

MOST_CELLS = 20_000
"""Cells and paragraphs of a document that are read: a report has a thousand."""

MOST_CHARACTERS = 1_000_000
"""Characters in all of them, with their widths folded: a report has thirty thousand."""
