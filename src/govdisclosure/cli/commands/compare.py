"""``govdisclosure diff``: what changed from one report to the other?"""

import json
from argparse import Namespace
from collections.abc import Iterator

from govdisclosure.cli import CLEAN, FINDINGS, UNREADABLE, say
from govdisclosure.cli.sources import Source, load
from govdisclosure.comparing import Comparison, compare
from govdisclosure.findings import Severity
from govdisclosure.outcome import Unreadable
from govdisclosure.visible import visible_lines


def run(options: Namespace) -> int:
    """Compare two reports; exit code 1 says that they differ."""
    found = [(name, load(name)) for name in (options.before, options.after)]
    for name, source in found:
        say(*(f"{name}: {line}" for line in _talk(source, options.lang)))
    reports = [source.report for _, source in found if isinstance(source, Source)]
    if len(reports) < len(found):
        return UNREADABLE
    comparison = compare(*reports)
    for line in _written(comparison, options):
        print(line)
    return CLEAN if comparison.empty else FINDINGS


def _talk(source: Source | Unreadable, lang: str) -> Iterator[str]:
    """Why there is no report, or what its reading leaves in doubt: a change may be due to it."""
    if isinstance(source, Unreadable):
        yield from source.say(lang)
    elif source.reading:
        for message in source.reading.messages:
            if message.severity is not Severity.INFO:
                yield message.say(lang)


def _written(comparison: Comparison, options: Namespace) -> Iterator[str]:
    match options.format:
        case "json":
            from govdisclosure.comparing.data import comparison_data

            data = json.dumps(comparison_data(comparison), ensure_ascii=False, indent=2)
            yield visible_lines(data)  # spelled as JSON spells it: the same data
        case "html":
            from govdisclosure.comparing.html import comparison_page

            yield comparison_page(comparison, options.lang).removesuffix("\n")
        case _:
            from govdisclosure.comparing.text import comparison_lines

            yield from comparison_lines(comparison, options.lang)
