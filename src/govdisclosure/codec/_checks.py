"""What the quick ways see to themselves: strings, amounts, notes, JSON of any kind.

What is not as it usually is raises one of :data:`REFUSALS`, and the explaining path decides.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from operator import attrgetter
from typing import Any, TypeAlias

from govdisclosure.codec import _shapes as shapes
from govdisclosure.codec._strict_json import MAX_DEPTH
from govdisclosure.form import AMOUNT_LENGTH, SAFE, Form, Json
from govdisclosure.model import AnyReport

Read: TypeAlias = Callable[[bytes], tuple[AnyReport, str | None, int]]
"""From a text to its report, the hint for editors, if any, and how many colons the text has."""


class Refused(ValueError):
    """A hook does not take this: the explaining path decides."""


REFUSALS = (ValueError, LookupError, TypeError, AttributeError, RuntimeError)
"""What hooks raise, lone surrogates and text that is no JSON included."""


def text_check(shape: shapes.String) -> Callable[..., str]:
    """Lets a string pass that is written as it should be."""
    match, longest = shapes.matcher(shape) if shape.pattern else str, shape.max_length

    def text(value: Any, _: Any = None) -> str:  # a hook for cattrs gets the class as well
        if type(value) is not str or match(value) is None or (longest and len(value) > longest):
            raise Refused
        value.encode()  # raises where there is a lone surrogate
        return value

    return text


any_text, require_amount = text_check(shapes.ANY_TEXT), text_check(shapes.AMOUNT)


def plain_amount(amount: Any) -> str:
    """The plain notation of an amount; that of 1E+999999999 would fill the memory."""
    if type(amount) is not Decimal or abs(amount.adjusted()) > AMOUNT_LENGTH:
        raise Refused
    return require_amount(format(amount, "f"))


def copy_of(value: Json, depth: int = 2) -> Json:
    """A copy of JSON of any kind; ``depth`` counts the arrays and objects around it."""
    if value is None or type(value) is bool:
        return value
    if type(value) is str:
        return any_text(value)
    if type(value) is int and -SAFE <= value <= SAFE:
        return value
    if type(value) is float:
        return _fraction(value)
    if depth < MAX_DEPTH and type(value) is list:
        return [copy_of(one, depth + 1) for one in value]
    if depth < MAX_DEPTH and type(value) is dict:
        return {any_text(key): copy_of(one, depth + 1) for key, one in value.items()}
    raise Refused


def _fraction(value: float) -> float:
    """Of a whole one the text would have to be seen; writers differ about exponents."""
    text = repr(value)
    if value.is_integer() or "." not in text or "e" in text:
        raise Refused
    return value


def in_form_order(notes: dict[str, Any], form: Form) -> dict[str, Any]:
    """The notes in the order of their cells.

    Raises:
        KeyError: a note is of no cell of the form.
    """
    places = [*map(form.position.__getitem__, notes)]
    if places == sorted(places):  # as whoever writes them in that order has them
        return notes
    return {address: notes[address] for address in sorted(notes, key=form.position.__getitem__)}


def _paths(shape: shapes.Object, kind: type[shapes.Shape]) -> Iterator[str]:
    """Where values of a kind of shape stand below an object."""
    for name, field in shape.fields.items():
        if isinstance(field.shape, kind):
            yield name
        elif isinstance(field.shape, shapes.Object) and not field.shape.nullable:
            yield from (f"{name}.{inner}" for inner in _paths(field.shape, kind))


_Values: TypeAlias = Callable[[Any], tuple[Any, ...]]
_strings: _Values = attrgetter(*_paths(shapes.report_shape(), shapes.String))
_sections: _Values = attrgetter(*_paths(shapes.report_shape(), shapes.Array))
_says_something = shapes.matcher(shapes.WORDS)


def strings_of(report: Any, sequence: Any) -> list[str]:
    """The free strings; ``report`` is one, or an object with the same attributes.

    They are checked on the way, lone surrogates aside, which parsers refuse; ``sequence`` is
    the class of a section's paragraphs.
    """
    notes = report.cell_notes.values()
    words = [*_strings(report), *(note.note for note in notes)]
    words = [one for one in words if one is not None]
    for paragraphs in _sections(report):
        if paragraphs is not None:
            if type(paragraphs) is not sequence:
                raise Refused
            words += paragraphs
    if not all(map(_says_something, words)):
        raise Refused
    return words + [note.printed for note in notes]
