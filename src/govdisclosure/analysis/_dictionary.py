"""The data dictionary: what every cell of the form is, as a table with a row a cell."""

from attrs import evolve, frozen

from govdisclosure.analysis.explanation import rules_asking
from govdisclosure.form import Kind, Large, pointer, row_words, tokens
from govdisclosure.form.meanings import Statement, cite, places_at
from govdisclosure.i18n import Text
from govdisclosure.model import EDITIONS, AnyEdition


@frozen(kw_only=True, repr=False)
class DictionaryRow(Large):
    """A cell of the form: where it stands, what stands in it, what that means.

    ``editions`` are those that print and mean the same. ``group`` is what stands above the row, a
    band or other rows, empty where there is nothing. ``kind`` says what the number is: a count
    and a change are whole numbers, a change with a sign; an amount is a decimal, and money one
    with a unit of its own. ``unit`` is "" where the form prints none. A cell is its row and its
    column, so each is told of. ``sources`` are ids, as on the page of the form; ``rules`` are those
    that ask the cell, on some edition.
    """

    pointer: str
    editions: tuple[str, ...]
    table: Text
    group: Text
    row: Text
    column: Text
    kind: Kind
    unit: str
    row_meaning: Statement
    row_counts: Statement
    column_meaning: Statement
    column_counts: Statement
    basis: Text
    sources: tuple[str, ...]
    rules: tuple[str, ...]


def data_dictionary() -> tuple[DictionaryRow, ...]:
    """Every cell of every edition, table by table; one that editions print otherwise, for each.

    >>> from govdisclosure.i18n import ENGLISH
    >>> rows = {row.pointer: row for row in data_dictionary()}
    >>> cell = rows["/requests/outcomes/denied/state_secret/total"]
    >>> cell.editions, cell.group.render(ENGLISH)
    (('2019', '2021'), '3. Outcomes of this year / (3) Not disclosed')
    >>> cell.row.zh, cell.column.zh, cell.unit
    ('1.属于国家秘密', '总计', '件')
    >>> cell.row_meaning.sureness, cell.rules[:2]
    (<Sureness.OFFICIAL: 'official'>, ('STAT-REQ-OUTCOMES', 'STAT-REQ-ROWS'))
    """
    editions: dict[DictionaryRow, list[str]] = {}
    for table in dict.fromkeys(name for edition in EDITIONS for name in edition.form.tables):
        for edition in EDITIONS:
            for address in edition.form.cells_below(pointer(table)):
                editions.setdefault(_row(address, edition), []).append(edition.name)
    return tuple(evolve(row, editions=tuple(names)) for row, names in editions.items())


def _row(address: str, edition: AnyEdition) -> DictionaryRow:
    """What one edition says of a cell; the editions that say so are put in later."""
    section = edition.form[tokens(address)[0]]
    cell, labels = edition.form.cells[address], edition.form.location(address).row
    above = (*labels[0].chain()[:-1], *labels[:-1])
    row, column = places = places_at(address, edition.name)
    basis = (*row.basis, *(one for one in column.basis if one not in row.basis))
    return DictionaryRow(
        pointer=address,
        editions=(),
        table=Text.of(section.label.render),
        group=Text.of(lambda language: row_words(above, language)),
        row=Text.of(labels[-1].render),
        column=Text.of(cell.label.render),
        kind=cell.kind,
        unit=cell.label.unit,
        row_meaning=row.means,
        row_counts=row.counts,
        column_meaning=column.means,
        column_counts=column.counts,
        basis=cite(basis),
        sources=tuple(dict.fromkeys(source.id for place in places for source in place.sources)),
        rules=rules_asking(edition, (address,)),
    )
