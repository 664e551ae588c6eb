"""The classes → plain data or JSON text, quickly: functions written from the shapes.

They take a report whose every object is exactly of its declared class and whose every value
can be said in JSON, and raise for the rest, as those of ``_accept`` do. The text is a template,
which ``json.dumps`` itself has laid out once for each form and indent, with the values put into
its holes.
"""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from json.encoder import encode_basestring
from typing import Any

from attrs import define, field

from govdisclosure.codec import _shapes as shapes
from govdisclosure.codec._problems import Problems
from govdisclosure.codec._quick._checks import check_counts, check_text, check_texts
from govdisclosure.codec._strict_json import encode
from govdisclosure.codec._structure import structure
from govdisclosure.codec._unstructure import unstructure
from govdisclosure.form import Code, Json, JsonObject, Refused
from govdisclosure.model import ANY_FORM

_HOLE = "\0"


def emit_data(report: Any) -> JsonObject | None:
    """The report as plain data, or ``None``: then nothing is said about it."""
    try:
        data: JsonObject = _writer(report.tables, None, as_text=False)(report)
    except Exception:
        # Whatever is wrong, or merely unusual: the explaining path finds it again.
        return None
    return data


def emit_text(report: Any, indent: int | None) -> str | None:
    """The report as JSON text, or ``None``: then nothing is said about it."""
    if indent is not None and not (type(indent) is int and 0 <= indent <= 8):
        return None
    try:
        text: str = _writer(report.tables, indent, as_text=True)(report)
    except Exception:  # the same
        return None
    return text


@lru_cache(maxsize=64)
def _writer(report: Any, indent: int | None, as_text: bool) -> Callable[[Any], Any]:
    """The function for a report type, and an indent where it writes text."""
    code = Code("A report → JSON; whatever it does not expect, it refuses.")
    author = _Author(code, _Layout(indent) if as_text else None)
    with code.block("def write(report):"):
        code.line("texts = []")
        parts = author.value(shapes.report_shape(report, ()), "report")
        check_texts(code)
        check_counts(code, author.counts, nulls=as_text)
        code.line(f"return {author.as_text(parts, 0) if as_text else author.as_data(parts)}")
    return code.compiled("write")


@define
class _Layout:
    """How the text is laid out: as ``json.dumps`` would do it."""

    indent: int | None

    def text(self, data: Json, level: int) -> str:
        """Data as it stands at a level of the whole."""
        text = encode(data, self.indent).removesuffix("\n")
        # A line end never stands inside a JSON string.
        return text.replace("\n", "\n" + " " * (self.indent or 0) * level)

    def items(self, paragraphs: Any, level: int) -> str:
        """An array of strings."""
        if not paragraphs:
            return "[]"
        if self.indent is None:
            return f"[{','.join(map(encode_basestring, paragraphs))}]"
        end = "\n" + " " * self.indent * level
        start = end + " " * self.indent
        return f"[{start}{f',{start}'.join(map(encode_basestring, paragraphs))}{end}]"


@define
class _Author:
    """Writes one function. A value is said by a variable, an object by a dict of them."""

    code: Code
    layout: _Layout | None
    counts: list[str] = field(factory=list)
    level: int = 0

    def value(self, shape: shapes.Shape, value: str) -> Any:
        """Write the checks of a value; what stands for it in the result comes back."""
        if shape == shapes.COUNT:
            self.counts.append(value)
            return value
        if not shape.nullable:
            return self._value(shape, value)
        with self.code.block(f"if {value} is not None:"):
            parts = self._value(shape, value)
            as_text = self.layout and isinstance(parts, Mapping)
            text_or_data = self.as_text(parts, self.level) if as_text else self.as_data(parts)
            self.code.line(f"{value} = {text_or_data}")
        if self.layout:
            with self.code.block("else:"):
                self.code.line(f'{value} = "null"')
        return value

    def _value(self, shape: shapes.Shape, value: str) -> Any:
        match shape:
            case shapes.Integer():
                self.code.refuse_if(f"type({value}) is not int")
                self.code.refuse_if(f"not {shape.minimum} <= {value} <= {shape.maximum}")
                return value
            case shapes.String():
                return self._text(shape, value)
            case shapes.Choice(make=make):
                cls = self.code.constant(make, "make")
                values = self.code.constant(frozenset(shape.values), "values")
                self.code.refuse_if(f"type({value}) is not {cls} or {value} not in {values}")
                return self._string(f"str({value})")
            case shapes.Array(of=shapes.String() as of):
                return self._items(of, value)
            case shapes.Notes() | shapes.Map():
                return self._explaining(shape, value)
            case shapes.TaggedUnion():
                [(edition, branch)] = shape.branches.items()
                if not edition:
                    raise NotImplementedError("a table that is not told from others")
                return self._value(branch, value)
            case shapes.Object():
                return self._fields(shape, value)
            case _:
                raise NotImplementedError(type(shape).__name__)

    def _text(self, shape: shapes.String, value: str) -> str:
        if shape.make is str:
            self.code.refuse_if(f"type({value}) is not str")
        else:
            self.code.line(f"{value} = {self.code.constant(_amount_of(shape), 'plain')}({value})")
        check_text(self.code, shape, value)
        return self._string(value)

    def _items(self, of: shapes.String, value: str) -> str:
        self.code.refuse_if(f"type({value}) is not tuple")
        with self.code.block(f"for paragraph in {value}:"):
            self._text(of, "paragraph")
        return self._laid_out(value, "items") if self.layout else f"[*{value}]"

    def _string(self, value: str) -> str:
        if not self.layout:
            return value
        return f"{self.code.constant(encode_basestring, 'string')}({value})"

    def _laid_out(self, value: str, how: str) -> str:
        if not self.layout:
            return value
        return f"{self.code.constant(getattr(self.layout, how), how)}({value}, {self.level})"

    def _explaining(self, shape: shapes.Shape, value: str) -> str:
        """Notes and extensions are seldom there: the explaining path writes and reads them."""
        explaining = _explaining(shape, value.rpartition("_")[0])
        write = self.code.constant(explaining, "explaining")
        self.code.line(f"{value} = {write}({value}) if {value} else {{}}")
        if not self.layout:
            return value
        laid_out = self.code.constant(self.layout.text, "laid_out")
        return f'{laid_out}({value}, {self.level}) if {value} else "{{}}"'

    def _fields(self, shape: shapes.Object, value: str) -> Mapping[str, Json]:
        cls = self.code.constant(shape.cls, shape.cls.__name__)
        self.code.refuse_if(f"type({value}) is not {cls}")
        parts: JsonObject = {}
        if shape.edition:
            edition = encode_basestring(shape.edition) if self.layout else shape.edition
            parts["edition"] = repr(edition)
        self.level += 1
        for name, inner in shape.fields.items():
            variable = self.code.name(name)
            self.code.line(f"{variable} = {value}.{name}")
            parts[name] = self.value(inner.shape, variable)
        self.level -= 1
        return parts

    def as_data(self, parts: Any) -> str:
        """The expression for a value as plain data."""
        if not isinstance(parts, Mapping):
            return str(parts)
        return "{" + ", ".join(f"{k!r}: {self.as_data(v)}" for k, v in parts.items()) + "}"

    def as_text(self, parts: Mapping[str, Json], level: int) -> str:
        """The expression for an object as text: a template, and what goes into its holes."""
        assert self.layout
        template = self.layout.text(_with_holes(parts), level).replace("%", "%%")
        template = template.replace(json.dumps(_HOLE), "%s") + "\n" * (level == 0)
        return f"{self.code.constant(template, 'template')} % ({', '.join(_leaves(parts))},)"


def _with_holes(parts: Any) -> Any:
    return {k: _with_holes(v) for k, v in parts.items()} if isinstance(parts, Mapping) else _HOLE


def _leaves(parts: Any) -> list[str]:
    if not isinstance(parts, Mapping):
        return [parts]
    return [leaf for inner in parts.values() for leaf in _leaves(inner)]


@cache
def _amount_of(shape: shapes.String) -> Callable[[Any], str]:
    """The plain notation of an amount; one that would fill the memory is refused."""
    limit = shape.max_length or 0

    def plain(value: Json) -> str:
        if type(value) is not Decimal or not value.is_finite() or abs(value.adjusted()) > limit:
            raise Refused
        return format(value, "f")

    return plain


def _explaining(shape: shapes.Shape, name: str) -> Callable[[Any], Any]:
    """Writing by the explaining path, which refuses if there is anything to explain."""
    address = f"/{name}"

    def data(value: Json) -> Any:
        problems = Problems(ANY_FORM.location, root={})  # no table has a choice of editions here
        data = unstructure(problems, shape, value, address)
        again = structure(problems, shape, data, address)
        if problems.count:
            raise Refused
        # The reader makes new objects: nothing of the report is shared with the data.
        return again if isinstance(shape, shapes.Map) else data

    return data
