"""``convert``: a report in one format → the official form in another."""

from argparse import Namespace
from collections.abc import Iterator

from govdisclosure.cli._messages import Messages
from govdisclosure.cli._one_file import convert_file
from govdisclosure.cli._options import add_form_output, add_messages, add_report
from govdisclosure.cli._parser import Parser
from govdisclosure.errors import Error
from govdisclosure.files import Source, form_as, format_of, losses
from govdisclosure.i18n import Message
from govdisclosure.model import AnyReport
from govdisclosure.rules import FilledTotals, fill_totals


def add_arguments(command: Parser) -> None:
    """A report, and the file to write."""
    add_report(command)
    add_form_output(command)
    words = command.say(
        "补填空白的合计（各项都有数字时）", "fill in blank totals whose parts all have numbers"
    )
    command.add_argument("--fill-totals", action="store_true", help=words)
    add_messages(command)
    command.close(
        "2023.docx -o 2023.xlsx",
        "2023.docx -o 2023.json --fill-totals",
        clean=command.say("已写出", "written"),
    )


def run(options: Namespace) -> int:
    """Read a report and write it on the official form; what was not read is said.

    So is what reads back otherwise from the file that is written, and each total filled in.
    """

    def content(source: Source, messages: Messages) -> bytes:
        format, report = format_of(options.output), source.report
        if options.fill_totals:
            totals = fill_totals(report)
            messages.note(*_about_totals(totals), file=options.file)
            report = totals.report
        form = form_as(report, format)
        if format != "json":
            messages.note(*_about_losses(report, form))
        return form

    return convert_file(options, content)


def _about_totals(totals: FilledTotals[AnyReport]) -> Iterator[Message]:
    for pointer, number in totals.numbers.items():
        note = totals.notes.get(pointer)
        about = {"place": totals.report.form.location(pointer), "number": number}
        if note and note.printed:
            yield Message("total_filled_over", {**about, "printed": note.printed})
        else:
            yield Message("total_filled", about)


def _about_losses(report: AnyReport, form: bytes) -> Iterator[Message]:
    try:
        pointers = losses(report, form)
    except Error as problem:
        yield Message("not_read_back", {"why": problem.message})
        return
    if pointers:
        what = tuple(map(report.form.location, pointers))
        yield Message("reads_back_otherwise", {"what": what})
