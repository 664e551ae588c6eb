"""``govdisclosure convert``: a report in one format → the official form in another."""

from argparse import Namespace
from collections.abc import Iterator

from govdisclosure.cli import say
from govdisclosure.cli.sources import Source
from govdisclosure.cli.to_file import from_file
from govdisclosure.comparing import compare
from govdisclosure.comparing.wording import fact_name
from govdisclosure.messages import Message
from govdisclosure.model.report import AnyReport
from govdisclosure.transcribe.assemble import assemble
from govdisclosure.transcribe.lay_out import lay_out
from govdisclosure.transcribe.reading import NotAReport
from govdisclosure.writers import form_as, format_of


def run(options: Namespace) -> int:
    """Read a report and write it on the official form; what was not read is said.

    So is what the form does not hold as it is.
    """

    def written(source: Source) -> bytes:
        format = format_of(options.output)
        content = form_as(source.report, format)
        if format != "json" and (lost := tuple(_otherwise(source.report, options.lang))):
            say(Message("reads_back_otherwise", {"what": lost}).say(options.lang))
        return content

    return from_file(options, written)


def _otherwise(report: AnyReport, lang: str) -> Iterator[str]:
    """What would be otherwise if the form were read back; a title that it lacked is not."""
    try:
        back = assemble(lay_out(report)).report
    except NotAReport as problem:
        if problem.reason.key != "empty_form":
            yield problem.reason.say(lang)
        return
    changed = compare(report, back)
    for fact in changed.facts:
        if fact.before is not None:
            yield fact_name(fact, lang)
    places = [change.place for change in changed.prose] + [cell.place for cell in changed.cells]
    yield from (place.say(lang) for place in places)
