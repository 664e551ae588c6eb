"""What the commands share that make one file of one report."""

from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from govdisclosure.analysis import tidy
from govdisclosure.cli._batch import file_read, print_file
from govdisclosure.cli._messages import Messages, messages_of
from govdisclosure.cli.console import CLEAN, UNREADABLE, USAGE
from govdisclosure.errors import InvalidReportError, WriteError
from govdisclosure.files import Loader, Source, UnreadFile, refuse_inputs, write_file


def convert_file(options: Namespace, make: Callable[[Source, Messages], bytes]) -> int:
    """Make a file of a report; what was not read of it is said on standard error."""
    messages = messages_of(options)
    with closing(Loader()) as loader:
        source = loader.load(options.file)
    if isinstance(source, UnreadFile):
        print_file(messages, source)
        return UNREADABLE
    code = make_file(options, lambda: make(source, messages))
    if code == CLEAN:
        rows = list(tidy(source.reading or source.report, options.file))
        print_file(messages, file_read(source, options.file, rows))
    return code


def make_file(options: Namespace, make: Callable[[], bytes]) -> int:
    """Write what is made to the output, which must not be the input, or say why not."""
    messages = messages_of(options)
    inputs = [getattr(options, name, None) for name in ("file", "previous")]
    try:
        refuse_inputs([Path(options.output)], [name for name in inputs if name])
        write_file(Path(options.output), [make()])
    except WriteError as problem:
        messages.error(problem.message)
        return USAGE
    except InvalidReportError as problem:
        messages.error(*problem.findings)
        return USAGE
    return CLEAN
