"""The quick ways of loading and writing; they go with the engine room."""

from govdisclosure.codec._quick._quick import (
    accept,
    accept_data,
    emit_data,
    emit_text,
    is_accepted_data,
)

__all__ = [
    "accept",
    "accept_data",
    "emit_data",
    "emit_text",
    "is_accepted_data",
]
