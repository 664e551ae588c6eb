"""``govdisclosure form``: an empty official form to fill in."""

from argparse import ArgumentParser, Namespace

from govdisclosure.cli._one_file import make_file
from govdisclosure.cli._options import FORM_OUTPUT, add_messages, add_output
from govdisclosure.codec import dumps
from govdisclosure.files import empty_form, form_as, format_of
from govdisclosure.model import EDITIONS

_EDITIONS = {edition.name: edition for edition in EDITIONS}


def add_arguments(command: ArgumentParser) -> None:
    """The edition, and what may stand on the form already."""
    command.add_argument("edition", choices=tuple(_EDITIONS), help="格式版本 the edition")
    add_output(command, "FILE", FORM_OUTPUT)
    command.add_argument("--issuer", help="编制机关 the body that reports")
    command.add_argument("--year", type=int, help="年度 the report year")
    add_messages(command)


def run(options: Namespace) -> int:
    """Write the empty form of an edition."""

    def content() -> bytes:
        form = empty_form(_EDITIONS[options.edition], issuer=options.issuer, year=options.year)
        dumps(form)  # a year or a name that no report can have is refused in every format
        return form_as(form, format_of(options.output))

    return make_file(options, content)
