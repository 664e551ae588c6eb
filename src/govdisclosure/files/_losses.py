"""What a file of a report does not give back when it is read."""

from collections.abc import Sequence

from govdisclosure.analysis.comparison import compare
from govdisclosure.files._read import read
from govdisclosure.form import pointer
from govdisclosure.model import EDITIONS, AnyEdition, AnyReport


def losses(
    report: AnyReport, file: bytes, editions: Sequence[AnyEdition] = EDITIONS
) -> tuple[str, ...]:
    """The pointers of what reads back otherwise from a file that a report was written to.

    The file is read, so that this is what any reader of it misses, and nothing else. A title
    that the report lacks is no loss: the form gives it the usual one. A table that reads back
    on another edition of the form is one as a whole.

    >>> from govdisclosure.files import form_as
    >>> from govdisclosure.model import EDITION_2021
    >>> report = EDITION_2021.blank(issuer="青禾县", year=2023, number=0)
    >>> report = report.replace({"/overview": ("总体\\t情况",), "/extensions": {"x_a": 1}})
    >>> losses(report, form_as(report, "html"))
    ('/extensions', '/overview')

    Raises:
        Error: it does not read back at all: what that needs is not installed, or a form
            without a number, or two reports are found in it.
    """
    read_back = read(file, editions).report
    comparison = compare(report, read_back)
    tables = [
        pointer(name)
        for name in report.form.tables
        if report.form.tables[name] != read_back.form.tables[name]
    ]
    other_cells = tuple(f"{table}/" for table in tables)
    facts = (fact.pointer for fact in comparison.facts)
    return (
        *(fact for fact in facts if fact != "/title" or report.title is not None),
        *(section.pointer for section in comparison.prose),
        *tables,
        *(c.pointer for c in comparison.cells if not c.pointer.startswith(other_cells)),
    )
