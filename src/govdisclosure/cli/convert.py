"""``govdisclosure convert``: a report in one format → the official form in another."""

import sys
from argparse import Namespace

from govdisclosure.cli import CLEAN, UNREADABLE
from govdisclosure.cli.form import write_to
from govdisclosure.cli.sources import load
from govdisclosure.messages import Message
from govdisclosure.outcome import Unreadable


def run(options: Namespace) -> int:
    """Read a report and write it; what was not read is said, since it will not be written."""
    source = load(options.file)
    if isinstance(source, Unreadable):
        for line in source.say(options.lang):
            print(f"{options.file}: {line}", file=sys.stderr)
        return UNREADABLE
    code = write_to(options.output, source.report, options.lang)
    if code == CLEAN and source.reading and source.reading.unplaced:
        left_out = Message("unplaced", {"count": len(source.reading.unplaced)})
        print(f"{options.file}: {left_out.say(options.lang)}", file=sys.stderr)
    return code
