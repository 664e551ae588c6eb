"""``govdisclosure form``: an empty official form to fill in."""

from argparse import Namespace

from govdisclosure.cli._to_file import to_file
from govdisclosure.codec import dumps
from govdisclosure.files import empty_form, form_as, format_of
from govdisclosure.model import EDITIONS


def run(options: Namespace) -> int:
    """Write the empty form of an edition."""
    edition = next(e for e in EDITIONS if e.name == options.edition)

    def written() -> bytes:
        form = empty_form(edition, issuer=options.issuer, year=options.year)
        dumps(form)  # a year or a name that no report can have is refused in every format
        return form_as(form, format_of(options.output))

    return to_file(options, written)
