"""A stream of tokens of one section → its printed rows, whatever edition they are of.

Labels open rows and the numbers behind a label belong to it; nothing is placed here.
"""

import re
from collections.abc import Sequence
from enum import Enum

from attrs import Factory, define, evolve, frozen

from govdisclosure.form import Label
from govdisclosure.transcribe._labels import Entry, Exactness, Match, Role, Token, Vocabulary
from govdisclosure.transcribe._normalize import key, numbering
from govdisclosure.transcribe._numbers import has_note_mark, looks_like_a_number

_PAGE_NUMBER = re.compile(r"\s*(?:[-—–－─]\s*\d{1,4}\s*[-—–－─]|第\s*\d{1,4}\s*页.*)\s*")


@frozen
class ColumnHeader:
    """A printed column label: the columns it can be (several where it is cut short)."""

    token: Token
    labels: tuple[Label, ...]


@frozen
class PrintedRow:
    """A row label with the cells printed behind it and the column labels above it.

    The first ``stuck`` values stood in one piece with the label: cells, or a note's number.
    """

    token: Token
    keys: tuple[str, ...]
    heads: tuple[ColumnHeader, ...]
    values: tuple[Token, ...]
    stuck: int = 0


class Why(Enum):
    """Why a piece of a table could not be placed."""

    TEXT = "text"
    PAGE_NUMBER = "page_number"
    STUCK_NUMBER = "stuck_number"
    CUT_OFF = "cut_off"
    NUMBER = "number"


@frozen
class UnplacedText:
    """A piece that belongs to no row."""

    token: Token
    why: Why


@frozen
class Variant:
    """A label that is printed otherwise than on the form."""

    token: Token
    label: Label


@define
class Scan:
    """What one section prints: rows, labels seen, wordings that differ, stray pieces."""

    rows: list[PrintedRow] = Factory(list)
    seen: list[Label] = Factory(list)
    variants: list[Variant] = Factory(list)
    strays: list[UnplacedText] = Factory(list)
    heads: list[ColumnHeader] = Factory(list)
    loose: list[Token] = Factory(list)


@define
class _Open:
    token: Token
    entries: tuple[Entry, ...]
    values: list[Token] = Factory(list)
    stuck: int = 0

    def is_empty(self) -> bool:
        return not any(value.text for value in self.values)

    def is_row(self) -> bool:
        """Whether it has numbers, or empty cells in the printed row of its label."""
        drawn = self.token.row is not None and any(v.row == self.token.row for v in self.values)
        return drawn or not self.is_empty()


@define
class _Scanner:
    words: Vocabulary
    scan: Scan = Factory(Scan)
    row: _Open | None = None
    in_header: bool = True
    begun: dict[str, Variant] = Factory(dict)

    def take(self, tokens: Sequence[Token], at: int) -> int:
        """Read the tokens at ``at``; how many were used up."""
        token = tokens[at]
        if _PAGE_NUMBER.fullmatch(token.text):
            self._stray(token, Why.PAGE_NUMBER)
        elif numbers := _numbers(token):
            for number in numbers:
                self._value(number)
        elif match := self.words.find(tokens, at):
            self._label(token, match)
            return match.used
        elif run := self.words.run(token.text):
            for entry in run:
                self._label(token, Match((entry,), 1, Exactness.SAME))
        elif not self._is_fragment(token):
            self._unknown(tokens, at)
        return 1

    def close(self) -> None:
        """End the open row; a group label or a text that had no numbers was no row."""
        row, self.row = self.row, None
        if row and row.is_empty() and not row.entries:
            self._stray(row.token, Why.TEXT)
        elif row and (row.is_row() or not _has(row.entries, Role.GROUP)):
            keys = tuple(dict.fromkeys(e.key for e in row.entries))
            heads, values = tuple(self.scan.heads), tuple(row.values)
            self.scan.rows.append(PrintedRow(row.token, keys, heads, values, row.stuck))

    def _stray(self, token: Token, why: Why) -> None:
        if token.text:
            self.scan.strays.append(UnplacedText(token, why))

    def _unknown(self, tokens: Sequence[Token], at: int) -> None:
        """A text that is no label and no number.

        In a printed row it is what a cell says instead of a number; elsewhere, behind the
        numbers of a row, it may head a row of its own.
        """
        token = tokens[at]
        if self._is_in_a_row(tokens, at):
            self._value(token)
        elif self.row and not (self.row.is_empty() and self.row.entries):
            self.close()
            self.row = _Open(token, ())
        else:
            self._stray(token, Why.TEXT)

    def _is_in_a_row(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a token stands in the printed row that the open row, or the header, began."""
        row = tokens[at].row
        if row is None:
            return False
        if self.row:
            begun = [self.row.token, *self.row.values]
            return bool(self.row.entries) and begun[-1].row == row
        of_row = (t for t in (*self.scan.loose, *tokens[at:]) if t.row == row)
        return bool(self.scan.heads) and any(looks_like_a_number(t.text) for t in of_row)

    def _value(self, token: Token) -> None:
        if self.row and not _is_of_another_row(token, self.row.values):
            self.row.values.append(token)
        elif not self.row and self.scan.seen and not _is_drawn_otherwise(token, self.scan.loose):
            self.scan.loose.append(token)
        else:
            self._stray(token, Why.NUMBER)

    def _label(self, token: Token, match: Match) -> None:
        entries = self._by_mode(match.entries)
        self.scan.seen.append(entries[0].label)
        if match.how in (Exactness.ALIKE, Exactness.REMARK, Exactness.BEGINNING):
            variant = Variant(token, entries[0].label)
            self.scan.variants.append(variant)
            if match.pending:
                self.begun[match.pending] = variant
        if not self._is_context(entries):
            self.close()
            self._flush()
            if _has(entries, Role.ROW):
                self.in_header = False
                self.row = _Open(token, entries)
            elif not _has(entries, Role.GROUP):
                self._head(token, entries)
        for piece in match.rest.split():
            rest = evolve(token, text=piece)
            if self.row and not has_note_mark(piece):
                self.row.values.append(rest)
                self.row.stuck += 1
            else:
                self._stray(rest, Why.STUCK_NUMBER)

    def _by_mode(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """总计 and 其他 are columns in the header and rows below it."""
        header = (Role.COLUMN, Role.HEADER, Role.TOP)
        wanted = [e for e in entries if (e.role in header) == self.in_header]
        return tuple(wanted) or entries

    def _is_context(self, entries: tuple[Entry, ...]) -> bool:
        """A group label printed beside or below the first row of its own group."""
        if self.row is None or not self.row.is_empty():
            return False
        above = {k for e in self.row.entries for k in e.above}
        return any(e.role is Role.GROUP and e.key in above for e in entries)

    def _head(self, token: Token, entries: tuple[Entry, ...]) -> None:
        if not self.in_header or _has(entries, Role.TOP):
            self.scan.heads = []
        self.in_header = True
        if _has(entries, Role.COLUMN):
            labels = tuple(dict.fromkeys(e.label for e in entries))
            self.scan.heads.append(ColumnHeader(token, labels))

    def _is_fragment(self, token: Token) -> bool:
        """The rest of a label begun earlier, or a piece of a header cut into lines."""
        word = key(token.text)
        pending = next((rest for rest in reversed(self.begun) if rest.startswith(word)), "")
        if word and pending:
            begun = self.begun.pop(pending)
            if pending != word:
                self.begun[pending[len(word) :]] = begun
            elif begun in self.scan.variants:
                self.scan.variants.remove(begun)  # broken over lines, but all there
            return True
        if not self.in_header or not word or numbering(token.text):
            return False
        if not self.words.has_in_header(word):
            return False
        self.scan.heads.append(ColumnHeader(token, ()))
        return True

    def _flush(self) -> None:
        """Numbers in a header belong to no row."""
        for token in self.scan.loose:
            self._stray(token, Why.NUMBER)
        self.scan.loose = []


def _is_of_another_row(token: Token, values: Sequence[Token]) -> bool:
    """Whether a number stands outside the printed row that some numbers began."""
    first = next((value for value in values if value.text), None)
    in_other_row = first is not None and first.row is not None and token.row != first.row
    return in_other_row or _is_drawn_otherwise(token, values)


def _is_drawn_otherwise(token: Token, values: Sequence[Token]) -> bool:
    """Where the document draws its cells, a number that is not drawn (a page number) is none."""
    first = next((value for value in values if value.text), None)
    return first is not None and first.drawn and not token.drawn and token.text != ""


def _has(entries: Sequence[Entry], role: Role) -> bool:
    return any(e.role is role for e in entries)


def _numbers(token: Token) -> list[Token]:
    """The number cells in a token: one, an empty one, or several with a space between."""
    if not token.text or looks_like_a_number(token.text):
        return [token]
    pieces = token.text.split()
    if len(pieces) > 1 and all(map(looks_like_a_number, pieces)):
        # What is drawn as one cell stays one: "1 28" is not two of them.
        return [token] if token.drawn else [evolve(token, text=piece) for piece in pieces]
    return []


def scan(tokens: Sequence[Token], words: Vocabulary) -> Scan:
    """Read a section's tokens as rows of its table."""
    scanner = _Scanner(words)
    at = 0
    while at < len(tokens):
        at += scanner.take(tokens, at)
    scanner.close()
    return scanner.scan
