"""The quick ways, from their second call on; each gives ``None`` where it has nothing to say.

What they need is imported when it is needed: a process that handles a single report is
through before the functions would be written.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from govdisclosure.form import Later


def _later(module: str, name: str) -> Later:
    return Later(partial(_function, module, name))


def _function(module: str, name: str) -> Callable[..., Any]:
    functions = import_module(f"govdisclosure.codec._quick.{module}")
    function: Callable[..., Any] = getattr(functions, name)
    return function


accept = _later("_fast", "accept")
accept_data = _later("_fast", "accept_data")
is_accepted_data = _later("_fast", "is_accepted_data")
emit_text = _later("_emit", "emit_text")
emit_data = _later("_emit", "emit_data")

__all__ = ["accept", "accept_data", "emit_data", "emit_text", "is_accepted_data"]
