"""Types that every room needs, and ``functools.cache`` for functions that take classes."""

from collections.abc import Callable
from functools import cache
from typing import Any, ParamSpec, TypeAlias, TypeVar

Json: TypeAlias = Any
"""What can stand in JSON, before it has been looked at."""

JsonObject: TypeAlias = dict[str, Any]
"""A JSON object."""

A = ParamSpec("A")
T = TypeVar("T")


def made_once(function: Callable[A, T]) -> Callable[A, T]:
    """The function, which keeps what it made; its parameters keep their types.

    ``functools.cache`` alone asks for ``Hashable``, which mypy takes a class of attrs not to be.
    """
    cached: Any = cache(function)
    typed: Callable[A, T] = cached
    return typed
