"""The report: six sections, three of them tables."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any, Generic, TypeAlias, TypeVar, get_args, get_origin

from attrs import field, frozen

from govdisclosure.form import CellState, Kind, Label, Table, at, cells, fill, pointer, put, tables
from govdisclosure.model import edition_2019, edition_2021, parts
from govdisclosure.model.parts import Narrative, ReviewAndLitigation

SCHEMA_VERSION = "1.0.0"

FIRST_YEAR = 2008
"""The first report year there can be: the Regulations came into force on 2008-05-01."""

P = TypeVar("P", bound=Table)
R = TypeVar("R", bound=Table)


@frozen(kw_only=True)
class Issuer:
    """编制机关: the body that made the report, as the report names it."""

    name: Annotated[str | None, Label("编制机关名称", "Name of the issuing body")]


@frozen(kw_only=True)
class Period:
    """统计期限: first and last day counted, each as ``YYYY-MM-DD``."""

    start: Annotated[str, Label("起始日期", "First day")]
    end: Annotated[str, Label("截止日期", "Last day")]


@frozen(kw_only=True)
class CellNote:
    """What a cell's text said beyond its number, or why it has none."""

    printed: Annotated[str, Label("原文", "As printed")]
    note: Annotated[str | None, Label("说明", "Note")] = None
    state: Annotated[CellState, Label("状态", "State")] = CellState.NUMBER


def _copy(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    """A dict of our own: what the caller puts into theirs later is not in the report."""
    return dict(mapping)


@frozen(kw_only=True, repr=False, hash=False)
class Report(Generic[P, R]):
    """政府信息公开工作年度报告 of one body for one year.

    ``P`` and ``R`` are the classes of tables 2 and 3, each of some edition; a pure form
    has both of the same edition, published hybrids do not.

    >>> from govdisclosure.model import edition_2021
    >>> Report.blank(edition_2021.ProactiveDisclosure, edition_2021.Requests, year=2023)
    <Report ? 2023: table 2 of 2021, table 3 of 2021, 0 of 200 cells with a number>
    """

    schema_version: Annotated[str, Label("数据格式版本", "Schema version")] = SCHEMA_VERSION
    title: Annotated[str | None, Label("标题", "Title")] = None
    issuer: Annotated[Issuer, Label("编制机关", "Issuer")] = Issuer(name=None)
    year: Annotated[int | None, Label("年度", "Report year")] = None
    period: Annotated[Period | None, Label("统计期限", "Period")] = None
    preamble: Annotated[Narrative, Label("引言", "Preamble")] = None
    overview: Annotated[Narrative, parts.OVERVIEW] = None
    proactive_disclosure: Annotated[P, parts.PROACTIVE_DISCLOSURE]
    requests: Annotated[R, parts.REQUESTS]
    review_and_litigation: Annotated[ReviewAndLitigation, parts.REVIEW_AND_LITIGATION]
    problems_and_improvements: Annotated[Narrative, parts.PROBLEMS_AND_IMPROVEMENTS] = None
    other_matters: Annotated[Narrative, parts.OTHER_MATTERS] = None
    cell_notes: Annotated[Mapping[str, CellNote], Label("单元格说明", "Cell notes")] = field(
        factory=dict, converter=_copy
    )
    extensions: Annotated[Mapping[str, Any], Label("扩展", "Extensions")] = field(
        factory=dict, converter=_copy
    )

    @staticmethod
    def blank(
        proactive_disclosure: type[P],
        requests: type[R],
        *,
        issuer: str | None = None,
        year: int | None = None,
        number: int | None = None,
    ) -> "Report[P, R]":
        """A report to start from: every cell ``number``, blank unless one is given."""
        return Report(
            issuer=Issuer(name=issuer),
            year=year,
            proactive_disclosure=fill(proactive_disclosure, number),
            requests=fill(requests, number),
            review_and_litigation=fill(ReviewAndLitigation, number),
        )

    def replace(self, changes: Mapping[str, Any]) -> "Report[P, R]":
        """A copy with other values at some pointers.

        >>> from govdisclosure.model import edition_2021
        >>> blank = Report.blank(edition_2021.ProactiveDisclosure, edition_2021.Requests)
        >>> blank.replace({"/requests/received/total": 3}).requests.received.total
        3

        Raises:
            KeyError: a pointer leads nowhere in this report.
        """
        return put(self, changes)

    def cells(self) -> Iterator[tuple[str, Any]]:
        """Every number cell in printed order: its pointer and what stands there."""
        for name in tables(report_type(self)):
            yield from table_cells(name, getattr(self, name))

    def __repr__(self) -> str:
        all_cells = [value for _, value in self.cells()]
        known = sum(value is not None for value in all_cells)
        return (
            f"<Report {self.issuer.name or '?'} {self.year or '?'}:"
            f" table 2 of {self.proactive_disclosure.edition},"
            f" table 3 of {self.requests.edition},"
            f" {known} of {len(all_cells)} cells with a number>"
        )

    def _repr_html_(self) -> str:
        # What draws a report stands above its classes, and only notebooks ask for it.
        return str(import_module("govdisclosure.output.notebook").tables(self))


def table_cells(name: str, table: Table) -> Iterator[tuple[str, Any]]:
    """The cells of one table of a report; an amount with its own unit gives its value."""
    for line, column in cells(type(table)):
        value = at(table, line.cell(column))
        if column.kind is Kind.MONEY:
            value = getattr(value, "value", None)
        yield pointer(name) + line.cell(column), value


Report2019: TypeAlias = Report[edition_2019.ProactiveDisclosure, edition_2019.Requests]
"""A report on the 2019 form (report years 2019 and 2020)."""

Report2021: TypeAlias = Report[edition_2021.ProactiveDisclosure, edition_2021.Requests]
"""A report on the 2021 form (report years since 2021)."""

OfficialReport: TypeAlias = (
    Report2019
    | Report2021
    | Report[edition_2021.ProactiveDisclosure, edition_2019.Requests]
    | Report[edition_2019.ProactiveDisclosure, edition_2021.Requests]
)
"""A report on an official form, hybrids included: what reading and loading give."""

AnyReport: TypeAlias = Report[Any, Any]
"""A report of any edition, one of your own included: what functions take."""


def report_type(report: AnyReport) -> Any:
    """The exact type of a report, with the classes of its tables.

    >>> report_type(Report.blank(edition_2021.ProactiveDisclosure, edition_2019.Requests))
    ... # doctest: +ELLIPSIS
    govdisclosure.model._report.Report[...2021.ProactiveDisclosure, ...2019.Requests]
    """
    return report_of(type(report.proactive_disclosure), type(report.requests))


def check_report_type(given: Any) -> None:
    """Let pass a type of report, exact or ``AnyReport``.

    Raises:
        TypeError: it is none; the message says what to give instead.
    """
    if (get_origin(given) or given) is Report and all(map(_may_be_table, get_args(given))):
        return
    hint = "a type of report, such as Report2021"
    if isinstance(given, Report):
        hint = "the type of this report: report_type(report)"
    elif hasattr(given, "report_type"):
        hint = f"the type of report of this edition, its report_type: {given.report_type!r}"
    raise TypeError(f"expected {hint}, found {given!r}"[:400])


def _may_be_table(given: Any) -> bool:
    is_table = isinstance(given, type) and issubclass(given, Table)
    return is_table or given is Any or isinstance(given, TypeVar)


def report_of(proactive_disclosure: Any, requests: Any) -> Any:
    """The type of report that two classes of tables make.

    >>> report_of(edition_2021.ProactiveDisclosure, edition_2021.Requests) == Report2021
    True
    """
    return Report[proactive_disclosure, requests]
