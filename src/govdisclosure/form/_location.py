"""Where a pointer points, in the words of the printed form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from attrs import frozen
from attrs import has as is_attrs
from attrs.exceptions import NotAnAttrsClassError

from govdisclosure.form._labels import Label, Row, Table
from govdisclosure.form._layout import Part, parts, tables
from govdisclosure.form._pointer import tokens
from govdisclosure.i18n import CHINESE, Language, Text


@frozen
class FormLocation:
    """A place on the form: section, row, column.

    ``beyond`` is what lies further in: words of what is no cell, tokens that no label covers.
    """

    section: Label | None
    row: tuple[Label, ...]
    column: Label | None
    beyond: tuple[str | Label, ...] = ()

    def render(self, language: Language = CHINESE) -> str:
        """The place for a reader.

        >>> from govdisclosure.i18n import ENGLISH
        >>> from govdisclosure.model import Report2021
        >>> place(Report2021, "/requests/received/total").render()
        '三、收到和处理政府信息公开申请情况：“一、本年新收政府信息公开申请数量”行“总计”列'
        >>> place(Report2021, "/requests/carried_out/total").render(ENGLISH)
        '3. Requests received and processed: row "4. Carried over to the next year", column "Total"'
        """
        if self.section is None:
            return "/".join(_beyond(self, language)) or _WHOLE.render(language)
        inside = _inside(self, language)
        return self.section.render(language) + (language.colon + inside if inside else "")

    def row_words(self, language: Language) -> str:
        """The labels of the row, outermost first."""
        return row_words(self.row, language)


def row_words(labels: Iterable[Label], language: Language) -> str:
    """The labels of a row in one, outermost first."""
    return language.level.join(label.render(language) for label in labels)


_WHOLE = Text("整份报告", "the whole report")
_ROW = Text("“{}”行", 'row "{}"')
_COLUMN = Text("“{}”列", 'column "{}"')


def _inside(place: FormLocation, language: Language) -> str:
    """Row, column and what lies further in."""
    row = _ROW.render(language).format(place.row_words(language)) if place.row else ""
    column = _COLUMN.render(language).format(place.column.render(language)) if place.column else ""
    beyond = language.comma.join(_beyond(place, language))
    return language.joint.join(filter(None, (row, column, beyond)))


def _beyond(place: FormLocation, language: Language) -> Iterator[str]:
    for word in place.beyond:
        yield word if isinstance(word, str) else language.quote(word.render(language))


_EDITION = Label("格式版本", "Edition of the form")
"""What ``edition`` says in a table; the form prints no word for it."""


@lru_cache(maxsize=10_000)  # unknown keys of hostile documents pass here too
def place(report: Any, address: str) -> FormLocation:
    """The place of a pointer in a report type; it never fails.

    Tokens that lead nowhere (an unknown key, an index) come back as ``beyond``.
    """
    first, *rest = tokens(address) or ("",)
    part = _part(report, first) if address else None
    if part is None or part.label is None:
        return FormLocation(None, (), None, tokens(address))
    here = _without_null(part.type)
    if _is_a(here, Table) or not tables(report):
        return _in_table(part.label, here, rest)
    return _note(report, part.label, here, rest) or FormLocation(
        part.label, (), None, _words(here, rest)
    )


def _note(report: Any, section: Label, here: Any, rest: Sequence[str]) -> FormLocation | None:
    """The place of a note on a cell, whose key is a pointer: the cell is named."""
    if get_origin(here) is not Mapping or not rest or not rest[0].startswith("/"):
        return None
    cell, note = place(report, rest[0]), get_args(here)[1]
    if not is_attrs(note) or not cell.section or cell.beyond:
        return None
    return FormLocation(section, (cell.section, *cell.row), cell.column, _words(note, rest[1:]))


def _in_table(section: Label, table: Any, rest: Sequence[str]) -> FormLocation:
    row: list[Label] = []
    column: Label | None = None
    here = table
    while rest and column is None and (part := _part(here, rest[0])) and part.label:
        if _is_a(here, Row):
            column = part.label
        else:
            row.append(part.label)
        here, rest = part.type, rest[1:]
    if [*rest] == ["edition"] and here is table:
        return FormLocation(section, (), None, (_EDITION,))
    return FormLocation(section, tuple(row), column, _words(here, rest))


def _words(here: Any, rest: Sequence[str]) -> tuple[str | Label, ...]:
    """The words of what is no cell of a table, as far as it has some."""
    words: list[str | Label] = []
    while rest and (part := _part(here, rest[0])) and part.label:
        words.append(part.label)
        here, rest = _without_null(part.type), rest[1:]
    return (*words, *rest)


def _without_null(hint: Any) -> Any:
    return next((arg for arg in get_args(hint) if is_attrs(arg)), hint) if _is_union(hint) else hint


def _is_union(hint: Any) -> bool:
    return get_origin(hint) in (Union, UnionType)


def _is_a(hint: Any, cls: type) -> bool:
    return isinstance(hint, type) and issubclass(hint, cls)


def _part(cls: Any, token: str) -> Part | None:
    try:
        return next((p for p in parts(cls) if p.name == token), None)
    except (
        TypeError,
        NotAnAttrsClassError,
    ):  # not a class of the form: an integer, a list of paragraphs
        return None
