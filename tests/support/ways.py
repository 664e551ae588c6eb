"""Reading and writing JSON with and without the packages that make it faster."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from govdisclosure.codec import _quick
from govdisclosure.codec._quick import STRICT

WAYS = {"msgspec": (), "orjson": (STRICT,), "json": (STRICT, "orjson")}
"""The parser, and the modules that must seem to be missing for it to be taken."""


@contextmanager
def taking(way: str) -> Iterator[None]:
    """Read and write with this parser for a while; skips where it is not installed."""
    if way != "json":
        pytest.importorskip(way)
    with pytest.MonkeyPatch.context() as patch:
        for name in WAYS[way]:
            patch.setitem(sys.modules, name, None)
        forget()
        yield
    forget()


def forget() -> None:
    """Look again for what is installed."""
    _quick._way.cache_clear()
    _quick._reader.cache_clear()


@pytest.fixture(params=list(WAYS))
def way(request: pytest.FixtureRequest) -> Iterator[str]:
    with taking(request.param):
        yield request.param


@pytest.fixture
def bare() -> Iterator[None]:
    """With nothing but the standard library."""
    with taking("json"):
        yield
