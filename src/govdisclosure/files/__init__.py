"""Reading and writing files, many at once too.

Names are imported when they are first used: whoever only has JSON need not wait for what reads
documents.
"""

import govdisclosure

TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    from govdisclosure.files._content import WILDCARDS
    from govdisclosure.files._formats import format_of
    from govdisclosure.files._inputs import Inputs, inputs, is_junk
    from govdisclosure.files._losses import losses
    from govdisclosure.files._output_file import is_replaced, write_file
    from govdisclosure.files._output_names import refuse_inputs, targets
    from govdisclosure.files._read import read, read_text
    from govdisclosure.files._read_many import ReadFile, cores, read_many
    from govdisclosure.files._run import FileResult, Run, UnreadFile
    from govdisclosure.files._sources import TIMEOUT, Loader, Source, load, text_of
    from govdisclosure.files._wildcards import expand_wildcards
    from govdisclosure.files._workers import Lost, in_workers
    from govdisclosure.files._write import empty_form, form_as, write
else:
    __getattr__ = govdisclosure.names_in(
        __name__,
        _content="WILDCARDS",
        _formats="format_of",
        _inputs="Inputs inputs is_junk",
        _losses="losses",
        _output_file="is_replaced write_file",
        _output_names="refuse_inputs targets",
        _read="read read_text",
        _read_many="ReadFile cores read_many",
        _run="FileResult Run UnreadFile",
        _sources="TIMEOUT Loader Source load text_of",
        _wildcards="expand_wildcards",
        _workers="Lost in_workers",
        _write="empty_form form_as write",
    )

__all__ = [
    "TIMEOUT", "WILDCARDS", "FileResult", "Inputs", "Loader", "Lost", "ReadFile", "Run",
    "Source", "UnreadFile", "cores", "empty_form", "expand_wildcards", "form_as", "format_of",
    "in_workers", "inputs", "is_junk", "is_replaced", "load", "losses", "read", "read_many",
    "read_text", "refuse_inputs", "targets", "text_of", "write", "write_file",
]  # fmt: skip
