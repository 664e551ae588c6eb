"""``govdisclosure convert``: a report in one format → the official form in another."""

from argparse import Namespace
from collections.abc import Iterator

from govdisclosure.analysis.comparison import compare
from govdisclosure.cli._messages import Messages
from govdisclosure.cli._one_file import convert_file
from govdisclosure.cli._options import add_form_output, add_messages, add_report
from govdisclosure.cli._parser import Parser
from govdisclosure.errors import NotAReportError
from govdisclosure.files import Source, form_as, format_of
from govdisclosure.i18n import Language, Message
from govdisclosure.model import AnyReport
from govdisclosure.output.comparison import fact_name
from govdisclosure.transcribe import assemble, lay_out


def add_arguments(command: Parser) -> None:
    """A report, and the file to write."""
    add_report(command)
    add_form_output(command)
    add_messages(command)
    command.close("2023.docx -o 2023.xlsx", clean=command.say("已写出", "written"))


def run(options: Namespace) -> int:
    """Read a report and write it on the official form; what was not read is said.

    So is what the form does not hold as it is.
    """

    def content(source: Source, messages: Messages) -> bytes:
        format = format_of(options.output)
        form = form_as(source.report, format)
        losses = tuple(_losses(source.report, messages.language)) if format != "json" else ()
        if losses:
            messages.note(Message("reads_back_otherwise", {"what": losses}))
        return form

    return convert_file(options, content)


def _losses(report: AnyReport, language: Language) -> Iterator[str]:
    """What would be otherwise if the form were read back; a title that it lacked is not."""
    try:
        again = assemble(lay_out(report)).report
    except NotAReportError as problem:
        if problem.message.key != "empty_form":
            yield problem.message.render(language)
        return
    comparison = compare(report, again)
    for fact in comparison.facts:
        if fact.before is not None:
            yield fact_name(fact, language)
    yield from (section.place.render(language) for section in comparison.prose)
    yield from (cell.place.render(language) for cell in comparison.cells)
