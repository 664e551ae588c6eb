"""What the command line takes: a published report or the JSON of one, from a file or a pipe."""

from govdisclosure.errors import InvalidReportError, NotAReportError, ReadError
from govdisclosure.files._content import content_of_source
from govdisclosure.files._formats import format_of_content, module_of
from govdisclosure.files._run import Source, UnreadFile


def load(name: str) -> Source | UnreadFile:
    """The report in a file, or what is wrong with it; ``-`` is standard input."""
    try:
        data = content_of_source(name)
        source: Source = module_of(format_of_content(data, name)).load(data)
    except (ReadError, NotAReportError) as problem:
        return UnreadFile(file=name, reason=problem.message)
    except InvalidReportError as problem:
        return UnreadFile(file=name, findings=problem.findings)
    return source
