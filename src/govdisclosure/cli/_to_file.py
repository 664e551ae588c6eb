"""What the commands share that make one file of one report."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from govdisclosure.analysis import tidy
from govdisclosure.cli._batch import file_read
from govdisclosure.cli._stderr import print_messages
from govdisclosure.cli._summary import file_lines
from govdisclosure.cli.console import CLEAN, UNREADABLE, USAGE
from govdisclosure.errors import InvalidReportError, WriteError
from govdisclosure.files import Source, UnreadFile, cannot_write, keep_inputs, load
from govdisclosure.i18n import LANGUAGES


def from_file(options: Namespace, make: Callable[[Source], bytes]) -> int:
    """Make a file of a report; what was not read of it is said on standard error."""
    source = load(options.file)
    if isinstance(source, UnreadFile):
        print_messages(
            *(f"{options.file}: {line}" for line in file_lines(source, LANGUAGES[options.lang]))
        )
        return UNREADABLE
    code = to_file(options, lambda: make(source))
    if code == CLEAN:
        rows = list(tidy(source.reading or source.report, options.file))
        lines = file_lines(file_read(source, options.file, rows), LANGUAGES[options.lang])
        print_messages(*(f"{options.file}: {line}" for line in lines))
    return code


def to_file(options: Namespace, make: Callable[[], bytes]) -> int:
    """Write what is made to the output, which must not be the input, or say why not."""
    try:
        inputs = [getattr(options, name, None) for name in ("file", "previous")]
        keep_inputs([Path(options.output)], [name for name in inputs if name])
        content = make()
        Path(options.output).write_bytes(content)
    except WriteError as problem:
        print_messages(problem.message.render(LANGUAGES[options.lang]))
        return USAGE
    except InvalidReportError as problem:
        print_messages(*(finding.render(LANGUAGES[options.lang]) for finding in problem.findings))
        return USAGE
    except OSError as problem:
        print_messages(
            cannot_write(Path(options.output), problem).message.render(LANGUAGES[options.lang])
        )
        return USAGE
    return CLEAN
