"""What the commands share that make one file of one report."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from govdisclosure.cli import CLEAN, UNREADABLE, USAGE, say
from govdisclosure.cli.inputs import WrongOutput, cannot_write, keep_inputs
from govdisclosure.cli.one_file import file_read
from govdisclosure.cli.sources import Source, load
from govdisclosure.cli.tally import told
from govdisclosure.json_problems import InvalidReport
from govdisclosure.long_table import cells_of
from govdisclosure.outcome import Unreadable
from govdisclosure.writers import CannotWrite


def from_file(options: Namespace, make: Callable[[Source], bytes]) -> int:
    """Make a file of a report; what was not read of it is said on standard error."""
    source = load(options.file)
    if isinstance(source, Unreadable):
        say(*(f"{options.file}: {line}" for line in told(source, options.lang)))
        return UNREADABLE
    code = to_file(options, lambda: make(source))
    if code == CLEAN:
        rows = list(cells_of(source.reading or source.report, options.file))
        lines = told(file_read(source, options.file, rows), options.lang)
        say(*(f"{options.file}: {line}" for line in lines))
    return code


def to_file(options: Namespace, make: Callable[[], bytes]) -> int:
    """Write what is made to the output, which must not be the input, or say why not."""
    try:
        inputs = [getattr(options, name, None) for name in ("file", "previous")]
        keep_inputs([Path(options.output)], [name for name in inputs if name])
        content = make()
        Path(options.output).write_bytes(content)
    except (WrongOutput, CannotWrite) as problem:
        say(problem.reason.say(options.lang))
        return USAGE
    except InvalidReport as problem:
        say(*(finding.say(options.lang) for finding in problem.findings))
        return USAGE
    except OSError as problem:
        say(cannot_write(Path(options.output), problem).reason.say(options.lang))
        return USAGE
    return CLEAN
