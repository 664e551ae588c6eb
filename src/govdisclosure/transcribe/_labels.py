"""The words of one section in every edition, and finding them in a stream of tokens."""

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache

from attrs import Factory, field, frozen

from govdisclosure.findings import SourceLocation
from govdisclosure.form import Label, form_rows
from govdisclosure.transcribe._normalize import after, key, likeness, normal, numbering
from govdisclosure.transcribe._numbers import looks_like_a_number

_LONGEST = 300
"""Characters beyond which a text is no label, whatever notes stand in it."""


class Role(Enum):
    """What a label does in its table; ``TOP`` is a band or corner, which begins a header."""

    ROW = "row"
    GROUP = "group"
    COLUMN = "column"
    HEADER = "header"
    TOP = "top"


@frozen
class Token:
    """One piece of text in reading order: a cell, or a line that may be one.

    ``row`` is a number that pieces of the same printed row share, where rows are known;
    ``drawn`` is true for a piece that the document itself shows to be a cell, ``spaced``
    if it shows so by gaps alone.
    """

    text: str
    where: SourceLocation
    row: int | None = None
    drawn: bool = False
    spaced: bool = False


@frozen
class Entry:
    """A wording of a label in one of its roles. ``above`` are the keys of its groups."""

    key: str
    number: str
    role: Role
    label: Label
    above: tuple[str, ...] = ()


class Exactness(Enum):
    """How a printed text matched a label."""

    SAME = "same"
    JOINED = "joined"
    BEGINNING = "beginning"
    REMARK = "remark"
    ALIKE = "alike"


@frozen
class Match:
    """Tokens that print a label: all entries it can be, how many tokens, what is left.

    ``rest`` is text that stood behind the label in the same token, ``pending`` the part
    of the label that has not been printed yet.
    """

    entries: tuple[Entry, ...]
    used: int
    how: Exactness
    rest: str = ""
    pending: str = ""


@frozen
class Vocabulary:
    """Every wording of a section's table, over all editions."""

    entries: tuple[Entry, ...]
    by_key: dict[str, tuple[Entry, ...]] = field(
        init=False, eq=False, default=Factory(lambda self: _by_key(self.entries), takes_self=True)
    )

    def find(self, tokens: Sequence[Token], at: int) -> Match | None:
        """The label that the tokens from ``at`` on print, if they print one."""
        if len(tokens[at].text) > _LONGEST:
            return None
        return (
            self._joined(tokens, at)
            or self._with_number(tokens[at].text)
            or self._beginning(tokens[at].text)
            or self._with_remark(tokens[at].text)
            or self._alike(tokens[at].text)
        )

    def run(self, text: str) -> tuple[Entry, ...]:
        """The labels that stand run together in one text, if nothing else does."""
        found: list[Entry] = []
        rest = key(text)
        while rest:
            head = max((k for k in self.by_key if rest.startswith(k)), key=len, default=None)
            if head is None:
                return ()
            found.append(self.by_key[head][0])
            rest = rest[len(head) :]
        return tuple(found) if len(found) > 1 else ()

    def is_header(self, text: str) -> bool:
        """Whether a text is a band, corner or merged header, word for word."""
        return any(e.role in (Role.HEADER, Role.TOP) for e in self.by_key.get(key(text), ()))

    def has_in_header(self, word: str) -> bool:
        """Whether a word is a piece of some column label or header."""
        header = (Role.COLUMN, Role.HEADER, Role.TOP)
        return any(word in e.key for e in self.entries if e.role in header)

    def _joined(self, tokens: Sequence[Token], at: int) -> Match | None:
        for used in (4, 3, 2, 1):
            texts = [token.text for token in tokens[at : at + used]]
            if len(texts) < used or any(map(looks_like_a_number, texts)):
                continue
            text = "".join(texts)
            if entries := self._agreeing(key(text), numbering(text)):
                return Match(entries, used, Exactness.JOINED if used > 1 else Exactness.SAME)
        return None

    def _with_number(self, text: str) -> Match | None:
        folded = normal(text)
        for i in range(2, len(folded)):
            if folded[i].isdigit() and not folded[i - 1].isdigit():
                entries = self._agreeing(key(folded[:i]), numbering(folded[:i]))
                if entries:
                    rest = after(text, i)
                    return Match(entries, 1, Exactness.SAME, rest=rest)
        return None

    def _beginning(self, text: str) -> Match | None:
        start, number = key(text), numbering(text)
        longer = [e for e in self.entries if e.key.startswith(start)]
        if len(start) < 3:  # （四）无: so few characters need their ordinal
            longer = [e for e in longer if start and number and e.number == number]
        entries = _number_first(longer, number)
        if not entries or (len({e.label.zh for e in entries}) > 1 and not _columns(entries)):
            return None
        pending = entries[0].key[len(start) :]
        return Match(entries, 1, Exactness.BEGINNING, pending=pending)

    def _with_remark(self, text: str) -> Match | None:
        bare = normal(text).partition("(")[0] if not normal(text).startswith("(") else ""
        entries = self._agreeing(key(bare), numbering(bare)) if bare else ()
        return Match(entries, 1, Exactness.REMARK) if entries else None

    def _alike(self, text: str) -> Match | None:
        """The one label that a misprint can mean: clearly nearer than any other."""
        word = key(text)
        if len(word) < 5:
            return None
        scores = sorted(((likeness(word, k), k) for k in self.by_key), reverse=True)
        (best, found), (second, _) = scores[0], scores[1]
        entries = self.by_key[found]
        same_number = numbering(text) in {e.number for e in entries}
        if best < (0.7 if same_number else 0.85) or best - second < 0.1:
            return None
        return Match(entries, 1, Exactness.ALIKE)

    def _agreeing(self, word: str, number: str) -> tuple[Entry, ...]:
        found = self.by_key.get(word, ())
        if number and any(e.role is Role.COLUMN for e in found):
            # 其他 and 总计 are columns, too, and stand in many a heading: （七）其他 is neither.
            return tuple(e for e in found if e.number == number)
        return _number_first(found, number)


def _by_key(entries: Sequence[Entry]) -> dict[str, tuple[Entry, ...]]:
    keys = dict.fromkeys(entry.key for entry in entries)
    return {k: tuple(e for e in entries if e.key == k) for k in keys}


def _number_first(entries: Sequence[Entry], number: str) -> tuple[Entry, ...]:
    """Entries whose ordinal agrees with the printed one; all, if none does or none is printed.

    总计 without an ordinal is a column, （七）总计 a row: the ordinal tells them apart.
    """
    agreeing = [e for e in entries if e.number == number]
    return tuple(agreeing or entries) if number else tuple(entries)


def _columns(entries: Sequence[Entry]) -> bool:
    return all(e.role is Role.COLUMN for e in entries)


@cache
def vocabulary(tables: tuple[type, ...]) -> Vocabulary:
    """The vocabulary of the tables that one section has in the known editions."""
    made = dict.fromkeys(entry for table in tables for entry in _entries(table))
    return Vocabulary(tuple(made))


def _entries(table: type) -> Iterator[Entry]:
    across = getattr(table, "across", False)
    corner = getattr(table, "corner", None)
    if corner:
        yield from _wordings(corner, Role.TOP)
    for line in form_rows(table):
        if line.band:
            yield from _wordings(line.band, Role.TOP)
        above: tuple[str, ...] = ()
        for label in line.labels[:-1]:
            yield from _wordings(label, Role.HEADER if across else Role.GROUP, above)
            above = (*above, key(label.zh))
        yield from _wordings(line.labels[-1], Role.HEADER if across else Role.ROW, above)
        for column in line.columns:
            yield from _wordings(column.label, Role.COLUMN)
            for header in column.label.chain()[:-1]:
                yield from _wordings(header, Role.HEADER)


def _wordings(label: Label, role: Role, above: tuple[str, ...] = ()) -> Iterator[Entry]:
    for words in (label.zh, *label.also):
        yield Entry(key(words), numbering(words), role, label, above)
