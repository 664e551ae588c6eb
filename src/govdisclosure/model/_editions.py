"""The editions of the form as values, and telling which one a table is of."""

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeAlias, TypeGuard, TypeVar

from attrs import frozen

from govdisclosure.form import NOTICE_2019, NOTICE_2021, Label, Source, Table, lines
from govdisclosure.model import edition_2019, edition_2021
from govdisclosure.model._report import AnyReport, Report, report_of, report_type

P = TypeVar("P", bound=Table)
R = TypeVar("R", bound=Table)


@frozen(kw_only=True)
class Edition(Generic[P, R]):
    """One edition of the form: the notice that set it and the tables that it changed.

    ``last_year`` is ``None`` while the edition is in use.
    """

    name: str
    notice: Source
    first_year: int
    last_year: int | None
    proactive_disclosure: type[P]
    requests: type[R]

    def is_form_of(self, report: AnyReport) -> "TypeGuard[Report[P, R]]":
        """Whether a report is on this edition's pure form; type checkers learn it too.

        >>> EDITION_2021.is_form_of(EDITION_2021.blank())
        True
        >>> EDITION_2019.is_form_of(EDITION_2021.blank())
        False
        """
        return bool(report_type(report) == self.report_type)

    @property
    def report_type(self) -> Any:
        """The type of report on this edition's pure form."""
        return report_of(self.proactive_disclosure, self.requests)

    def blank(
        self, *, issuer: str | None = None, year: int | None = None, number: int | None = None
    ) -> Report[P, R]:
        """A report on this edition's form with the same number, or nothing, in every cell.

        >>> EDITION_2021.blank(issuer="青禾县", year=2023, number=0)
        <Report 青禾县 2023: table 2 of 2021, table 3 of 2021, 200 of 200 cells with a number>
        """
        return Report.blank(
            self.proactive_disclosure, self.requests, issuer=issuer, year=year, number=number
        )


AnyEdition: TypeAlias = Edition[Any, Any]

EDITION_2019: Edition[edition_2019.ProactiveDisclosure, edition_2019.Requests] = Edition(
    name="2019",
    notice=NOTICE_2019,
    first_year=2019,
    last_year=2020,
    proactive_disclosure=edition_2019.ProactiveDisclosure,
    requests=edition_2019.Requests,
)

EDITION_2021: Edition[edition_2021.ProactiveDisclosure, edition_2021.Requests] = Edition(
    name="2021",
    notice=NOTICE_2021,
    first_year=2021,
    last_year=None,
    proactive_disclosure=edition_2021.ProactiveDisclosure,
    requests=edition_2021.Requests,
)

EDITIONS: tuple[AnyEdition, ...] = (EDITION_2019, EDITION_2021)
"""Every edition known, oldest first."""


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
    section: str, seen: Iterable[Label], editions: Sequence[AnyEdition] = EDITIONS
) -> AnyEdition | None:
    """The edition of one table, from the labels seen in it; ``None`` where they fit several.

    An edition is favoured by labels that no other has, and disfavoured by rows of its own
    that are missing although a later row is there. The year plays no part.

    >>> from govdisclosure.model.edition_2021 import Documents
    >>> from govdisclosure.form import columns
    >>> recognise("proactive_disclosure", [columns(Documents)[0].label]).name
    '2021'
    """
    words = {label.zh for label in seen}
    # Editions that share the table are one candidate: the first of them.
    rivals = list({getattr(e, section): e for e in reversed(editions)}.values())
    scored = [(_fit(section, edition, words, rivals), edition) for edition in rivals]
    best = max(fit for fit, _ in scored)
    winners = [edition for fit, edition in scored if fit == best]
    return winners[0] if len(winners) == 1 else None


def _fit(
    section: str, edition: AnyEdition, words: set[str], editions: Sequence[AnyEdition]
) -> tuple[int, bool]:
    rivals = [e for e in editions if e is not edition]
    others = set[str]().union(*(_labels(section, e) for e in rivals))
    rows_of_others = {leaf for e in rivals for leaf in _rows(section, e)}
    own = _labels(section, edition) - others
    return len(own & words), not _skips(_rows(section, edition), words, rows_of_others)


def _labels(section: str, edition: AnyEdition) -> set[str]:
    table = getattr(edition, section)
    rows = {label.zh for line in lines(table) for label in line.labels}
    heads = {column.label.zh for line in lines(table) for column in line.columns}
    return rows | heads


def _rows(section: str, edition: AnyEdition) -> list[str]:
    return [line.labels[-1].zh for line in lines(getattr(edition, section))]


def _skips(rows: Sequence[str], words: set[str], rows_of_others: set[str]) -> bool:
    """Whether a row that no other edition has is missing although a later row is there."""
    last = max((i for i, row in enumerate(rows) if row in words), default=0)
    return any(row not in words and row not in rows_of_others for row in rows[:last])
