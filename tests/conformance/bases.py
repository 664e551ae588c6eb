"""The base documents of the suite: sound reports, and last year's beside them."""

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any

from attrs import field, frozen

from govdisclosure.codec import to_dict
from govdisclosure.form import SAFE, tokens
from tests.conformance.documents import PURE_AND_HYBRID, Document, cells, changed, put, sound

LARGEST = SAFE
"""The largest count that a report can state."""

TINY = f"0.{'0' * 37}1"
"""The smallest amount that a report can state."""


@frozen
class Doc:
    """A base document with other values at some pointers."""

    base: str
    changes: Mapping[str, Any] = field(factory=dict)

    def build(self) -> Document:
        """The whole document."""
        return changed(bases()[self.base], self.changes)

    def data(self) -> dict[str, Any]:
        """As the suite has it."""
        return {"base": self.base, "changes": dict(self.changes)}


@cache
def bases() -> Mapping[str, Document]:
    """Every base document by name; each keeps every rule, with last year's beside it."""
    documents = {
        "2019": sound(PURE_AND_HYBRID["2019"], Random(2019)),
        "2021": sound(PURE_AND_HYBRID["2021"], Random(2021)),
        "2021-with-2019": sound(PURE_AND_HYBRID["2021 with requests of 2019"], Random(20212019)),
        "2019-with-2021": sound(PURE_AND_HYBRID["2019 with requests of 2021"], Random(20192021)),
    }
    zeros = {path: type(number(documents["2021"], path))(0) for path, _ in cells(documents["2021"])}
    documents["2021-zeros"] = changed(documents["2021"], zeros)
    for name in ("2019", "2021"):
        documents[f"{name}-last-year"] = _before(documents[name], PURE_AND_HYBRID[name].report(0))
    documents["2019-last-year"]["year"] = 2019
    return documents


def _before(report: Document, empty: Any) -> Document:
    """Last year's report, from which this year's follows."""
    last = changed(to_dict(empty), {"/year": report["year"] - 1})
    last["issuer"] = dict(report["issuer"])
    put(last, {path: number(report, path) for path, _ in cells(report)})
    put(last, {"/requests/carried_out": dict(report["requests"]["carried_in"])})
    for path, _ in cells(report):
        row, _, name = path.rpartition("/")
        if name == "in_force":
            grown = number(report, f"{row}/issued") - number(report, f"{row}/repealed")
            put(last, {path: number(report, path) - grown})
        if name == "prior_year_items":
            put(last, {path: number(report, path) - number(report, f"{row}/net_change")})
    return last


def number(document: Document, pointer: str) -> Any:
    """What stands at a pointer."""
    inner: Any = document
    for token in tokens(pointer):
        inner = inner[token]
    return inner
