"""Reading JSON with and without the packages that make it faster."""

import sys
from collections.abc import Iterator

import pytest

from govdisclosure import json_fast

WAYS = {"msgspec": (), "orjson": ("msgspec",), "json": ("msgspec", "orjson")}
"""The parser, and the packages that must seem to be missing for it to be taken."""


def take(way: str, patch: pytest.MonkeyPatch) -> None:
    """Read with this parser from now on; skips where it is not installed."""
    if way != "json":
        pytest.importorskip(way)
    for name in WAYS[way]:
        patch.setitem(sys.modules, name, None)
    forget()


def forget() -> None:
    """Look again for what is installed."""
    json_fast._way_of_all.cache_clear()
    json_fast.way_of.cache_clear()


@pytest.fixture(params=list(WAYS))
def way(request: pytest.FixtureRequest) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        take(request.param, patch)
        yield request.param
    forget()


@pytest.fixture
def bare() -> Iterator[None]:
    """With nothing but the standard library."""
    with pytest.MonkeyPatch.context() as patch:
        take("json", patch)
        yield
    forget()
