"""Tables of converters that cannot merge cells: a repeated label is one merged cell again."""

from collections.abc import Collection, Iterator, Sequence

from attrs import define, evolve

from govdisclosure.document import Block, Cell, Table
from govdisclosure.transcribe._labels import IN_HEADER, Labels, Role, Wording
from govdisclosure.transcribe._normalize import key


def merge_repeated_labels(blocks: Sequence[Block], labels: Labels) -> list[Block]:
    """The same blocks; in tables without a merged cell, labels printed again are merged.

    A label repeated beside itself covers these columns, and what is repeated below them is
    one number; a header or group repeated below itself covers these rows. Numbers that only
    happen to be equal stay, for the columns above them have labels of their own. Where only
    the first cell of a merged one has its text, a column without a label of its own goes with
    the one before.
    """
    return [_merge(b, labels) if isinstance(b, Table) and _is_flat(b) else b for b in blocks]


def _is_flat(table: Table) -> bool:
    return all(cell.down == cell.across == 1 for row in table.rows for cell in row)


@define
class _Run:
    """Equal cells beside each other: where they start, how many they are, over how many rows."""

    text: str
    start: int
    across: int
    down: int = 1


def _merge(table: Table, labels: Labels) -> Table:
    rows: list[list[_Run]] = []
    above: dict[tuple[str, int, int], _Run] = {}
    repeating: set[int] = set()
    for row, bare in zip(table.rows, _bare_columns(table, labels), strict=True):
        here = list(_runs(row, labels, repeating, bare))
        starts: list[_Run] = []
        for i, run in enumerate(here):
            upper = above.get((run.text, run.start, run.across))
            if upper and _covers_rows(run.text, labels):
                upper.down += 1
                here[i] = upper
            else:
                starts.append(run)
        rows.append(starts)
        above = {(run.text, run.start, run.across): run for run in here}
    cells = tuple(tuple(Cell(run.text, run.down, run.across) for run in row) for row in rows)
    return evolve(table, rows=cells)


def _bare_columns(table: Table, labels: Labels) -> Iterator[frozenset[int]]:
    """For each row of numbers, the columns among them that have no label above."""
    columns: set[int] = set()
    in_header = False
    for row in table.rows:
        wordings = {
            at: labels.by_key.get(key(cell.text), ()) for at, cell in enumerate(row) if cell.text
        }
        if _is_header(wordings.values()):
            columns = columns if in_header else set()
            columns |= {at for at, [first, *_] in wordings.items() if first.role is not Role.TOP}
            in_header = True
            yield frozenset()
            continue
        in_header = False
        yield frozenset(range(min(columns, default=len(row)), len(row))) - columns


def _is_header(labels: Collection[Sequence[Wording]]) -> bool:
    """Whether the labels of a row are those of a header: several, or one that is only that."""
    if not all(any(w.role in IN_HEADER for w in wordings) for wordings in labels):
        return False
    return len(labels) > 1 or any(all(w.role in IN_HEADER for w in ws) for ws in labels)


def _runs(
    row: Sequence[Cell], labels: Labels, repeating: set[int], bare: Collection[int]
) -> Iterator[_Run]:
    """The cells of a row; ``repeating`` are columns whose label is that of the one before."""
    run = _Run("", 0, 0)
    for at, cell in enumerate(row):
        is_same = run.across > 0 and cell.text == run.text
        if labels.by_key.get(key(cell.text)):
            (repeating.add if is_same else repeating.discard)(at)
        if (is_same and at in repeating) or (run.across and not cell.text and at in bare):
            run.across += 1
            continue
        if run.across:
            yield run
        run = _Run(cell.text, at, 1)
    if run.across:
        yield run


def _covers_rows(text: str, labels: Labels) -> bool:
    """Whether a text is a label that can stand beside several rows: any but that of a row."""
    return any(wording.role is not Role.ROW for wording in labels.by_key.get(key(text), ()))
