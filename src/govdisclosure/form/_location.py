"""Where a pointer points, in the words of the printed form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from operator import eq
from typing import Any, get_args, get_origin

from attrs import frozen
from attrs import has as is_attrs

from govdisclosure.form._labels import Kind, Label, Money, Row
from govdisclosure.form._layout import FormRow, Part, columns, form_rows, parts
from govdisclosure.form._pointer import tokens
from govdisclosure.i18n import CHINESE, Language, Renderable, Text, one_line


@frozen
class FormLocation:
    """A place on the form: section, row, column.

    ``beyond`` is what lies further in: words of what is no cell, tokens that no label covers.
    """

    section: Label | None
    row: tuple[Label, ...]
    column: Label | None
    beyond: tuple[str | Label, ...] = ()

    def __repr__(self) -> str:
        return one_line(self, self.render())

    def render(self, language: Language = CHINESE) -> str:
        """The place for a reader.

        >>> from govdisclosure.i18n import ENGLISH
        >>> from govdisclosure.model import EDITION_2021
        >>> form = EDITION_2021.form
        >>> form.location("/requests/received/total").render()
        '三、收到和处理政府信息公开申请情况：“一、本年新收政府信息公开申请数量”行“总计”列'
        >>> form.location("/requests/carried_out/total").render(ENGLISH)
        '3. Requests received and handled: row "4. Carried out to next year", column "Total"'
        """
        if self.section is None:
            return "/".join(_beyond(self, language)) or _WHOLE.render(language)
        inside = self.inside(language)
        return self.section.render(language) + (language.colon + inside if inside else "")

    def inside(self, language: Language) -> str:
        """The place in its section: row, column and what lies further in."""
        row = _ROW.render(language).format(self.row_words(language)) if self.row else ""
        column = self.column.render(language) if self.column else ""
        column = _COLUMN.render(language).format(column) if column else ""
        beyond = language.comma.join(_beyond(self, language))
        return language.joint.join(filter(None, (row, column, beyond)))

    def row_words(self, language: Language) -> str:
        """The labels of the row, outermost first."""
        return row_words(self.row, language)


def row_words(labels: Iterable[Renderable], language: Language) -> str:
    """The labels of a row in one, outermost first."""
    return language.level.join(label.render(language) for label in labels)


def common_place(places: Sequence[FormLocation]) -> FormLocation:
    """What some places have in common: a section, a row, a column."""
    first = places[0]
    if any(p.section != first.section for p in places):
        return FormLocation(None, (), None)
    return FormLocation(
        first.section,
        first.row if all(p.row == first.row for p in places) else (),
        first.column if all(p.column == first.column for p in places) else None,
    )


_WHOLE = Text("整份报告", "the whole report")
_ROW = Text("“{}”行", 'row "{}"')
_COLUMN = Text("“{}”列", 'column "{}"')


def _beyond(place: FormLocation, language: Language) -> Iterator[str]:
    for word in place.beyond:
        yield word if isinstance(word, str) else language.quote(word.render(language))


EDITION_LABEL = Label("格式版本", "Edition of the form")
"""What ``edition`` says in a table; the form prints no word for it."""


def locate_in_table(
    section: Label, printed: Sequence[FormRow], path: Sequence[str]
) -> FormLocation:
    """The place of a path below a table of some rows, as far as it leads."""
    if [*path] == ["edition"]:
        return FormLocation(section, (), None, (EDITION_LABEL,))
    row = max(printed, key=lambda row: _steps(row, path), default=FormRow((), (), ()))
    steps = _steps(row, path)
    labels, rest = row.labels[:steps], path[steps:]
    if rest and steps == len(row.path):
        for column in row.columns:
            if column.name == rest[0]:
                inside = Money if column.kind is Kind.MONEY else None
                return FormLocation(section, labels, column.label, _words(inside, rest[1:]))
    return FormLocation(section, labels, None, tuple(rest))


def _steps(row: FormRow, path: Sequence[str]) -> int:
    """How many steps of a path lead to a row."""
    return len([*takewhile(bool, map(eq, row.path, path))])


def locate_in_part(cls: type, address: str) -> FormLocation:
    """The place of a pointer below a single table, group or row; the first label is its own."""
    first, *rest = tokens(address) or ("",)
    part = _part(cls, first)
    if part is None:
        return FormLocation(None, (), None, tokens(address))
    if part.kind:
        return FormLocation(part.label, (), None, tuple(rest))
    is_row = isinstance(part.type, type) and issubclass(part.type, Row)
    below = (FormRow((), (), columns(part.type)),) if is_row else form_rows(part.type)
    return locate_in_table(part.label, below, rest)


def locate_in(report: type, address: str) -> FormLocation:
    """The place of a pointer below a report that leads to no table."""
    first, *rest = tokens(address) or ("",)
    part = _part(report, first)
    if part is None:
        return FormLocation(None, (), None, tokens(address))
    return FormLocation(part.label, (), None, _words(part.type, rest))


def has_notes(report: type, name: str) -> bool:
    """Whether a field of a report holds notes on cells, by their pointers."""
    part = _part(report, name)
    return part is not None and _value_class(part.type) is not None


def _value_class(hint: Any) -> Any:
    """The class of the values of a mapping, if they are of one of our own."""
    values = get_args(hint)[1:] if get_origin(hint) is Mapping else ()
    return next(filter(is_attrs, values), None)


def _words(here: Any, path: Sequence[str]) -> tuple[str | Label, ...]:
    """The words of what is no cell of a table, as far as it has some."""
    if not path:
        return ()
    if cls := _value_class(here):
        return (path[0], *_words(cls, path[1:]))
    cls = next(filter(is_attrs, get_args(here)), here)  # ``Period`` of ``Period | None``
    part = _part(cls, path[0])
    return (part.label, *_words(part.type, path[1:])) if part else tuple(path)


def _part(cls: Any, token: str) -> Part | None:
    """A field of a class by its name; ``None`` where there is none, or no class."""
    return next((p for p in parts(cls) if p.name == token), None) if is_attrs(cls) else None
