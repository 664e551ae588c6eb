"""``govdisclosure review``: a page that shows a report with what is wrong marked."""

from argparse import Namespace
from contextlib import closing

from govdisclosure.cli._batch import print_file
from govdisclosure.cli._messages import Messages, messages_of
from govdisclosure.cli._one_file import convert_file
from govdisclosure.cli._options import add_messages, add_output, add_report, add_terms
from govdisclosure.cli._parser import Parser
from govdisclosure.cli._rule_set import load_rule_set
from govdisclosure.cli.console import UNREADABLE, USAGE
from govdisclosure.errors import Error, WriteError
from govdisclosure.files import Loader, Source, UnreadFile, format_of
from govdisclosure.i18n import Message
from govdisclosure.output.review import review
from govdisclosure.rules import check


def add_arguments(command: Parser) -> None:
    """A report, the page to write, and on what terms it is checked."""
    add_report(command)
    add_output(command, "HTML", command.say("写入的网页", "the page to write"))
    add_terms(command)
    add_messages(command)
    command.close("2023.docx -o review.html", clean=command.say("已写出", "written"))


def run(options: Namespace) -> int:
    """Read and check a report, and write the page."""
    messages = messages_of(options)
    try:
        rule_set = load_rule_set(options, messages)
    except Error as problem:
        messages.error(problem.message)
        return USAGE
    with closing(Loader()) as loader:
        previous = loader.load(options.previous) if options.previous else None
    if isinstance(previous, UnreadFile):
        print_file(messages, previous)
        return UNREADABLE

    def page(source: Source, messages: Messages) -> bytes:
        if format_of(options.output) != "html":
            raise WriteError(Message("review_is_html", {"path": options.output}))
        result = check(
            source.report,
            previous=previous.report if previous else None,
            blanks=options.blanks,
            preset=options.preset,
            profile=rule_set.profile,
            rules=rule_set.rules,
        )
        return review(source.report, result, source.reading, messages.language).encode()

    return convert_file(options, page)
