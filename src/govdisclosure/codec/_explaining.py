"""From data to a report by the explaining path alone, which finds every problem."""

from collections.abc import Sequence

from govdisclosure.codec._problems import Problems, data_of, presentable
from govdisclosure.codec._shapes import report_shape
from govdisclosure.codec._structure import intended_form, structure
from govdisclosure.errors import InvalidReportError
from govdisclosure.findings import Severity
from govdisclosure.form import Json
from govdisclosure.model import (
    EDITIONS,
    AnyEdition,
    AnyReport,
    OfficialReport,
    TableClasses,
    vouch_for,
)


def loads_once(text: str | bytes) -> OfficialReport:
    """Like :func:`loads`, for a process that loads a few reports and ends.

    It goes by the explaining path alone: what is quick takes longer to import than it saves.

    Raises:
        InvalidReportError: the text is not a report; the exception carries every problem.
    """
    return structure_report(data_of(text), EDITIONS)[0]


def structure_report(
    data: Json,
    editions: Sequence[AnyEdition],
    *,
    preserve: bool = False,
    tables: TableClasses | None = None,
) -> tuple[AnyReport, Problems]:
    # The explaining path from data to a report. The quick ones give the same objects and leave
    # to this one whatever they do not accept.
    shape = report_shape(tables, tuple(editions))
    problems = Problems(intended_form(shape, data).location, root=data, preserve=preserve)
    report = structure(problems, shape, data, "")
    refuse(problems)
    return vouch_for(report), problems


def refuse(problems: Problems) -> None:
    if problems.count:
        errors = [f for f in problems.findings if f.severity is Severity.ERROR]
        raise InvalidReportError(presentable(errors, problems.rest))
