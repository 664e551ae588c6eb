"""``govdisclosure metrics``: shares and rates of reports."""

from argparse import Namespace
from contextlib import closing

from govdisclosure.cli._formats import print_output
from govdisclosure.cli._messages import messages_of
from govdisclosure.cli._options import add_blanks, add_files, add_format, add_messages
from govdisclosure.cli._parser import Parser
from govdisclosure.cli.console import CLEAN, UNREADABLE
from govdisclosure.files import Loader, UnreadFile
from govdisclosure.output.metrics import MeasuredFiles, measure_file

_FORMATS = {
    "text": "output.metrics:metrics_lines",
    "json": "output.json:to_dict",
    "csv": "output.csv:metrics_csv",
}


def add_arguments(command: Parser) -> None:
    """Files, how to write their ratios, and what a blank means."""
    say = command.say
    add_files(command)
    add_format(command, *_FORMATS)
    add_blanks(command)
    add_messages(command)
    command.close(
        "2023.docx",
        "2022.json 2023.json --format csv > metrics.csv",
        clean=say("已算出，没有定义的说明原因", "computed; where a ratio is not defined, why"),
    )


def run(options: Namespace) -> int:
    """Print the ratios of every file; one that cannot be read does not stop the others."""
    messages = messages_of(options)
    with closing(Loader()) as loader:
        sources = {name: loader.load(name) for name in options.files}
    for name, source in sources.items():
        if isinstance(source, UnreadFile):
            messages.error(*source.render(messages.language))
        elif source.reading:  # what it leaves in doubt, a ratio may rest on
            messages.note(*source.reading.doubts, file=name)
    files = tuple(
        one if isinstance(one, UnreadFile) else measure_file(name, one.report, options.blanks)
        for name, one in sources.items()
    )
    measures = MeasuredFiles(files=files, blanks=options.blanks)
    print_output(_FORMATS, options.format, measures, messages.language)
    return CLEAN if len(measures.results) == len(files) else UNREADABLE
