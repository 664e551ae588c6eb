"""Functions by their address: a module is imported when something in it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def function_at(address: str) -> Callable[..., Any]:
    """The function of an address: its module below the package, and its name.

    >>> function_at("files:format_of")("report.md")
    'markdown'
    """
    module, _, name = address.partition(":")
    function: Callable[..., Any] = getattr(import_module(f"govdisclosure.{module}"), name)
    return function
