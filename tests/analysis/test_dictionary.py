"""The data dictionary has a row for each cell as an edition prints it, with all that is known."""

import sqlite3
from collections.abc import Iterator

import pytest

from govdisclosure.analysis import DictionaryRow, data_dictionary, tidy
from govdisclosure.analysis.explanation import rules_asking
from govdisclosure.form.meanings import places_at, references
from govdisclosure.i18n import LANGUAGES
from govdisclosure.model import EDITION_2019, EDITION_2021, EDITIONS, AnyEdition, AnyReport

ROWS = data_dictionary()

every_edition = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
every_row = pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row.pointer} {' '.join(row.editions)}"
)


def rows_of(edition: AnyEdition) -> Iterator[DictionaryRow]:
    return (row for row in ROWS if edition.name in row.editions)


@every_edition
def test_every_cell_of_an_edition_has_one_row(edition: AnyEdition) -> None:
    pointers = [row.pointer for row in rows_of(edition)]
    assert sorted(pointers) == sorted(edition.form.cells)


def test_there_are_226_pointers_and_three_that_the_editions_print_otherwise() -> None:
    pointers = [row.pointer for row in ROWS]
    twice = {pointer for pointer in pointers if pointers.count(pointer) > 1}
    assert len({*pointers}) == 226
    assert twice == {
        f"/proactive_disclosure/{row}/decisions" for row in ("licensing", "penalties", "compulsion")
    }


@every_edition
def test_a_row_says_what_the_form_and_the_meanings_say(edition: AnyEdition) -> None:
    for row in rows_of(edition):
        location, cell = edition.form.location(row.pointer), edition.form.cells[row.pointer]
        place, column = places_at(row.pointer, edition.name)
        for language in LANGUAGES.values():
            section = location.section
            assert section is not None
            assert row.table.render(language) == section.render(language)
            assert row.row.render(language) == location.row[-1].render(language)
            assert row.column.render(language) == cell.label.render(language)
            above = [*location.row[0].chain()[:-1], *location.row[:-1]]
            words = language.level.join(label.render(language) for label in above)
            assert row.group.render(language) == words
            for basis in (*place.basis, *column.basis):
                assert basis.law.title.render(language) in row.basis.render(language)
        assert (row.kind, row.unit) == (cell.kind, cell.label.unit)
        assert (row.row_meaning, row.row_counts) == (place.means, place.counts)
        assert (row.column_meaning, row.column_counts) == (column.means, column.counts)
        assert row.rules == rules_asking(edition, (row.pointer,))


@every_row
def test_nothing_that_a_cell_must_have_is_empty(row: DictionaryRow) -> None:
    texts = (row.table, row.row, row.column, row.row_meaning, row.column_meaning, row.basis)
    assert all(text.render(language) for text in texts for language in LANGUAGES.values())
    assert row.sources
    assert {*row.sources} <= {*references()}
    assert row.rules


def test_it_is_joined_with_the_cells_of_reports_one_to_one() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("create table cell (pointer, edition, row, column)")
    database.execute("create table told (pointer, editions, row, column)")
    reports: list[AnyReport] = [EDITION_2019.blank(), EDITION_2021.blank()]
    cells = [(c.pointer, c.edition, c.row, c.column) for report in reports for c in tidy(report)]
    told = [(r.pointer, " ".join(r.editions), r.row.zh, r.column.zh) for r in ROWS]
    database.executemany("insert into cell values (?, ?, ?, ?)", cells)
    database.executemany("insert into told values (?, ?, ?, ?)", told)
    joined = database.execute(
        "select cell.row, told.row, cell.column, told.column from cell join told"
        " on cell.pointer = told.pointer and instr(told.editions, cell.edition)"
    ).fetchall()
    database.close()
    assert len(joined) == len(cells) == 398
    assert all(cell.endswith(row) and one == other for cell, row, one, other in joined)
