"""The quick ways, from their second call on; each gives ``None`` where it has nothing to say.

What they need is imported when it is needed: a process that handles a single report is
through before the functions would be written.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from govdisclosure.generating import Later


def _later(module: str, name: str) -> Later:
    return Later(partial(_imported, module, name))


def _imported(module: str, name: str) -> Callable[..., Any]:
    found: Callable[..., Any] = getattr(import_module(f"govdisclosure.{module}"), name)
    return found


accept = _later("json_fast", "accept")
accept_data = _later("json_fast", "accept_data")
is_accepted_data = _later("json_fast", "is_accepted_data")
emit_text = _later("json_emit", "emit_text")
emit_data = _later("json_emit", "emit_data")
