"""What no report reaches, whatever its format."""

LARGEST_TEXT = 5_000_000
"""Bytes of text beyond which nothing is read: a long report has a hundredth of that."""
