"""``govdisclosure compare``: what changed from one report to the other?"""

from argparse import Namespace
from contextlib import closing

from govdisclosure.analysis.comparison import compare
from govdisclosure.cli._batch import print_file
from govdisclosure.cli._formats import print_output
from govdisclosure.cli._messages import messages_of
from govdisclosure.cli._options import add_format, add_messages
from govdisclosure.cli._parser import Parser
from govdisclosure.cli.console import CLEAN, FINDINGS, UNREADABLE
from govdisclosure.files import Loader, Source, UnreadFile

_FORMATS = {
    "text": "output.comparison:comparison_lines",
    "json": "output.json:to_dict",
    "html": "output.comparison:comparison_page",
}


def add_arguments(command: Parser) -> None:
    """Two reports, and how to write what differs."""
    say = command.say
    words = say("前一份报告或其 JSON", "the earlier report, or its JSON")
    command.add_argument("before", metavar="A", help=words)
    words = say("后一份报告或其 JSON", "the later report, or its JSON")
    command.add_argument("after", metavar="B", help=words)
    add_format(command, *_FORMATS)
    add_messages(command)
    command.close(
        "2022.json 2023.docx",
        "2022.json 2023.docx --format html > changes.html",
        clean=say("没有不同", "nothing differs"),
        findings=say("有不同", "something differs"),
    )


def run(options: Namespace) -> int:
    """Compare two reports; exit code 1 says that they differ."""
    messages = messages_of(options)
    names = (options.before, options.after)
    with closing(Loader()) as loader:
        sources = [loader.load(name) for name in names]
    for name, source in zip(names, sources, strict=True):
        if isinstance(source, UnreadFile):
            print_file(messages, source)
        elif source.reading:  # what it leaves in doubt: a change may be due to that
            messages.note(*source.reading.doubts, file=name)
    reports = [source.report for source in sources if isinstance(source, Source)]
    if len(reports) < len(sources):
        return UNREADABLE
    comparison = compare(*reports)
    print_output(_FORMATS, options.format, comparison, messages.language)
    return CLEAN if comparison.empty else FINDINGS
