"""Whether the cells of a printed row are those of a row of the form.

Only what is certain is aligned: as many cells as columns, and nothing that speaks against them.
"""

from collections.abc import Mapping, Sequence
from itertools import islice

from attrs import evolve

from govdisclosure.form import TOTAL, CellState, FormRow
from govdisclosure.transcribe._normalize import normalize
from govdisclosure.transcribe._numbers import read_number
from govdisclosure.transcribe._row_scanner import PrintedRow
from govdisclosure.transcribe._tokens import Token


def align(
    values: Sequence[Token],
    width: int,
    widths: Mapping[int, int] | None = None,
    first: int | None = None,
) -> list[Token] | None:
    """The cells of a row of ``width`` columns; ``None`` where that is not certain.

    More cells than columns are met only where the surplus is empty on one side; if another
    cell is empty, too, other rows must have as many (``widths``: how many rows have how many),
    or the header says which cells are the row's own: its ``first`` label stands in that column
    of the table. Where the surplus may be on both sides, only the header can say it.
    """
    values = _split_zeros(values, width)
    surplus = len(values) - width
    if surplus < 0:
        return None
    filled = [at for at, token in enumerate(values) if token.text] or [surplus, 0]
    starts = range(max(0, filled[-1] - width + 1), min(filled[0], surplus) + 1)
    windows = [values[start : start + width] for start in starts]
    under_header = [w for w in windows if first and w[0].where.column == first]
    if len(windows) > 1 and any(t.text for t in values):
        windows = under_header
    if not windows:
        return None
    is_odd = surplus > 0 and not under_header and _is_only_one(len(values), widths or {})
    if is_odd and any(t.text for t in values) and not all(t.text for t in windows[0]):
        return None
    return list(windows[0])


def _is_only_one(width: int, widths: Mapping[int, int]) -> bool:
    """Whether no other row has so many cells although there are other rows."""
    return widths.get(width) == 1 and sum(widths.values()) > 1


def _split_zeros(values: Sequence[Token], width: int) -> list[Token]:
    """000 for three columns: no number is written so, hence one zero a column."""
    if len(values) == 1 and width > 1 and normalize(values[0].text) == "0" * width:
        return [evolve(values[0], text="0")] * width
    return list(values)


def own_values(row: PrintedRow, form_row: FormRow) -> list[Token]:
    """The cells of a row: numbers stuck to its label are some only if nothing else will do.

    A note's number may stand there, too, so that the sum has to speak for them.
    """
    own = row.values[row.stuck_count :]
    if own and (align(own, len(form_row.columns)) or True not in _sums([form_row], row.values)):
        return own
    return row.values


def is_whole(rows: Sequence[FormRow], values: Sequence[Token], are_labelled: bool = True) -> bool:
    """Whether a printed row has all its cells, as far as can be told.

    It has where the document itself shows them, each below a label, or no total differs from
    its parts. Where cells are not shown, an empty one leaves no trace and a page number may
    stand in its place: a row that then does not add up may be the report's error or ours.
    """
    are_drawn = any(token.is_cell for token in values if token.text)
    return (are_drawn and are_labelled) or False not in _sums(rows, values)


def doubtful_rows(rows: Sequence[FormRow], values: Sequence[Token]) -> list[FormRow]:
    """The rows of the form whose numbers do not fit together, if their cells may have moved.

    They may where a cell of the printed row is empty, or would leave no trace if it were.
    """
    if not any(token.is_spaced or not token.text for token in values):
        return []
    rest = iter(values)
    return [row for row in rows if _leaves_doubt(row, [*islice(rest, len(row.columns))])]


def _leaves_doubt(form_row: FormRow, values: Sequence[Token]) -> bool:
    """Whether the numbers of a row whose cells may have moved do not fit together.

    A cell may have been lost and the others have moved: where two numbers stand in one
    cell, where the total is not what the others make, or looks to stand before its place.
    """
    columns = form_row.columns
    texts = [read_number(t.text, c.kind) for t, c in zip(values, columns, strict=True)]
    if any(text.state is CellState.UNREADABLE for text in texts):
        return True
    if columns[-1].name != TOTAL:
        return False
    *parts, last, total = [text.value if isinstance(text.value, int) else 0 for text in texts]
    if values[-1].text:
        return texts[-1].state is CellState.NUMBER and sum(parts) + last != total
    return last >= sum(parts) > 0


def _sums(form_rows: Sequence[FormRow], values: Sequence[Token]) -> list[bool]:
    """For each row with a total, all of it numbers, whether the total is the sum."""
    if len(values) != sum(len(row.columns) for row in form_rows):
        return []
    sums = []
    rest = iter(values)
    for row in form_rows:
        numbers = {c.name: read_number(next(rest).text, c.kind).value for c in row.columns}
        total = numbers.pop(TOTAL, None)
        parts = [n for n in numbers.values() if isinstance(n, int)]
        if isinstance(total, int) and len(parts) == len(numbers):
            sums.append(sum(parts) == total)
    return sums
