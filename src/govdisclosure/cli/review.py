"""``govdisclosure review``: a page that shows a report with what is wrong marked."""

from argparse import Namespace

from govdisclosure.cli.sources import Source
from govdisclosure.cli.to_file import from_file
from govdisclosure.reviewing import review


def run(options: Namespace) -> int:
    """Read and check a report, and write the page."""

    def page(source: Source) -> bytes:
        return review(source.report, reading=source.reading, lang=options.lang).encode()

    return from_file(options, page)
