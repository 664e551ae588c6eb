"""Reading and writing files.

Many at once, each in a process of its own: :mod:`govdisclosure.files.workers`, which takes
time to import.
"""

from govdisclosure.files._formats import format_of
from govdisclosure.files._inputs import Inputs, inputs, is_junk
from govdisclosure.files._output_file import refuse_inputs, targets, write_file, write_part
from govdisclosure.files._read import read, read_text
from govdisclosure.files._run import FileResult, Run, UnreadFile
from govdisclosure.files._sources import Source, load, text_of
from govdisclosure.files._write import empty_form, form_as, write

__all__ = [
    "FileResult",
    "Inputs",
    "Run",
    "Source",
    "UnreadFile",
    "empty_form",
    "form_as",
    "format_of",
    "inputs",
    "is_junk",
    "load",
    "read",
    "read_text",
    "refuse_inputs",
    "targets",
    "text_of",
    "write",
    "write_file",
    "write_part",
]
