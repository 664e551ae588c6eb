"""A stream of tokens of one section → its printed rows, whatever edition they are of.

Labels open rows and the numbers behind a label belong to it; nothing is placed here.
"""

import re
from collections.abc import Mapping, Sequence
from enum import Enum

from attrs import Factory, define, evolve, frozen

from govdisclosure.form import Label
from govdisclosure.transcribe._labels import IN_HEADER, Labels, Match, Role, Wording
from govdisclosure.transcribe._normalize import key, numbering
from govdisclosure.transcribe._numbers import has_other_digits, looks_like_a_number
from govdisclosure.transcribe._tokens import Token

_PAGE_NUMBER = re.compile(r"\s*(?:[-—–－─]\s*\d{1,4}\s*[-—–－─]|第\s*\d{1,4}\s*页.*)\s*")


@frozen
class ColumnHeader:
    """A printed column label: the columns it can be (several where it is cut short)."""

    token: Token
    labels: tuple[Label, ...]


@define
class PrintedRow:
    """A row label with the cells printed behind it and the column labels above it.

    The first ``stuck_count`` values stood in one piece with the label: cells, or a note's number.
    """

    token: Token
    wordings: tuple[Wording, ...] = ()
    values: list[Token] = Factory(list)
    stuck_count: int = 0
    headers: Sequence[ColumnHeader] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no cell of it has a text."""
        return not any(value.text for value in self.values)

    @property
    def has_cells(self) -> bool:
        """Whether it has numbers, or empty cells in the printed row of its label."""
        row = self.token.row
        return not self.is_empty or (row is not None and any(v.row == row for v in self.values))


class Reason(Enum):
    """Why a piece of a table, or a whole row of it, found no place."""

    TEXT = "text"
    PAGE_NUMBER = "page_number"
    STUCK_NUMBER = "stuck_number"
    CUT_OFF = "cut_off"
    NUMBER = "number"
    ROW_COUNT = "row_count"
    ROW_HEADER = "row_header"
    ROW_SUM = "row_sum"
    ROW_REPEATED = "row_repeated"
    ROW_UNKNOWN = "row_unknown"


@define
class ScannedTable:
    """What one section prints: rows, labels, wordings that differ, pieces without a place.

    ``variants`` are the tokens whose wording differs, each with the label that it prints (a
    dict for its keys, from which one is quickly taken).
    ``headers`` are the column labels that were read last, ``unlabelled`` the numbers below
    them that stand in no row with a label.
    """

    rows: list[PrintedRow] = Factory(list)
    labels: list[Label] = Factory(list)
    variants: dict[tuple[Token, Label], None] = Factory(dict)
    unplaced: list[tuple[Token, Reason]] = Factory(list)
    headers: list[ColumnHeader] = Factory(list)
    unlabelled: list[Token] = Factory(list)


@define
class _Scanner:
    """Reads tokens one by one; ``continuations`` are what labels cut short still lack.

    ``last_numbers`` says at which token the last number of each printed row stands. Of the
    values that are being collected, ``first`` is the first with a text, and ``numbers_in`` the
    printed row of the last number: rows may be as long as a document.
    """

    labels: Labels
    last_numbers: Mapping[int | None, int]
    table: ScannedTable = Factory(ScannedTable)
    row: PrintedRow | None = None
    in_header: bool = True
    continuations: dict[str, tuple[Token, Label]] = Factory(dict)
    first: Token | None = None
    numbers_in: int | None = None

    def take(self, tokens: Sequence[Token], at: int) -> int:
        """Read the tokens at ``at``; how many were used up."""
        token = tokens[at]
        if _PAGE_NUMBER.fullmatch(token.text):
            self._leave_out(token, Reason.PAGE_NUMBER)
        elif numbers := _numbers(token):
            for number in numbers:
                self._add_value(number)
        elif match := self.labels.find(tokens, at):
            self._add_label(token, match)
            return match.length
        elif wordings := self.labels.split(token.text):
            for wording in wordings:
                self._add_label(token, Match((wording,)))
        elif not self._is_fragment(token):
            self._add_text(tokens, at)
        return 1

    def close(self) -> None:
        """End the open row; a group label or a text that had no numbers was no row."""
        row, self.row, self.first, self.numbers_in = self.row, None, None, None
        if row and row.is_empty and not row.wordings:
            self._leave_out(row.token, Reason.TEXT)
        elif row and (row.has_cells or not _has(row.wordings, Role.GROUP)):
            row.headers = self.table.headers  # the next header is another list
            self.table.rows.append(row)

    def _leave_out(self, token: Token, reason: Reason) -> None:
        if token.text:
            self.table.unplaced.append((token, reason))

    def _add_text(self, tokens: Sequence[Token], at: int) -> None:
        """A text that is no label and no number.

        In a printed row it is what a cell says instead of a number; elsewhere, behind the
        numbers of a row, it may head a row of its own.
        """
        token = tokens[at]
        if self._is_in_a_row(tokens, at):
            self._add_value(token)
        elif self.row and (self.first or not self.row.wordings):
            self.close()
            self.row = PrintedRow(token)
        else:
            self._leave_out(token, Reason.TEXT)

    def _is_in_a_row(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a token stands in the printed row that the open row, or the header, began."""
        row = tokens[at].row
        if row is None:
            return False
        if self.row:
            last = self.row.values[-1] if self.row.values else self.row.token
            return bool(self.row.wordings) and last.row == row
        has_numbers = self.numbers_in == row or self.last_numbers.get(row, -1) >= at
        return bool(self.table.headers) and has_numbers

    def _add_value(self, token: Token) -> None:
        if self.row and not _is_of_another_row(token, self.first):
            self._append(self.row.values, token)
        elif not self.row and self.table.labels and not _is_beside_cells(token, self.first):
            self._append(self.table.unlabelled, token)
        else:
            self._leave_out(token, Reason.NUMBER)

    def _append(self, values: list[Token], token: Token) -> None:
        values.append(token)
        self.first = self.first or (token if token.text else None)
        if looks_like_a_number(token.text):
            self.numbers_in = token.row

    def _add_label(self, token: Token, match: Match) -> None:
        wordings = self._of_this_part(match.wordings)
        label = wordings[0].label
        self.table.labels.append(label)
        if match.is_variant:
            self.table.variants[token, label] = None
            if match.continuation:
                self.continuations[match.continuation] = (token, label)
        if not self._is_context(wordings):
            self.close()
            for number in self.table.unlabelled:  # in a header it belongs to no row
                self._leave_out(number, Reason.NUMBER)
            self.table.unlabelled = []
            if _has(wordings, Role.ROW):
                self.in_header = False
                self.row = PrintedRow(token, wordings)
            elif not _has(wordings, Role.GROUP):
                self._add_header(token, wordings)
        for piece in match.rest.split():
            rest = evolve(token, text=piece)
            if self.row and not has_other_digits(piece):
                self._append(self.row.values, rest)
                self.row.stuck_count += 1
            else:
                self._leave_out(rest, Reason.STUCK_NUMBER)

    def _of_this_part(self, wordings: tuple[Wording, ...]) -> tuple[Wording, ...]:
        """总计 and 其他 are columns in the header and rows below it."""
        return tuple(w for w in wordings if (w.role in IN_HEADER) == self.in_header) or wordings

    def _is_context(self, wordings: tuple[Wording, ...]) -> bool:
        """A group label printed beside or below the first row of its own group."""
        if self.row is None or self.first:
            return False
        above = {k for w in self.row.wordings for k in w.above}
        return any(w.role is Role.GROUP and w.key in above for w in wordings)

    def _add_header(self, token: Token, wordings: tuple[Wording, ...]) -> None:
        if not self.in_header or _has(wordings, Role.TOP):
            self.table.headers = []
        self.in_header = True
        if _has(wordings, Role.COLUMN):
            labels = tuple(dict.fromkeys(w.label for w in wordings))
            self.table.headers.append(ColumnHeader(token, labels))

    def _is_fragment(self, token: Token) -> bool:
        """The rest of a label begun earlier, or a piece of a header cut into lines."""
        word = key(token.text)
        rest = next((rest for rest in reversed(self.continuations) if rest.startswith(word)), "")
        if word and rest:
            variant = self.continuations.pop(rest)
            if rest != word:
                self.continuations[rest[len(word) :]] = variant
            else:
                self.table.variants.pop(variant, None)  # broken over lines, but all there
            return True
        is_bare = word and not numbering(token.text)
        if self.in_header and is_bare and self.labels.has_in_header(word):
            self.table.headers.append(ColumnHeader(token, ()))
            return True
        return False


def _is_of_another_row(token: Token, first: Token | None) -> bool:
    """Whether a number stands outside the printed row that another began."""
    in_other_row = first is not None and first.row is not None and token.row != first.row
    return in_other_row or _is_beside_cells(token, first)


def _is_beside_cells(token: Token, first: Token | None) -> bool:
    """Where the document draws its cells, a number that is not drawn (a page number) is none."""
    return first is not None and first.is_cell and not token.is_cell and token.text != ""


def _has(wordings: Sequence[Wording], role: Role) -> bool:
    return any(w.role is role for w in wordings)


def _numbers(token: Token) -> list[Token]:
    """The number cells in a token: one, an empty one, or several with a space between."""
    if not token.text or looks_like_a_number(token.text):
        return [token]
    pieces = token.text.split()
    if len(pieces) > 1 and all(map(looks_like_a_number, pieces)):
        # What is drawn as one cell stays one: "1 28" is not two of them.
        return [token] if token.is_cell else [evolve(token, text=piece) for piece in pieces]
    return []


def scan_table(tokens: Sequence[Token], labels: Labels) -> ScannedTable:
    """Read a section's tokens as rows of its table."""
    last_numbers = {t.row: at for at, t in enumerate(tokens) if looks_like_a_number(t.text)}
    scanner = _Scanner(labels, last_numbers)
    at = 0
    while at < len(tokens):
        at += scanner.take(tokens, at)
    scanner.close()
    return scanner.table
