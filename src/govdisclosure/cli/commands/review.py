"""``govdisclosure review``: a page that shows a report with what is wrong marked."""

from argparse import Namespace

from govdisclosure.checking import check
from govdisclosure.cli import UNREADABLE, say
from govdisclosure.cli.sources import Source, load
from govdisclosure.cli.tally import told
from govdisclosure.cli.to_file import from_file
from govdisclosure.messages import Message
from govdisclosure.outcome import Unreadable
from govdisclosure.reviewing import review
from govdisclosure.writers import CannotWrite, format_of


def run(options: Namespace) -> int:
    """Read and check a report, and write the page."""
    before = load(options.previous) if options.previous else None
    if isinstance(before, Unreadable):
        say(*(f"{before.file}: {line}" for line in told(before, options.lang)))
        return UNREADABLE

    def page(source: Source) -> bytes:
        if format_of(options.output) != "html":
            raise CannotWrite(Message("review_is_html", {"path": options.output}))
        checked = check(
            source.report,
            previous=before.report if before else None,
            blanks=options.blanks,
            preset=options.preset,
        )
        return review(source.report, checked, source.reading, options.lang).encode()

    return from_file(options, page)
