"""Reading and writing files, many at once too.

Names are imported when they are first used: whoever only has JSON need not wait for what reads
documents.
"""

import govdisclosure

TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    from govdisclosure.files._formats import format_of
    from govdisclosure.files._inputs import Inputs, inputs, is_junk
    from govdisclosure.files._output_file import refuse_inputs, targets, write_file, write_part
    from govdisclosure.files._read import read, read_text
    from govdisclosure.files._run import FileResult, Run, UnreadFile
    from govdisclosure.files._sources import TIMEOUT, Loader, Source, load, text_of
    from govdisclosure.files._workers import Lost, in_workers
    from govdisclosure.files._write import empty_form, form_as, write
else:
    __getattr__ = govdisclosure.names_in(
        __name__,
        _formats="format_of",
        _inputs="Inputs inputs is_junk",
        _output_file="refuse_inputs targets write_file write_part",
        _read="read read_text",
        _run="FileResult Run UnreadFile",
        _sources="TIMEOUT Loader Source load text_of",
        _workers="Lost in_workers",
        _write="empty_form form_as write",
    )

__all__ = [
    "TIMEOUT", "FileResult", "Inputs", "Loader", "Lost", "Run", "Source", "UnreadFile",
    "empty_form", "form_as", "format_of", "in_workers", "inputs", "is_junk", "load", "read",
    "read_text", "refuse_inputs", "targets", "text_of", "write", "write_file", "write_part",
]  # fmt: skip
