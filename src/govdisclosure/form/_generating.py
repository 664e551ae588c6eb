"""Python functions written at run time from what the classes and the rules already say.

Going through shapes or rules costs a call for every cell of every report. Where the calls
are always the same, they are written down once as straight source text and compiled.
The text can be read: ``function.__source__``, and tracebacks show its lines.
"""

import linecache
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any
from weakref import finalize

from attrs import define, field

_numbered = count(1)


class Later:
    """A function that is written when it is called for the second time.

    The first time ``None`` comes back, and the explaining path has to do: a process that
    handles a single report is through before the function would be there.

    >>> double = Later(lambda: lambda number: 2 * number)
    >>> double(1), double(1), double(2)
    (None, 2, 4)
    """

    __slots__ = ("_called", "_function", "_make")

    def __init__(self, make: Callable[[], Callable[..., Any]]) -> None:
        self._make = make
        self._called = False
        self._function: Callable[..., Any] | None = None

    def __call__(self, *arguments: Any) -> Any:
        """What the function gives; ``None`` the first time."""
        if self._function is not None:
            return self._function(*arguments)
        if not self._called:
            self._called = True
            return None
        self._function = self._make()
        return self._function(*arguments)


class Refused(Exception):
    """A generated function does not take this: the explaining path decides."""


@define
class Code:
    """A function in the making: its lines, and the values that it refers to by name."""

    title: str
    lines: list[str] = field(factory=list)
    names: dict[str, Any] = field(factory=dict)
    depth: int = 0
    fresh: Iterator[int] = field(factory=lambda: count(1))

    def line(self, text: str) -> None:
        """Write one line, as deep as the block that is open."""
        self.lines.append("    " * self.depth + text)

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """Write a line that ends in a colon, and what follows below it."""
        self.line(head)
        self.depth += 1
        yield
        self.depth -= 1

    def name(self, hint: str) -> str:
        """A name that is not yet taken."""
        return f"{hint}_{next(self.fresh)}"

    def constant(self, value: Any, hint: str) -> str:
        """The name under which the function finds a value; the same value has one name."""
        for name, other in self.names.items():
            if other is value:
                return name
        name = self.name(hint)
        self.names[name] = value
        return name

    def refuse_if(self, condition: str) -> None:
        """Write a check: where the condition holds, the explaining path decides."""
        self.names["Refused"] = Refused
        with self.block(f"if {condition}:"):
            self.line("raise Refused")

    def compiled(self, name: str) -> Callable[..., Any]:
        """The function of that name which the lines define; its source goes when it goes."""
        source = "\n".join([repr(self.title), *self.lines]) + "\n"
        file = f"<govdisclosure {name} {next(_numbered)}>"
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        namespace = dict(self.names)
        exec(compile(source, file, "exec"), namespace)
        function: Callable[..., Any] = namespace[name]
        function.__dict__["__source__"] = source
        finalize(function, linecache.cache.pop, file, None).atexit = False
        return function
