"""``govdisclosure form``: an empty official form to fill in."""

from argparse import Namespace

from govdisclosure.cli._messages import messages_of
from govdisclosure.cli._one_file import make_file
from govdisclosure.cli._options import add_form_output, add_messages
from govdisclosure.cli._parser import Parser
from govdisclosure.cli.console import CLEAN
from govdisclosure.codec import dumps
from govdisclosure.files import empty_form, form_as, format_of
from govdisclosure.i18n import Message
from govdisclosure.model import EDITIONS, for_year

_EDITIONS = {edition.name: edition for edition in EDITIONS}


def add_arguments(command: Parser) -> None:
    """The edition, and what may stand on the form already."""
    say = command.say
    words = say("格式版本", "the edition of the form")
    command.add_argument("edition", choices=tuple(_EDITIONS), help=words)
    add_form_output(command)
    words = say("编制机关", "the body that reports")
    command.add_argument("--issuer", metavar="NAME", help=words)
    words = say("年度", "the report year")
    command.add_argument("--year", type=command.whole_number, metavar="YEAR", help=words)
    add_messages(command)
    command.close(
        "2021 -o 2024.docx --issuer 青禾县人民政府 --year 2024", clean=say("已写出", "written")
    )


def run(options: Namespace) -> int:
    """Write the empty form of an edition."""

    edition = _EDITIONS[options.edition]

    def content() -> bytes:
        form = empty_form(edition, issuer=options.issuer, year=options.year)
        dumps(form)  # a year or a name that no report can have is refused in every format
        return form_as(form, format_of(options.output))

    code = make_file(options, content)
    prescribed = for_year(options.year) if code == CLEAN and options.year else None
    if prescribed and prescribed is not edition:  # which may be just what is wanted
        about = {"edition": edition.name, "year": options.year, "prescribed": prescribed.name}
        messages_of(options).note(Message("edition_of_other_years", about))
    return code
