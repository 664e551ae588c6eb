"""``govdisclosure diff``: what changed from one report to the other?"""

import json
from argparse import Namespace
from collections.abc import Iterator

from govdisclosure.analysis.comparison import Comparison, compare
from govdisclosure.cli._stderr import print_messages
from govdisclosure.cli.console import CLEAN, FINDINGS, UNREADABLE
from govdisclosure.files import Source, UnreadFile, load
from govdisclosure.findings import Severity
from govdisclosure.i18n import LANGUAGES, Language, escape_control_lines


def run(options: Namespace) -> int:
    """Compare two reports; exit code 1 says that they differ."""
    found = [(name, load(name)) for name in (options.before, options.after)]
    for name, source in found:
        print_messages(*(f"{name}: {line}" for line in _talk(source, LANGUAGES[options.lang])))
    reports = [source.report for _, source in found if isinstance(source, Source)]
    if len(reports) < len(found):
        return UNREADABLE
    comparison = compare(*reports)
    for line in _written(comparison, options):
        print(line)
    return CLEAN if comparison.empty else FINDINGS


def _talk(source: Source | UnreadFile, language: Language) -> Iterator[str]:
    """Why there is no report, or what its reading leaves in doubt: a change may be due to it."""
    if isinstance(source, UnreadFile):
        yield from source.render(language)
    elif source.reading:
        for message in source.reading.findings:
            if message.severity is not Severity.INFO:
                yield message.render(language)


def _written(comparison: Comparison, options: Namespace) -> Iterator[str]:
    match options.format:
        case "json":
            from govdisclosure.output.json import to_dict

            data = json.dumps(to_dict(comparison), ensure_ascii=False, indent=2)
            yield escape_control_lines(data)  # spelled as JSON spells it: the same data
        case "html":
            from govdisclosure.output.comparison import comparison_page

            yield comparison_page(comparison, LANGUAGES[options.lang]).removesuffix("\n")
        case _:
            from govdisclosure.output.comparison import comparison_lines

            yield from comparison_lines(comparison, LANGUAGES[options.lang])
