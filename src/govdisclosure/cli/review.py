"""``govdisclosure review``: a page that shows a report with what is wrong marked."""

import sys
from argparse import Namespace
from pathlib import Path

from govdisclosure.cli import CLEAN, UNREADABLE, USAGE
from govdisclosure.cli.sources import load
from govdisclosure.messages import Message
from govdisclosure.outcome import Unreadable
from govdisclosure.reviewing import review


def run(options: Namespace) -> int:
    """Read and check a report, and write the page."""
    source = load(options.file)
    if isinstance(source, Unreadable):
        for line in source.say(options.lang):
            print(f"{options.file}: {line}", file=sys.stderr)
        return UNREADABLE
    page = review(source.report, reading=source.reading, lang=options.lang)
    try:
        Path(options.output).write_text(page, encoding="utf-8", newline="\n")
    except OSError as problem:
        about = {"path": options.output, "why": problem.strerror or str(problem)}
        print(Message("cannot_write", about).say(options.lang), file=sys.stderr)
        return USAGE
    return CLEAN
