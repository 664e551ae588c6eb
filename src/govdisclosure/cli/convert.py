"""``govdisclosure convert``: a report in one format → the official form in another."""

from argparse import Namespace

from govdisclosure.cli.sources import Source
from govdisclosure.cli.to_file import from_file
from govdisclosure.writers import form_as, format_of


def run(options: Namespace) -> int:
    """Read a report and write it on the official form; what was not read is said."""

    def written(source: Source) -> bytes:
        return form_as(source.report, format_of(options.output))

    return from_file(options, written)
