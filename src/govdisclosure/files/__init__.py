"""Reading and writing files, many at once too."""

from govdisclosure.files._inputs import Inputs, cannot_write, inputs, is_junk, keep_inputs, targets
from govdisclosure.files._read import read
from govdisclosure.files._run import FileResult, Run, UnreadFile
from govdisclosure.files._sources import Source, load, text_of
from govdisclosure.files._workers import Lost, in_workers
from govdisclosure.files._write import empty_form, form_as, format_of, write

__all__ = [
    "FileResult",
    "Inputs",
    "Lost",
    "Run",
    "Source",
    "UnreadFile",
    "cannot_write",
    "empty_form",
    "form_as",
    "format_of",
    "in_workers",
    "inputs",
    "is_junk",
    "keep_inputs",
    "load",
    "read",
    "targets",
    "text_of",
    "write",
]
