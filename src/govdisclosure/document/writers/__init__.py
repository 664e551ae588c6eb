"""A :class:`~govdisclosure.document.Document` → a file, one module a format."""
