"""The editions of the form as values, and telling which one a table is of."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any, Generic, TypeAlias, TypeGuard, TypeVar

from attrs import frozen

from govdisclosure.form import Form, FormRow, Label, Source, Table
from govdisclosure.form.law import NOTICE_2019, NOTICE_2021
from govdisclosure.i18n import one_line
from govdisclosure.model._report import (
    AnyReport,
    Report,
    Report2019,
    Report2021,
    TableClasses,
    form_with,
    tables_of,
)

A = TypeVar("A", bound=AnyReport, covariant=True)


@frozen(kw_only=True, cache_hash=True)
class Edition(Generic[A]):
    """One edition of the form: the notice that set it and the reports on it.

    ``report_type`` fixes the tables that the edition changed. ``last_year`` is ``None``
    while the edition is in use.
    """

    name: str
    notice: Source
    first_year: int
    last_year: int | None
    report_type: type[A]

    def __repr__(self) -> str:
        return one_line(self, self.name)

    @property
    def tables(self) -> TableClasses:
        """The classes of tables 2 and 3."""
        tables = tables_of(self.report_type)
        if tables is None:
            raise TypeError(f"an edition fixes its tables: {self.report_type!r} has none")
        return tables

    @property
    def proactive_disclosure(self) -> type[Table]:
        """The class of table 2."""
        return self.tables[0]

    @property
    def requests(self) -> type[Table]:
        """The class of table 3."""
        return self.tables[1]

    @property
    def form(self) -> Form:
        """The printed form of this edition."""
        return form_with(self.tables)

    def is_form_of(self, report: AnyReport) -> "TypeGuard[A]":
        """Whether a report is on this edition's pure form; type checkers learn it too.

        >>> EDITION_2021.is_form_of(EDITION_2021.blank())
        True
        >>> EDITION_2019.is_form_of(EDITION_2021.blank())
        False
        """
        return report.form is self.form

    def blank(
        self, *, issuer: str | None = None, year: int | None = None, number: int | None = None
    ) -> A:
        """A report on this edition's form with the same number, or nothing, in every cell.

        >>> EDITION_2021.blank(issuer="青禾县", year=2023, number=0)
        <Report 青禾县 2023: table 2 of 2021, table 3 of 2021, 200 of 200 cells with a number>
        """
        blank: Any = Report.blank(*self.tables, issuer=issuer, year=year, number=number)
        report: A = blank
        return report


AnyEdition: TypeAlias = Edition[AnyReport]

EDITION_2019: Edition[Report2019] = Edition(
    name="2019", notice=NOTICE_2019, first_year=2019, last_year=2020, report_type=Report2019
)

EDITION_2021: Edition[Report2021] = Edition(
    name="2021", notice=NOTICE_2021, first_year=2021, last_year=None, report_type=Report2021
)

EDITIONS: tuple[AnyEdition, ...] = (EDITION_2019, EDITION_2021)
"""Every edition known, oldest first."""


def all_forms(editions: Sequence[AnyEdition] = EDITIONS) -> list[Form]:
    """The form of each report there can be: tables of one edition beside those of another.

    >>> len(all_forms())
    4
    """
    pairs = product(editions, editions)
    return [form_with((one.proactive_disclosure, other.requests)) for one, other in pairs]


def for_year(year: int, editions: Sequence[AnyEdition] = EDITIONS) -> AnyEdition | None:
    """The edition prescribed for a report year; published reports may differ.

    >>> for_year(2020).name, for_year(2025).name, for_year(2018)
    ('2019', '2021', None)
    """
    for edition in editions:
        if edition.first_year <= year and (edition.last_year is None or year <= edition.last_year):
            return edition
    return None


def recognise(
    section: str, labels: Iterable[Label], editions: Sequence[AnyEdition] = EDITIONS
) -> AnyEdition | None:
    """The edition of one table, from labels found in it; ``None`` where they fit several.

    An edition is favoured by labels that no other has, and disfavoured by rows of its own
    that are missing although a later row is there. The year plays no part.

    >>> column = EDITION_2021.form.cells["/proactive_disclosure/rules/issued"]
    >>> recognise("proactive_disclosure", [column.label]).name
    '2021'
    """
    words = {label.zh for label in labels}
    # Editions that share the table are one candidate: the first of them.
    rivals = list({getattr(e, section): e for e in reversed(editions)}.values())
    tables = [edition.form.tables[section].rows for edition in rivals]
    fits = [
        _fit(table, [row for other in tables if other is not table for row in other], words)
        for table in tables
    ]
    best = [edition for edition, fit in zip(rivals, fits, strict=True) if fit == max(fits)]
    return best[0] if len(best) == 1 else None


def _fit(table: Sequence[FormRow], others: Sequence[FormRow], words: set[str]) -> tuple[int, bool]:
    """How many labels of no other table are there; whether none of its own rows is skipped."""
    rows = [row.labels[-1].zh for row in table]
    last = max((i for i, row in enumerate(rows) if row in words), default=0)
    missing = set(rows[:last]) - words - {row.labels[-1].zh for row in others}
    return len((_labels(table) - _labels(others)) & words), not missing


def _labels(rows: Sequence[FormRow]) -> set[str]:
    stubs = {label.zh for row in rows for label in row.labels}
    return stubs | {column.label.zh for row in rows for column in row.columns}
