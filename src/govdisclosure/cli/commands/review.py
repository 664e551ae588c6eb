"""``govdisclosure review``: a page that shows a report with what is wrong marked."""

from argparse import Namespace

from govdisclosure.cli._stderr import print_messages
from govdisclosure.cli._summary import file_lines
from govdisclosure.cli._to_file import from_file
from govdisclosure.cli.console import UNREADABLE
from govdisclosure.errors import WriteError
from govdisclosure.files import Source, UnreadFile, format_of, load
from govdisclosure.i18n import LANGUAGES, Message
from govdisclosure.output.review import review
from govdisclosure.rules import check


def run(options: Namespace) -> int:
    """Read and check a report, and write the page."""
    before = load(options.previous) if options.previous else None
    if isinstance(before, UnreadFile):
        print_messages(
            *(f"{before.file}: {line}" for line in file_lines(before, LANGUAGES[options.lang]))
        )
        return UNREADABLE

    def page(source: Source) -> bytes:
        if format_of(options.output) != "html":
            raise WriteError(Message("review_is_html", {"path": options.output}))
        checked = check(
            source.report,
            previous=before.report if before else None,
            blanks=options.blanks,
            preset=options.preset,
        )
        return review(source.report, checked, source.reading, LANGUAGES[options.lang]).encode()

    return from_file(options, page)
