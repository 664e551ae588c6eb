"""Tables of converters that cannot merge cells: a repeated label is one merged cell again."""

from collections.abc import Collection, Iterator, Sequence

from attrs import define, evolve

from govdisclosure.document import Block, Cell, Table
from govdisclosure.transcribe._labels import Entry, Role, Vocabulary
from govdisclosure.transcribe._normalize import key


def with_merged_labels(blocks: Sequence[Block], words: Vocabulary) -> list[Block]:
    """The same blocks; in tables without a merged cell, labels printed again are merged.

    A label repeated beside itself covers these columns, and what is repeated below them is
    one number; a header or group repeated below itself covers these rows. Numbers that only
    happen to be equal stay, for the columns above them have labels of their own. Where only
    the first cell of a merged one has its text, a column without a label of its own goes with
    the one before.
    """
    return [_merged(b, words) if isinstance(b, Table) and _is_flat(b) else b for b in blocks]


def _is_flat(table: Table) -> bool:
    return all(cell.down == cell.across == 1 for row in table.rows for cell in row)


@define
class _Run:
    """Equal cells beside each other: where they start, how many they are."""

    text: str
    start: int
    across: int
    down: int = 1


def _merged(table: Table, words: Vocabulary) -> Table:
    rows: list[list[_Run]] = []
    above: list[_Run] = []
    repeated: set[int] = set()
    for row, bare in zip(table.rows, _bare_columns(table, words), strict=True):
        here = list(_runs(row, words, repeated, bare))
        kept: list[_Run] = []
        for i, run in enumerate(here):
            upper = next((r for r in above if _is_same(r, run)), None)
            if upper and _covers_rows(run.text, words):
                upper.down += 1
                here[i] = upper
            else:
                kept.append(run)
        rows.append(kept)
        above = here
    cells = tuple(tuple(Cell(run.text, run.down, run.across) for run in row) for row in rows)
    return evolve(table, rows=cells)


def _bare_columns(table: Table, words: Vocabulary) -> Iterator[frozenset[int]]:
    """For each row of numbers, the columns among them that have no label above."""
    labelled: set[int] = set()
    in_header = False
    for row in table.rows:
        here = {
            at: words.by_key.get(key(cell.text), ()) for at, cell in enumerate(row) if cell.text
        }
        if _is_header(here.values()):
            labelled = labelled if in_header else set()
            labelled |= {at for at, found in here.items() if found[0].role is not Role.TOP}
            in_header = True
            yield frozenset()
            continue
        in_header = False
        yield frozenset(range(min(labelled, default=len(row)), len(row))) - labelled


def _is_header(found: Collection[Sequence[Entry]]) -> bool:
    """Whether the labels of a row are those of a header: several, or one that is only that."""
    above = (Role.COLUMN, Role.HEADER, Role.TOP)
    if not all(any(entry.role in above for entry in entries) for entries in found):
        return False
    only = [entries for entries in found if all(entry.role in above for entry in entries)]
    return len(found) > 1 or bool(only)


def _runs(
    row: Sequence[Cell], words: Vocabulary, repeated: set[int], bare: Collection[int]
) -> Iterator[_Run]:
    """The cells of a row; ``repeated`` are columns whose label is that of the one before."""
    run = _Run("", 0, 0)
    for at, cell in enumerate(row):
        again = run.across > 0 and cell.text == run.text
        if words.by_key.get(key(cell.text)):
            (repeated.add if again else repeated.discard)(at)
        if (again and at in repeated) or (run.across and not cell.text and at in bare):
            run.across += 1
            continue
        if run.across:
            yield run
        run = _Run(cell.text, at, 1)
    if run.across:
        yield run


def _is_same(a: _Run, b: _Run) -> bool:
    return (a.text, a.start, a.across) == (b.text, b.start, b.across)


def _covers_rows(text: str, words: Vocabulary) -> bool:
    """Whether a text is a label that can stand beside several rows: any but that of a row."""
    return any(entry.role is not Role.ROW for entry in words.by_key.get(key(text), ()))
