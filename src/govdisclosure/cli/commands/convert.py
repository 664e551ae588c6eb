"""``govdisclosure convert``: a report in one format → the official form in another."""

from argparse import Namespace
from collections.abc import Iterator

from govdisclosure.analysis.comparison import compare
from govdisclosure.cli._stderr import print_messages
from govdisclosure.cli._to_file import from_file
from govdisclosure.errors import NotAReportError
from govdisclosure.files import Source, form_as, format_of
from govdisclosure.i18n import LANGUAGES, Language, Message
from govdisclosure.model import AnyReport
from govdisclosure.output.comparison import fact_name
from govdisclosure.transcribe import assemble, lay_out


def run(options: Namespace) -> int:
    """Read a report and write it on the official form; what was not read is said.

    So is what the form does not hold as it is.
    """

    def written(source: Source) -> bytes:
        format = format_of(options.output)
        content = form_as(source.report, format)
        if format != "json" and (lost := tuple(_otherwise(source.report, LANGUAGES[options.lang]))):
            print_messages(
                Message("reads_back_otherwise", {"what": lost}).render(LANGUAGES[options.lang])
            )
        return content

    return from_file(options, written)


def _otherwise(report: AnyReport, language: Language) -> Iterator[str]:
    """What would be otherwise if the form were read back; a title that it lacked is not."""
    try:
        back = assemble(lay_out(report)).report
    except NotAReportError as problem:
        if problem.message.key != "empty_form":
            yield problem.message.render(language)
        return
    changed = compare(report, back)
    for fact in changed.facts:
        if fact.before is not None:
            yield fact_name(fact, language)
    places = [change.place for change in changed.prose] + [cell.place for cell in changed.cells]
    yield from (place.render(language) for place in places)
