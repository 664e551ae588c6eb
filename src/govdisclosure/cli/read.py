"""``govdisclosure read``: a published report → canonical JSON."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from govdisclosure.cli import CLEAN, UNREADABLE, USAGE
from govdisclosure.cli.sources import Source, load
from govdisclosure.codec import dumps
from govdisclosure.findings import Severity
from govdisclosure.messages import Message
from govdisclosure.outcome import Unreadable
from govdisclosure.output import reading_data


def run(options: Namespace) -> int:
    """Read one file and write its JSON; what was noticed goes to standard error."""
    source = load(options.file)
    if isinstance(source, Unreadable):
        for line in source.say(options.lang):
            print(f"{options.file}: {line}", file=sys.stderr)
        return UNREADABLE
    _talk(source, options)
    text = _whole(source) if options.reading else dumps(source.report)
    if not options.output:
        sys.stdout.write(text)
        return CLEAN
    try:
        Path(options.output).write_text(text, encoding="utf-8", newline="\n")
    except OSError as problem:
        about = {"path": options.output, "why": problem.strerror or str(problem)}
        print(Message("cannot_write", about).say(options.lang), file=sys.stderr)
        return USAGE
    return CLEAN


def _whole(source: Source) -> str:
    data = reading_data(source.report, source.reading)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _talk(source: Source, options: Namespace) -> None:
    if source.reading is None:
        return
    for message in source.reading.messages:
        if message.severity is not Severity.INFO:
            print(f"{options.file}: {message.say(options.lang)}", file=sys.stderr)
    if source.reading.unplaced:
        count = {"count": len(source.reading.unplaced)}
        print(f"{options.file}: {Message('unplaced', count).say(options.lang)}", file=sys.stderr)
