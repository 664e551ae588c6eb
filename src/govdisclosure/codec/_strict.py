"""JSON ⇄ report by msgspec, in C; needs the extra ``fast``.

From the shapes come Structs that carry every constraint; text is decoded into them, and they are
converted into the classes of the model, attribute by attribute. Writing is the same backwards. What
is left to Python: what strings say, the notation of amounts, which cells the notes are of, and
extensions. ``docs/decisions/0007-json-by-cattrs.md`` says what this buys and when it should go.
"""

import string
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from operator import attrgetter
from threading import Lock
from types import NoneType
from typing import Annotated, Any, Literal, Union

import msgspec
from attrs import NOTHING, fields, frozen

from govdisclosure.codec import _checks as checks
from govdisclosure.codec import _shapes as shapes
from govdisclosure.codec._structure import EDITORS_HINT
from govdisclosure.form import SAFE, CellState, Form, Kind
from govdisclosure.model import (
    AnyReport,
    CellNote,
    Period,
    Report,
    TableClasses,
    form_with,
    report_class,
    vouch_for,
)

# Structs


class NoTable(msgspec.Struct, tag_field="edition", tag=""):
    """A second choice where there is one edition: without a choice msgspec asks for no tag."""


@cache
def _struct(shape: shapes.Object, direct: bool = False) -> Any:
    """A class with the keys of a shape, every one of them required, and no others.

    With ``direct`` rows and groups of counts are those of the model: neither another key in
    them nor a number out of range is refused then.
    """
    is_report = issubclass(shape.cls, Report)
    if not is_report and not _is_filled_by_its_fields(shape.cls):
        raise checks.Refused
    keys: list[Any] = [(name, _type(f.shape, direct)) for name, f in shape.fields.items()]
    rename = None
    if is_report:
        keys.append(("editors_hint", str | msgspec.UnsetType, msgspec.UNSET))
        rename = {"editors_hint": EDITORS_HINT}
    struct = msgspec.defstruct(
        shape.cls.__name__,
        keys,
        namespace={"model": shape.cls},
        gc=False,
        forbid_unknown_fields=True,
        rename=rename,
        tag_field="edition" if shape.edition else None,
        tag=shape.edition or None,
    )
    msgspec.json.Decoder(struct)  # looks at every class that is in it
    return struct


def _is_filled_by_its_fields(cls: Any) -> bool:
    """msgspec passes converters over, and an ``__init__`` of one's own."""
    plain = all(a.init and a.alias == a.name and not a.converter for a in fields(cls))
    return plain and not hasattr(cls, "__attrs_init__")


def _type(shape: shapes.Shape, direct: bool) -> Any:
    expected = _expected(shape, direct)
    return expected | None if shape.nullable else expected


def _expected(shape: shapes.Shape, direct: bool) -> Any:
    match shape:
        case shapes.Integer():
            return Annotated[int, msgspec.Meta(ge=shape.minimum, le=shape.maximum)]
        case shapes.String(make=make) if make is Decimal:
            return Any
        case shapes.String(pattern=pattern, whole=True) if pattern:
            return Annotated[str, msgspec.Meta(pattern=rf"^(?:{pattern})\Z")]
        case shapes.String():
            return str
        case shapes.Choice(make=make, values=values):
            return Literal[values] if make is str else make
        case shapes.Notes(of=of):
            return dict[str, _struct(of, direct)]  # type: ignore[misc]
        case shapes.Object():
            return shape.cls if direct and _has_only_counts(shape) else _struct(shape, direct)
        case shapes.TaggedUnion(branches=branches):
            return Union[(*(_struct(table, direct) for table in branches.values()), NoTable)]
        case _:
            return Any


def _has_only_counts(shape: shapes.Shape) -> bool:
    """Whether msgspec can fill the class itself: whatever is more than a count has more to it."""
    if not isinstance(shape, shapes.Object) or shape.nullable or shape.edition:
        return shape is shapes.COUNT
    inside = all(_has_only_counts(field.shape) for field in shape.fields.values())
    return inside and all(a.default is NOTHING and not a.validator for a in fields(shape.cls))


# Reports with two classes of tables


@frozen(eq=False, repr=False)
class _Reports:
    """What they are converted into and from, and what is looked at besides."""

    cls: Any
    struct: Any
    form: Form
    amounts: tuple[Callable[[Any], Any], ...]
    objects: Callable[[Any], tuple[Any, ...]]
    classes: tuple[type, ...]


_AMOUNTS = (Kind.AMOUNT, Kind.MONEY)
_GENERIC: Any = Report
_LOCK = Lock()
"""msgspec crashes where a thread meets a class that another is still looking at."""


def _reports_with(tables: TableClasses) -> _Reports:
    reports = _MADE.get(tables)
    if reports is None:
        with _LOCK:
            reports = _MADE[tables] = _make_reports(tables)
    return reports


_MADE: dict[TableClasses, _Reports] = {}


def _make_reports(tables: TableClasses) -> _Reports:
    shape, form, cls = shapes.report_shape(tables), form_with(tables), report_class(tables)
    objects = dict(_objects(shape))
    amounts = [form.attributes[a] for a, c in form.cells.items() if c.kind in _AMOUNTS]
    reports = _Reports(
        cls=_GENERIC[tables] if cls is Report else cls,
        struct=_struct(shape),
        form=form,
        amounts=tuple(map(attrgetter, amounts)),
        objects=attrgetter(*objects),
        classes=tuple(objects.values()),
    )
    msgspec.json.Decoder(reports.cls)  # likewise
    return reports


def _objects(shape: shapes.Object, path: str = "") -> Iterator[tuple[str, type]]:
    """Where objects stand that are always there, and of which class they are."""
    for name, field in shape.fields.items():
        inner = field.shape
        if isinstance(inner, shapes.TaggedUnion):
            [inner] = inner.branches.values()
        if isinstance(inner, shapes.Object) and not inner.nullable:
            yield path + name, inner.cls
            yield from _objects(inner, f"{path}{name}.")


def _require_contents(
    struct: Any, reports: _Reports, check_amount: Callable[[Any], object], sequence: type
) -> list[str]:
    """Make sure of what no Struct can say; the free strings."""
    for amount in reports.amounts:
        if (value := amount(struct)) is not None:
            check_amount(value)
    if type(struct.extensions) is not dict:
        raise checks.Refused
    struct.extensions = {_key(k): checks.copy_of(value) for k, value in struct.extensions.items()}
    struct.cell_notes = checks.in_form_order(struct.cell_notes, reports.form)
    return checks.strings_of(struct, sequence)


_key = checks.text_check(shapes.EXTENSION_KEY)


# Reading


_ZEROS = bytes(ord("0") if byte in b"0123456789" else byte for byte in range(256))
_PASSED_OVER = (string.ascii_letters + string.whitespace + '_"{}[]').encode()
_LONG_NUMBER = b"0" * len(str(SAFE))
"""As many digits in a row as a number out of range has at least; in prose there are fewer."""


def reader(shape: shapes.Object) -> checks.Read:
    """From a text to a report and what is needed to count its colons."""
    with _LOCK:
        decode = msgspec.json.Decoder(_struct(shape, direct=True)).decode

    def read(raw: bytes) -> tuple[AnyReport, str | None, int]:
        marks = raw.translate(_ZEROS, _PASSED_OVER)
        if _LONG_NUMBER in marks:
            raise checks.Refused
        try:
            struct = decode(raw)
            reports = _reports_of(struct)
            _require_contents(struct, reports, checks.require_amount, list)
            report = vouch_for(msgspec.convert(struct, reports.cls, from_attributes=True))
        except msgspec.MsgspecError as problem:
            raise checks.Refused from problem
        hint = struct.editors_hint
        return report, hint if type(hint) is str else None, marks.count(b":")

    return read


def _reports_of(struct: Any) -> _Reports:
    return _reports_with((struct.proactive_disclosure.model, struct.requests.model))


def require_report(data: Any, shape: shapes.Object) -> None:
    """Make sure that plain data is a report; nothing is made of it."""
    with _LOCK:
        cls = _struct(shape)
    try:
        struct = msgspec.convert(data, cls)
    except msgspec.MsgspecError as problem:
        raise checks.Refused from problem
    strings = _require_contents(struct, _reports_of(struct), checks.require_amount, list)
    "".join(strings).encode()  # raises where there is a lone surrogate


# Writing


def text_of(report: AnyReport, indent: int | None) -> str:
    """The JSON text of a report."""
    if indent is not None and indent < 1:
        raise checks.Refused  # json and msgspec differ about these
    reports = _reports_with(report.tables)
    _require_classes(report, reports)
    try:
        struct = msgspec.convert(report, reports.struct, from_attributes=True)
    except msgspec.MsgspecError as problem:
        raise checks.Refused from problem
    _require_contents(struct, reports, _require_plain, tuple)
    text = msgspec.json.encode(struct)
    return (msgspec.json.format(text, indent=indent) if indent else text).decode() + "\n"


def _require_classes(report: AnyReport, reports: _Reports) -> None:
    """msgspec takes any object with the right attributes, and a dict, too."""
    notes = report.cell_notes.values()
    if (
        tuple(map(type, reports.objects(report))) != reports.classes
        or type(report.period) not in (Period, NoneType)
        or not {*map(type, notes)} <= {CellNote}
        or not {type(note.state) for note in notes} <= {CellState}
    ):
        raise checks.Refused


def _require_plain(amount: Any) -> None:
    if checks.plain_amount(amount) != str(amount):
        raise checks.Refused
