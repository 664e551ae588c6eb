"""The report: six sections, three of them tables."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any, Generic, Self, TypeAlias, TypeVar, final, get_args, get_origin

import attrs
from attrs import field, frozen

from govdisclosure.form import (
    CellState,
    Form,
    Json,
    Label,
    Shown,
    Table,
    fill,
    fitting,
    form_of,
    made_once,
    misfits,
    put,
    whole,
)
from govdisclosure.i18n import escape_controls, figure, one_line
from govdisclosure.model import edition_2019, edition_2021, parts
from govdisclosure.model._notebook import NotebookView
from govdisclosure.model.parts import Narrative, ReviewAndLitigation

SCHEMA_VERSION = "1.0.0"

FIRST_YEAR = 2008
"""The first report year there can be: the Regulations came into force on 2008-05-01."""

P = TypeVar("P", bound=Table)
R = TypeVar("R", bound=Table)

TableClasses: TypeAlias = tuple[type[Table], type[Table]]
"""The classes of tables 2 and 3 of a report."""


@frozen(kw_only=True, repr=False)
class Issuer(Shown):
    """编制机关: the body that made the report, as the report names it."""

    name: Annotated[str | None, Label("编制机关名称", "Name of the issuing body")]


@frozen(kw_only=True, repr=False)
class Period(Shown):
    """统计期限: first and last day counted, each written YYYY-MM-DD."""

    start: Annotated[str, Label("起始日期", "First day")]
    end: Annotated[str, Label("截止日期", "Last day")]


@frozen(kw_only=True, repr=False)
class CellNote(Shown):
    """What a cell's text said beyond its number, or why it has none."""

    printed: Annotated[str, Label("原文", "As printed")]
    note: Annotated[str | None, Label("说明", "Note")] = None
    state: Annotated[CellState, Label("状态", "State")] = CellState.NUMBER


def _copy(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    """A dict of our own: what the caller puts into theirs later is not in the report."""
    return dict(mapping)


class _Vouched:
    """Where it is marked that somebody vouches for a report; it is no field, and no copy has it."""

    __slots__ = ("_vouched",)


@frozen(kw_only=True, repr=False, hash=False)
class Report(NotebookView, _Vouched, Generic[P, R]):
    """政府信息公开工作年度报告 of one body for one year.

    ``P`` and ``R`` are the classes of tables 2 and 3, each of some edition. A report on a
    pure form is made with the class of that form, such as ``Report2021``; published hybrids,
    whose tables are of different editions, are a ``Report`` and nothing more.

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
    extensions: Annotated[Mapping[str, Json], Label("扩展", "Extensions")] = field(
        factory=dict, converter=_copy
    )

    def __init_subclass__(cls) -> None:
        if tables := tables_of(cls):
            _PURE_FORMS.setdefault(tables, cls)

    def __attrs_post_init__(self) -> None:
        cls = report_class(self.tables)
        if type(self) is not cls:
            raise TypeError(f"a report with these tables is a {cls.__name__}")

    @staticmethod
    def blank(
        proactive_disclosure: type[P],
        requests: type[R],
        *,
        issuer: str | None = None,
        year: int | None = None,
        number: int | None = None,
    ) -> "Report[P, R]":
        """A report to start from: every cell ``number``, blank unless one is given.

        Raises:
            TypeError: a value is of another type; whole numbers may be of any class.
        """
        number = whole(number)
        report = new_report(
            issuer=Issuer(name=issuer),
            year=whole(year),
            proactive_disclosure=fill(proactive_disclosure, number),
            requests=fill(requests, number),
            review_and_litigation=fill(ReviewAndLitigation, number),
        )
        return _require_types(report, ("",))

    def replace(self, changes: Mapping[str, Any]) -> Self:
        """A copy with other values at some pointers; whole numbers may be of any class.

        >>> from govdisclosure.model import edition_2021
        >>> blank = Report.blank(edition_2021.ProactiveDisclosure, edition_2021.Requests)
        >>> blank.replace({"/requests/received/total": 3}).requests.received.total
        3

        Raises:
            KeyError: a pointer leads nowhere in this report.
            TypeError: a value is of another type than stands there.
        """
        fields: dict[str, Any] = {a.name: getattr(self, a.name) for a in attrs.fields(Report)}
        values = {address: fitting(self, address, v) for address, v in changes.items()}
        changed: Any = new_report(**put(fields, values))
        report: Self = _require_types(changed, changes)
        return report

    @property
    def form(self) -> Form:
        """The printed form that the report is on."""
        return form_with(self.tables)

    @property
    def tables(self) -> TableClasses:
        """The classes of tables 2 and 3."""
        return type(self.proactive_disclosure), type(self.requests)

    def cells(self) -> Iterator[tuple[str, int | Decimal | None]]:
        """Every number cell in printed order: its pointer and the number in it, if any."""
        yield from zip(self.form.cells, self.form.numbers(self), strict=True)

    def __repr__(self) -> str:
        if places := [pointer for pointer, _, _ in misfits(self)]:
            return one_line(self, "with misfits at", *places)
        all_cells = [value for _, value in self.cells()]
        numbers = sum(value is not None for value in all_cells)
        year = "?" if self.year is None else figure(self.year)
        return (
            f"<Report {escape_controls((self.issuer.name or '?')[:40])} {year}:"
            f" table 2 of {self.proactive_disclosure.edition},"
            f" table 3 of {self.requests.edition},"
            f" {numbers} of {len(all_cells)} cells with a number>"
        )


T = TypeVar("T")


def _require_types(report: T, addresses: Collection[str]) -> T:
    """The report, if what stands at some addresses and below is of the types that it should be."""
    for address in addresses:
        for pointer, part, value in misfits(report, address):
            found = f"there cannot be {value!r:.100}, of {type(value)}"
            raise TypeError(f"{pointer}: {found}; it should be {part.type}")
    return report


AnyReport: TypeAlias = Report[Any, Any]
"""A report of any edition, one of your own included: what functions take."""

_PURE_FORMS: dict[TableClasses, type[AnyReport]] = {}
"""The class of reports on each pure form, by the classes of its tables 2 and 3."""


def tables_of(report_type: type[AnyReport]) -> TableClasses | None:
    """The classes of tables 2 and 3 that a type of report chooses; ``None`` if it chooses none.

    A type of report is a class such as ``Report2021``, ``Report[…]`` of two classes of
    tables, or ``Report``: any.

    >>> tables_of(Report2021) == (edition_2021.ProactiveDisclosure, edition_2021.Requests)
    True

    Raises:
        TypeError: it is no type of report; the message says what to give instead.
    """
    bases = vars(report_type).get("__orig_bases__", ()) if isinstance(report_type, type) else ()
    alias = next((base for base in (report_type, *bases) if get_origin(base) is Report), None)
    if alias is None and report_type is not Report:
        what = "the report itself" if isinstance(report_type, Report) else repr(report_type)
        raise TypeError(f"expected a type of report, such as Report2021, found {what}"[:400])
    tables = [arg for arg in get_args(alias) if isinstance(arg, type) and issubclass(arg, Table)]
    return (tables[0], tables[1]) if len(tables) == 2 else None


def report_class(tables: TableClasses) -> type[AnyReport]:
    """The class of the reports with two classes of tables."""
    return _PURE_FORMS.get(tables, Report)


def new_report(*, proactive_disclosure: P, requests: R, **fields: Any) -> Report[P, R]:
    """A report of the class that its tables ask for."""
    cls = report_class((type(proactive_disclosure), type(requests)))
    return cls(proactive_disclosure=proactive_disclosure, requests=requests, **fields)


@final
class Report2019(Report[edition_2019.ProactiveDisclosure, edition_2019.Requests]):
    """A report on the 2019 form (report years 2019 and 2020)."""

    __slots__ = ()


@final
class Report2021(Report[edition_2021.ProactiveDisclosure, edition_2021.Requests]):
    """A report on the 2021 form (report years since 2021)."""

    __slots__ = ()


OfficialReport: TypeAlias = (
    Report2019
    | Report2021
    | Report[edition_2021.ProactiveDisclosure, edition_2019.Requests]
    | Report[edition_2019.ProactiveDisclosure, edition_2021.Requests]
)
"""A report on an official form, hybrids included: what reading and loading give."""


def table_classes(tables: TableClasses) -> Mapping[str, type[Table]]:
    """The class of every table of a report with two classes of tables, by section."""
    return {
        "proactive_disclosure": tables[0],
        "requests": tables[1],
        "review_and_litigation": ReviewAndLitigation,
    }


ANY_FORM = form_of(Report)
"""What is known of the form of a report whose editions are not."""


@made_once
def form_with(tables: TableClasses) -> Form:
    """The form of the reports with two classes of tables."""
    return form_of(Report, proactive_disclosure=tables[0], requests=tables[1])
