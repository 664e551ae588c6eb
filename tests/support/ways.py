"""Reading JSON with and without the packages that make it faster."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from govdisclosure.codec._quick import _fast as json_fast

WAYS = {"msgspec": (), "orjson": ("msgspec",), "json": ("msgspec", "orjson")}
"""The parser, and the packages that must seem to be missing for it to be taken."""


@contextmanager
def taking(way: str) -> Iterator[None]:
    """Read with this parser for a while; skips where it is not installed."""
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
    json_fast._way_of_all.cache_clear()
    json_fast.way_of.cache_clear()


@pytest.fixture(params=list(WAYS))
def way(request: pytest.FixtureRequest) -> Iterator[str]:
    with taking(request.param):
        yield request.param


@pytest.fixture
def bare() -> Iterator[None]:
    """With nothing but the standard library."""
    with taking("json"):
        yield
