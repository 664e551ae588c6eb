"""The labels of one section's table in every edition, and finding them in a stream of tokens."""

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cached_property

from attrs import frozen

from govdisclosure.form import Label, Table, form_rows, made_once
from govdisclosure.transcribe._normalize import after, key, likeness, normalize, numbering
from govdisclosure.transcribe._numbers import looks_like_a_number
from govdisclosure.transcribe._tokens import Token

_LONGEST = 300
"""Characters beyond which a text is no label, whatever notes stand in it."""


class Role(Enum):
    """What a label does in its table; ``TOP`` is a band or corner, which begins a header."""

    ROW = "row"
    GROUP = "group"
    COLUMN = "column"
    HEADER = "header"
    TOP = "top"


IN_HEADER = frozenset((Role.COLUMN, Role.HEADER, Role.TOP))
"""The roles of labels above the numbers of a table."""


@frozen
class Wording:
    """A wording of a label in one of its roles. ``above`` are the keys of its groups."""

    key: str
    number: str
    role: Role
    label: Label
    above: tuple[str, ...] = ()


@frozen
class Match:
    """Tokens that print a label: all wordings it can be, how many tokens, what is left.

    ``is_variant`` says that it is printed otherwise than on the form, ``rest`` is text that
    stood behind the label in the same token, ``continuation`` the part of the label that has
    not been printed yet.
    """

    wordings: tuple[Wording, ...]
    length: int = 1
    is_variant: bool = False
    rest: str = ""
    continuation: str = ""


@frozen
class Labels:
    """Every wording of a section's table, over all editions."""

    wordings: tuple[Wording, ...]

    @cached_property
    def by_key(self) -> dict[str, tuple[Wording, ...]]:
        """The wordings that are alike when width, punctuation and ordinal do not count."""
        keys = dict.fromkeys(wording.key for wording in self.wordings)
        return {k: tuple(w for w in self.wordings if w.key == k) for k in keys}

    @cached_property
    def longest(self) -> int:
        """Characters of the longest key."""
        return max(map(len, self.by_key))

    def find(self, tokens: Sequence[Token], at: int) -> Match | None:
        """The label that the tokens from ``at`` on print, if they print one."""
        if len(tokens[at].text) > _LONGEST:
            return None
        return (
            self._over_tokens(tokens, at)
            or self._with_number(tokens[at].text)
            or self._beginning(tokens[at].text)
            or self._with_remark(tokens[at].text)
            or self._misprint(tokens[at].text)
        )

    def split(self, text: str) -> tuple[Wording, ...]:
        """The labels that stand run together in one text, if nothing else does."""
        wordings: list[Wording] = []
        rest = key(text)
        at = 0
        while at < len(rest):
            start = max((k for k in self.by_key if rest.startswith(k, at)), key=len, default=None)
            if start is None:
                return ()
            wordings.append(self.by_key[start][0])
            at += len(start)
        return tuple(wordings) if len(wordings) > 1 else ()

    def is_header(self, text: str) -> bool:
        """Whether a text is a band, corner or merged header, word for word."""
        return any(w.role in (Role.HEADER, Role.TOP) for w in self.by_key.get(key(text), ()))

    def has_in_header(self, word: str) -> bool:
        """Whether a word is a piece of some column label or header."""
        return any(word in w.key for w in self.wordings if w.role in IN_HEADER)

    def _over_tokens(self, tokens: Sequence[Token], at: int) -> Match | None:
        for length in (4, 3, 2, 1):
            texts = [token.text for token in tokens[at : at + length]]
            if len(texts) < length or any(map(looks_like_a_number, texts)):
                continue
            text = "".join(texts)
            if len(text) > _LONGEST:
                continue
            if wordings := self._exact(key(text), numbering(text)):
                return Match(wordings, length)
        return None

    def _with_number(self, text: str) -> Match | None:
        plain = normalize(text)
        for i in range(2, len(plain)):
            if plain[i].isdigit() and not plain[i - 1].isdigit():
                word = key(plain[:i])
                if len(word) > self.longest:
                    break
                if wordings := self._exact(word, numbering(plain[:i])):
                    return Match(wordings, rest=after(text, i))
        return None

    def _beginning(self, text: str) -> Match | None:
        start, number = key(text), numbering(text)
        longer = [w for w in self.wordings if w.key.startswith(start)]
        if len(start) < 3:  # （四）无: so few characters need their ordinal
            longer = [w for w in longer if start and number and w.number == number]
        wordings = _number_first(longer, number)
        are_columns = all(w.role is Role.COLUMN for w in wordings)
        if not wordings or (len({w.label.zh for w in wordings}) > 1 and not are_columns):
            return None
        return Match(wordings, is_variant=True, continuation=wordings[0].key[len(start) :])

    def _with_remark(self, text: str) -> Match | None:
        bare = normalize(text).partition("(")[0]
        wordings = self._exact(key(bare), numbering(bare)) if bare else ()
        return Match(wordings, is_variant=True) if wordings else None

    def _misprint(self, text: str) -> Match | None:
        """The one label that a misprint can mean: clearly nearer than any other."""
        word = key(text)
        if len(word) < 5:
            return None
        scores = sorted(((likeness(word, k), k) for k in self.by_key), reverse=True)
        (best, nearest), (second, _) = scores[0], scores[1]
        wordings = self.by_key[nearest]
        same_number = numbering(text) in {w.number for w in wordings}
        if best < (0.7 if same_number else 0.85) or best - second < 0.1:
            return None
        return Match(wordings, is_variant=True)

    def _exact(self, word: str, number: str) -> tuple[Wording, ...]:
        wordings = self.by_key.get(word, ())
        if number and any(w.role is Role.COLUMN for w in wordings):
            # 其他 and 总计 are columns, too, and stand in many a heading: （七）其他 is neither.
            return tuple(w for w in wordings if w.number == number)
        return _number_first(wordings, number)


def _number_first(wordings: Sequence[Wording], number: str) -> tuple[Wording, ...]:
    """Wordings whose ordinal agrees with the printed one; all, if none does or none is printed.

    总计 without an ordinal is a column, （七）总计 a row: the ordinal tells them apart.
    """
    same_number = [w for w in wordings if w.number == number]
    return tuple(same_number or wordings) if number else tuple(wordings)


@made_once
def labels_of(tables: tuple[type[Table], ...]) -> Labels:
    """The labels of the tables that one section has in the known editions."""
    wordings = dict.fromkeys(wording for table in tables for wording in _wordings_of(table))
    return Labels(tuple(wordings))


def _wordings_of(table: type[Table]) -> Iterator[Wording]:
    if table.corner:
        yield from _wordings(table.corner, Role.TOP)
    for row in form_rows(table):
        if row.band:
            yield from _wordings(row.band, Role.TOP)
        above: tuple[str, ...] = ()
        for label in row.labels[:-1]:
            yield from _wordings(label, Role.HEADER if table.across else Role.GROUP, above)
            above = (*above, key(label.zh))
        yield from _wordings(row.labels[-1], Role.HEADER if table.across else Role.ROW, above)
        for column in row.columns:
            yield from _wordings(column.label, Role.COLUMN)
            for header in column.label.chain()[:-1]:
                yield from _wordings(header, Role.HEADER)


def _wordings(label: Label, role: Role, above: tuple[str, ...] = ()) -> Iterator[Wording]:
    for words in (label.zh, *label.also):
        yield Wording(key(words), numbering(words), role, label, above)
