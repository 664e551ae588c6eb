"""Plain data → the classes, quickly: functions written from the shapes, once per report type.

What :func:`acceptor` makes takes what ``_structure`` takes in the form in which it usually
comes, and gives the same objects. Whatever else it meets (a float, a subclass of ``dict``, an
extension, anything wrong) it refuses by raising: the explaining path then decides. So a doubt
costs time here, and never a verdict.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeAlias

import attrs
from attrs import define, field, frozen

from govdisclosure.codec import _shapes as shapes
from govdisclosure.codec._problems import Problems
from govdisclosure.codec._quick._checks import check_counts, check_text, check_texts
from govdisclosure.codec._structure import EDITORS_HINT, structure
from govdisclosure.form import Code, Json, JsonObject, Refused
from govdisclosure.model import ANY_FORM

Accepted: TypeAlias = tuple[Any, int, str]
"""A report, and what its JSON text must hold if it repeats no key: how many keys its objects
have together, and its free strings, joined."""

Acceptor: TypeAlias = Callable[[Any], Accepted]


@frozen
class Structs:
    """The other kind of data: objects made by ``msgspec``, of classes like the shapes.

    ``ready`` are the shapes of which the very objects of the model arrive, ``twin`` gives
    the class of the others.
    """

    ready: Callable[[shapes.Object], bool]
    twin: Callable[[shapes.Object], type]


def acceptor(
    shape: shapes.Object, structs: Structs | None = None, *, verdict_only: bool = False
) -> Acceptor:
    """A function from plain data to a report; it raises whatever it likes for the rest.

    With ``verdict_only`` nothing is made, and ``True`` stands for the report.
    """
    code = Code("Plain data → a report; whatever it does not expect, it refuses.")
    author = _Author(code, structs, verdict_only)
    code.names["read_notes"] = _notes
    with code.block("def structure(data):"):
        code.line("members, texts = 0, []")
        expression = author.fields(shape, "data", root=True)
        check_counts(code, author.counts)
        check_texts(code)
        code.line(f"return {expression}, members + {author.members}, strings")
    return code.compiled("structure")


@define
class _Author:
    """Writes one function; ``members`` counts the keys that are always there."""

    code: Code
    structs: Structs | None
    verdict_only: bool
    members: int = 0
    counts: list[str] = field(factory=list)

    def fields(self, shape: shapes.Object, data: str, *, root: bool = False) -> str:
        """Write the checks of an object; the expression that makes it comes back."""
        if self.structs and self.structs.ready(shape):
            self.members += _members_of(shape)
            return data
        self.members += len(shape.keys)
        self._keys(shape, data, root)
        values = {name: self._field(name, f.shape, data) for name, f in shape.fields.items()}
        return self._construct(shape, values)

    def _construct(self, shape: shapes.Object, values: Mapping[str, str]) -> str:
        """Write how an object is made; where ``__init__`` would only fill it, it is filled."""
        if self.verdict_only:
            return "True"
        cls = shape.cls
        if not only_holds(cls):
            filled = ", ".join(f"{name}={value}" for name, value in values.items())
            return f"{self.code.constant(shape.make, cls.__name__)}({filled})"
        variable = self.code.name(cls.__name__.lower())
        self.code.names["new"] = object.__new__
        self.code.line(f"{variable} = new({self.code.constant(cls, cls.__name__)})")
        for field_name, value in values.items():
            put = self.code.constant(_setter(cls, field_name), f"put_{field_name}")
            self.code.line(f"{put}({variable}, {value})")
        return variable

    def _keys(self, shape: shapes.Object, data: str, root: bool) -> None:
        """As many keys as there should be; reading them shows that they are the right ones."""
        if self.structs:  # msgspec has seen to the keys
            if root:
                with self.code.block(f"if type({data}.editors_hint) is str:"):
                    self.code.line("members += 1")
                    self._text(shapes.ANY_TEXT, f"{data}.editors_hint")
            return
        self.code.refuse_if(f"type({data}) is not dict")
        if root:
            with self.code.block(f'if "{EDITORS_HINT}" in {data}:'):
                self.code.line("members += 1")
                self._text(shapes.ANY_TEXT, f'{data}["{EDITORS_HINT}"]')
            self.code.refuse_if(f"len({data}) != {len(shape.keys)} + members")
        else:
            self.code.refuse_if(f"len({data}) != {len(shape.keys)}")
        if shape.edition:
            self.code.refuse_if(f'type({data}["edition"]) is not str')
            self.code.refuse_if(f'{data}["edition"] != {shape.edition!r}')

    def _field(self, name: str, shape: shapes.Shape, data: str) -> str:
        value = self.code.name(name)
        there = f"{data}.{name}" if self.structs else f'{data}["{name}"]'
        self.code.line(f"{value} = {there}")
        if shape == shapes.COUNT:
            self.counts.append(value)
        elif shape.nullable:
            with self.code.block(f"if {value} is not None:"):
                before = self.members
                self._assign(shape, value)
                if self.members > before:  # the keys of an object that may not be there
                    self.code.line(f"members += {self.members - before}")
                    self.members = before
        else:
            self._assign(shape, value)
        return value

    def _assign(self, shape: shapes.Shape, value: str) -> None:
        expression = self._value(shape, value)
        if expression != value:
            self.code.line(f"{value} = {expression}")

    def _value(self, shape: shapes.Shape, value: str) -> str:
        match shape:
            case shapes.Integer():
                self.code.refuse_if(f"type({value}) is not int")
                self.code.refuse_if(f"not {shape.minimum} <= {value} <= {shape.maximum}")
                return value
            case shapes.String():
                return self._text(shape, value)
            case shapes.Choice():
                return self._choice(shape, value)
            case shapes.Array(of=shapes.String() as of):
                return self._items(of, value)
            case shapes.Notes():
                return self._notes(shape, value)
            case shapes.Map():
                # Numbers in an extension need the decoder that keeps hold of their text.
                if not self.structs:
                    self.code.refuse_if(f"type({value}) is not dict or {value}")
                return "{}"
            case shapes.Object():
                return self.fields(shape, value)
            case shapes.TaggedUnion():
                return self._by_edition(shape, value)
            case _:
                raise NotImplementedError(type(shape).__name__)

    def _text(self, shape: shapes.String, value: str) -> str:
        if not self.structs:
            self.code.refuse_if(f"type({value}) is not str")
        check_text(self.code, shape, value)
        return value if shape.make is str else f"{self._maker(shape.make)}({value})"

    def _choice(self, shape: shapes.Choice, value: str) -> str:
        if not self.structs:
            self.code.refuse_if(f"type({value}) is not str")
        values = self.code.constant(frozenset(map(str, shape.values)), "values")
        self.code.refuse_if(f"{value} not in {values}")
        self.code.line(f"texts.append({value})")
        return value if shape.make is str else f"{self._maker(shape.make)}({value})"

    def _maker(self, make: Callable[[str], Any]) -> str:
        return self.code.constant(make, getattr(make, "__name__", "make"))

    def _items(self, of: shapes.String, value: str) -> str:
        if not self.structs:
            self.code.refuse_if(f"type({value}) is not list")
        with self.code.block(f"for paragraph in {value}:"):
            self._text(of, "paragraph")
        return value if self.structs else f"tuple({value})"

    def _notes(self, shape: shapes.Notes, value: str) -> str:
        if not self.structs:
            self.code.refuse_if(f"type({value}) is not dict")
        with self.code.block(f"if {value}:"):
            notes = self.code.constant(shape, "notes_shape")
            self.code.line(f"members += {len(shape.of.keys) + 1} * len({value})")
            self.code.line(f"{value} = read_notes({notes}, {value}, data, texts)")
        return value

    def _by_edition(self, shape: shapes.TaggedUnion, value: str) -> str:
        """A table has a function of its own: which one, its edition says."""
        makers = {self._key(branch): self._table(branch) for branch in _branches(shape)}
        if not self.structs:
            self.code.refuse_if(f"type({value}) is not dict")
            self.code.refuse_if(f'type({value}["edition"]) is not str')
        key = f"type({value})" if self.structs else f'{value}["edition"]'
        tables = self.code.constant(makers, "table_of")
        self.code.line(f"{value}, inside = {tables}[{key}]({value}, texts)")
        self.code.line("members += inside")
        return value

    def _table(self, shape: shapes.Object) -> Callable[..., Any]:
        """The function for one table; it gives the table and how many keys its objects have."""
        code = Code(f"Plain data → {shape.cls.__name__}, edition {shape.edition}.")
        author = _Author(code, self.structs, self.verdict_only)
        with code.block("def structure(data, texts):"):
            code.line("members = 0")
            expression = author.fields(shape, "data")
            check_counts(code, author.counts)
            # Where the edition's own name has a colon, the text has one more.
            members = author.members + shape.edition.count(":")
            code.line(f"return {expression}, members + {members}")
        return code.compiled("structure")

    def _key(self, branch: shapes.Object) -> Any:
        return self.structs.twin(branch) if self.structs else branch.edition


def _members_of(shape: shapes.Object) -> int:
    """How many keys the objects of a shape have that are always there."""
    inner = (f.shape for f in shape.fields.values())
    return len(shape.keys) + sum(_members_of(s) for s in inner if isinstance(s, shapes.Object))


def _branches(shape: shapes.TaggedUnion) -> tuple[shapes.Object, ...]:
    if "" in shape.branches:
        raise NotImplementedError("a table without an edition is no choice")
    return tuple(shape.branches.values())


@cache
def only_holds(make: Any) -> bool:
    """Whether objects of a class hold what they are made of, and making them does nothing else."""
    fields: Any = attrs.fields(make)
    own = ("__attrs_init__", "__attrs_pre_init__", "__attrs_post_init__")
    slots = {name for cls in make.__mro__ for name in cls.__dict__.get("__slots__", ())}
    return (
        slots - {"__weakref__"} == {a.name for a in fields}
        and all(a.init and a.alias == a.name and a.default is attrs.NOTHING for a in fields)
        and not any(a.validator or a.converter for a in fields)
        and not any(hasattr(make, name) for name in own)
        and make.__new__ is object.__new__
    )


@cache
def _setter(make: Any, name: str) -> Callable[[Any, Any], None]:
    """Fills a slot of a frozen class, as its own ``__init__`` does, only quicker."""
    put: Callable[[Any, Any], None] = getattr(make, name).__set__
    return put


def _notes(shape: shapes.Notes, value: Json, data: Json, texts: list[str]) -> Any:
    """Notes are few: the explaining path checks each against the cells there are."""
    root = data if type(data) is dict else _editions(shape, data)
    problems = Problems(ANY_FORM.location, root=root)
    notes = structure(problems, shape, value, "/cell_notes")
    if problems.count:
        raise Refused
    for key, note in value.items():
        texts += (key, note["printed"], note["note"] or "", note["state"])
    return notes


def _editions(shape: shapes.Notes, structs: Any) -> JsonObject:
    """The tables of a report made by msgspec, as far as notes ask for them."""
    sections = [name for name, by_edition in shape.tables.items() if "" not in by_edition.branches]
    return {name: {"edition": getattr(structs, name).__struct_config__.tag} for name in sections}
