"""Types that every room needs, and ``functools.cache`` for functions that take classes."""

from collections.abc import Callable
from functools import cache
from typing import Any, ParamSpec, TypeAlias, TypeVar

import attrs

from govdisclosure.i18n import figure

Json: TypeAlias = Any
"""What can stand in JSON, before it has been looked at."""

JsonObject: TypeAlias = dict[str, Any]
"""A JSON object."""

A = ParamSpec("A")
T = TypeVar("T")


class Shown:
    """Base of values that one function shows as attrs would show them.

    attrs writes a ``__repr__`` for each class, a third of what a class costs at every start.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        cls: Any = type(self)
        fields = ((a.name, getattr(self, a.name)) for a in attrs.fields(cls) if a.repr)
        words = (f"{n}={figure(v) if type(v) is int else repr(v)}" for n, v in fields)
        return f"{cls.__name__}({', '.join(words)})"


class Large(Shown):
    """Base of values that are shown in one line, which does not go to the end."""

    __slots__ = ()

    def __repr__(self) -> str:
        line = super().__repr__()
        return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 2]}…)"


_LONGEST = 120


def made_once(function: Callable[A, T]) -> Callable[A, T]:
    """The function, which keeps what it made; its parameters keep their types.

    ``functools.cache`` alone asks for ``Hashable``, which mypy takes a class of attrs not to be.
    """
    cached: Any = cache(function)
    typed: Callable[A, T] = cached
    return typed
