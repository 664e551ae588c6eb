"""``govdisclosure form``: an empty official form to fill in."""

import sys
from argparse import Namespace
from pathlib import Path

from govdisclosure.cli import CLEAN, USAGE
from govdisclosure.editions import EDITIONS
from govdisclosure.messages import Message
from govdisclosure.model.report import AnyReport
from govdisclosure.writers import CannotWrite, empty_form, write


def run(options: Namespace) -> int:
    """Write the empty form of an edition."""
    edition = next(e for e in EDITIONS if e.name == options.edition)
    form = empty_form(edition, issuer=options.issuer, year=options.year)
    return write_to(options.output, form, options.lang)


def write_to(output: str, report: AnyReport, lang: str) -> int:
    """Write a report to a file, or say why not."""
    try:
        write(report, Path(output))
    except CannotWrite as problem:
        print(problem.reason.say(lang), file=sys.stderr)
        return USAGE
    except OSError as problem:
        about = {"path": output, "why": problem.strerror or str(problem)}
        print(Message("cannot_write", about).say(lang), file=sys.stderr)
        return USAGE
    return CLEAN
