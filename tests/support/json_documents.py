"""Documents with one thing wrong, and the problems that they are refused with."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from govdisclosure.codec import JSON_IDS, loads, to_dict
from govdisclosure.codec._reports import from_dict
from govdisclosure.errors import InvalidReportError
from govdisclosure.findings import Severity
from govdisclosure.model import EDITION_2021

COUNT = "/requests/received/total"
AMOUNT = "/proactive_disclosure/fees/amount_wan_yuan"
MISSING = object()


def document(**changes: Any) -> dict[str, Any]:
    """A valid document of the 2021 edition, with other values under some root keys."""
    return to_dict(EDITION_2021.blank(issuer="青禾县", year=2023, number=0)) | changes


def with_value(address: str, value: Any) -> dict[str, Any]:
    """The valid document with another value, or none, at a pointer."""
    data = document()
    *path, last = address.split("/")[1:]
    here: Any = data
    for token in path:
        here = here[token]
    if value is MISSING:
        del here[last]
    else:
        here[last] = value
    return data


def problems_when(act: Callable[[], object]) -> list[tuple[str, str]]:
    """Ids and pointers of everything that was refused."""
    with pytest.raises(InvalidReportError) as caught:
        act()
    assert all(f.severity is Severity.ERROR for f in caught.value.findings)
    assert all(f.rule_id in JSON_IDS for f in caught.value.findings)
    return [(f.rule_id, f.pointer) for f in caught.value.findings]


def problems_in(data: Any) -> list[tuple[str, str]]:
    return problems_when(lambda: from_dict(data))


def problems_in_text(text: str | bytes) -> list[tuple[str, str]]:
    return problems_when(lambda: loads(text))


def raw(address: str, text: str) -> str:
    """The JSON text of the valid document with raw text in place of a value."""
    return json.dumps(with_value(address, "@@"), ensure_ascii=False).replace('"@@"', text)


def keys_in(data: Any, address: str = "") -> Iterator[tuple[str, str]]:
    """Every key of the data, with the pointer to its object."""
    for key, value in data.items():
        yield address, key
        if isinstance(value, dict):
            yield from keys_in(value, f"{address}/{key}")
