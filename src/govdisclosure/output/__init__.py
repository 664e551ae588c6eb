"""What leaves the package: JSON, tables, pages, lines; each in a module of its own."""

__all__: list[str] = []
