"""Two reports compared: what differs, cell by cell and section by section, and only that.

>>> from govdisclosure.model import EDITION_2021
>>> last = EDITION_2021.blank(issuer="青禾县", year=2022, number=0)
>>> this = EDITION_2021.blank(issuer="青禾县", year=2023, number=0)
>>> this = this.replace({"/requests/received/total": 5, "/requests/carried_in/total": None})
>>> comparison = compare(last, this)
>>> [(change.pointer, change.before, change.after) for change in comparison.cells]
[('/requests/received/total', 0, 5), ('/requests/carried_in/total', 0, None)]
>>> comparison.apply(last) == this
True
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import frozen

from govdisclosure.analysis.comparison._changes import CellChange, FactChange, ProseChange, same
from govdisclosure.analysis.comparison._row_matching import RowPair, Unmatched, match_rows
from govdisclosure.form import Json, at, join, pointer
from govdisclosure.i18n import Message, one_line
from govdisclosure.model import (
    PROSE_SECTIONS,
    AnyReport,
    CellNote,
    NotebookView,
    Reading,
    same_body,
)
from govdisclosure.rules import without_misfits

C = TypeVar("C", ProseChange, FactChange)

FACTS = ("/schema_version", "/title", "/issuer/name", "/year", "/period")
"""What is compared as a whole, besides the extensions."""

EXTENSIONS = "/extensions"


@frozen(kw_only=True)
class Comparison(NotebookView):
    """What differs between two reports.

    ``unmatched`` are the cells that only one of the two forms has: they were not compared.
    ``remarks`` is what a reader should know first: other bodies, odd years, other forms.
    """

    before: AnyReport
    after: AnyReport
    cells: tuple[CellChange, ...]
    prose: tuple[ProseChange, ...]
    facts: tuple[FactChange, ...]
    unmatched: tuple[Unmatched, ...]
    remarks: tuple[Message, ...]

    def __repr__(self) -> str:
        names = ("cells", "prose", "facts", "unmatched", "remarks")
        return one_line(self, *(f"{name}={len(getattr(self, name))}" for name in names))

    @property
    def same_form(self) -> bool:
        """Whether both reports have the same tables."""
        return self.before.form == self.after.form

    @property
    def empty(self) -> bool:
        """Whether nothing differs, the forms included."""
        return self.same_form and not (self.cells or self.prose or self.facts)

    def apply(self, report: AnyReport) -> AnyReport:
        """A report with the changes made: of the earlier report, the later one.

        Raises:
            ValueError: the two reports are on different forms, so that the later one cannot
                be made from the earlier; or this report does not say what the earlier did.
        """
        if not self.same_form:
            raise ValueError("reports on different forms: no changes lead from one to the other")
        if report.form != self.before.form:
            raise ValueError("the report is on another form than those that were compared")
        changes: list[CellChange | ProseChange | FactChange] = [*self.cells, *self.prose]
        changes += [change for change in self.facts if change.pointer != EXTENSIONS]
        for change in changes:
            _require(change.pointer, at(report, change.pointer), change.before)
        return report.replace(
            {
                **{change.pointer: change.after for change in changes},
                "/cell_notes": self._notes(report),
                EXTENSIONS: self._extensions(report),
            }
        )

    def _notes(self, report: AnyReport) -> Mapping[str, CellNote]:
        notes = dict(report.cell_notes)
        for change in self.cells:
            _require(change.pointer, notes.pop(change.pointer, None), change.before_note)
            if change.after_note:
                notes[change.pointer] = change.after_note
        return notes

    def _extensions(self, report: AnyReport) -> Mapping[str, Json]:
        extensions = dict(report.extensions)
        for change in self.facts:
            if change.pointer == EXTENSIONS:
                keys = change.before.keys() | change.after.keys()
                present = {key: extensions.pop(key) for key in keys if key in extensions}
                _require(EXTENSIONS, present, change.before)
                extensions |= change.after
        return extensions


def compare(before: AnyReport | Reading, after: AnyReport | Reading) -> Comparison:
    """What differs between two reports of one body, or their readings, the earlier first.

    Reports on different forms are compared where their rows correspond; where they do not,
    the comparison says so. Neither other bodies nor odd years are refused: they are remarked.

    Raises:
        TypeError: one of them is no report.
        InvalidReportError: something in one of them is of another type than stands there.
    """
    before, after = without_misfits(before), without_misfits(after)
    rows = match_rows(before.tables, after.tables)
    return Comparison(
        before=before,
        after=after,
        cells=tuple(c for pair in rows.pairs for c in _cells(before, after, pair)),
        prose=tuple(_differing(ProseChange, PROSE_SECTIONS, before, after)),
        facts=(*_differing(FactChange, FACTS, before, after), *_extensions(before, after)),
        unmatched=rows.unmatched,
        remarks=tuple(_remarks(before, after, rows.pairs)),
    )


def _require(address: str, present: object, before: object) -> None:
    if not same(present, before):
        raise ValueError(f"{address} is not what it was in the report that was compared")


def _cells(before: AnyReport, after: AnyReport, pair: RowPair) -> Iterator[CellChange]:
    old, new = pair.row_of(before), pair.row_of(after)
    for column in pair.columns:
        here = join(pair.pointer, [column.name])
        values = getattr(old, column.name), getattr(new, column.name)
        notes = before.cell_notes.get(here), after.cell_notes.get(here)
        # A note is about one cell: what was added up has none to compare with.
        if not same(*values) or (notes[0] != notes[1] and not pair.is_sum):
            yield CellChange(
                pointer=here,
                place=(before if len(pair.before) == 1 else after).form.location(here),
                column=column,
                before=values[0],
                after=values[1],
                before_note=notes[0],
                after_note=notes[1],
                before_cells=tuple(join(row, [column.name]) for row in pair.before),
                after_cells=tuple(join(row, [column.name]) for row in pair.after),
            )


def _differing(
    kind: type[C], addresses: Iterable[str], before: AnyReport, after: AnyReport
) -> Iterator[C]:
    for address in addresses:
        old, new = at(before, address), at(after, address)
        if not same(old, new):
            here = after.form.location(address)
            yield kind(pointer=address, place=here, before=old, after=new)


def _extensions(before: AnyReport, after: AnyReport) -> Iterator[FactChange]:
    """The extensions of each report that the other does not have alike."""
    both = before.extensions, after.extensions
    alike = {k for k in both[0].keys() & both[1].keys() if same(both[0][k], both[1][k])}
    old, new = ({k: entry for k, entry in m.items() if k not in alike} for m in both)
    if old or new:
        here = after.form.location(EXTENSIONS)
        yield FactChange(pointer=EXTENSIONS, place=here, before=old, after=new)


def _remarks(before: AnyReport, after: AnyReport, pairs: tuple[RowPair, ...]) -> Iterator[Message]:
    names = before.issuer.name, after.issuer.name
    if names[0] and names[1] and not same_body(names[0], names[1]):
        yield Message("diff_other_body", {"before": names[0], "after": names[1]})
    yield from _year_remarks(before.year, after.year)
    for name in before.form.tables:
        editions = getattr(before, name).edition, getattr(after, name).edition
        if editions[0] != editions[1]:
            section = after.form.location(pointer(name))
            params = {"section": section, "before": editions[0], "after": editions[1]}
            yield Message("diff_other_form", params)
    for pair in pairs:
        if pair.is_sum:
            yield _sum_remark(before, after, pair)


def _year_remarks(before: int | None, after: int | None) -> Iterator[Message]:
    if before is None or after is None:
        return
    years = {"previous": before, "year": after}
    if before == after:
        yield Message("diff_same_year", years)
    elif before > after:
        yield Message("diff_years_reversed", years)
    elif before + 1 != after:
        yield Message("years_not_consecutive", years)


def _sum_remark(before: AnyReport, after: AnyReport, pair: RowPair) -> Message:
    split, rows = (after, pair.after) if len(pair.after) > 1 else (before, pair.before)
    labels = tuple(split.form.location(row).row[-1] for row in rows)
    return Message("diff_sum", {"row": pair.place, "rows": labels})
