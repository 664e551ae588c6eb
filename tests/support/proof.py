"""The proof: loader and schema accept the same documents. ``python -m tests.support.proof 100000``.

Documents are generated, valid ones, ones at a boundary, ones with something wrong in them, and
texts that no data can show (3.0, huge numbers, lone surrogates, endless nesting, repeated
keys). The judges see the text of each: ``loads``, by each way that is installed; the explaining
path, which has the last word in ``loads`` and ``validate``; jsonschema and jsonschema-rs, each
after a strict reader of JSON text that shares no line with the loader.
Every case has a number, and its number and the seed are all that it takes to see it again.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib.util import find_spec
from multiprocessing import get_context
from typing import Any, TypeAlias

from attrs import frozen

from govdisclosure.codec import _quick, loads
from govdisclosure.codec._checks import REFUSALS, Read
from govdisclosure.codec._explaining import structure_report
from govdisclosure.codec._problems import data_of
from govdisclosure.codec.schema import schema_text
from govdisclosure.errors import InvalidReportError
from govdisclosure.model import EDITIONS
from tests.support.forms import judge
from tests.support.proof_cases import KINDS, case
from tests.support.strict_json import NotStrictError, strict_data
from tests.support.ways import taking

SEED = 711


@frozen
class Outcome:
    """What came out: cases by kind and verdict, and every case on which judges differ."""

    counts: Counter[tuple[str, bool]]
    differences: tuple[str, ...]


# Judges

Judge: TypeAlias = Callable[[str | bytes], bool]


def strict_cases(count: int) -> Iterator[tuple[bytes, bool]]:
    """Those of so many cases on which schemas have the last word, each with its verdict.

    A strict reader of JSON takes the text; a byte order mark, which the loader takes, is gone.
    """
    for number in range(count):
        text = case(SEED, number).text
        try:
            strict_data(text)
        except NotStrictError:
            continue
        raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        yield raw.removeprefix(b"\xef\xbb\xbf"), by_loads(text)


def by_loads(text: str | bytes) -> bool:
    """The loader."""
    try:
        loads(text)
    except InvalidReportError:
        return False
    return True


def by_explaining_path(text: str | bytes) -> bool:
    """The explaining path, without the quick way before it."""
    try:
        structure_report(data_of(text), EDITIONS)
    except InvalidReportError:
        return False
    return True


def by_way(read: Read, text: str | bytes) -> bool:
    """The loader with one of the readers that it may have; the explaining path decides the rest."""
    try:
        raw = text if isinstance(text, bytes) else text.encode()
        if _quick.accepted(raw, read) is not None:
            return True
    except REFUSALS:
        pass
    return by_explaining_path(text)


def by_schema(accepts: Callable[[Any], bool], text: str | bytes) -> bool:
    """A validator that knows nothing but the published schema."""
    try:
        return accepts(strict_data(text))
    except NotStrictError:
        return False


@cache
def judges() -> Mapping[str, Judge]:
    """Everybody who has a say; jsonschema-rs only where it is installed."""
    schema = json.loads(schema_text("report"))
    judges_by_name: dict[str, Judge] = {
        "loads": by_loads,
        "the explaining path": by_explaining_path,
        "jsonschema": partial(by_schema, judge(schema)),
    }
    try:
        import jsonschema_rs
    except ImportError:
        return judges_by_name | _ways()
    old = json.loads(schema_text("report.draft-07"))
    for name, published in (("jsonschema-rs", schema), ("jsonschema-rs, draft-07", old)):
        judges_by_name[name] = partial(by_schema, jsonschema_rs.validator_for(published).is_valid)
    return judges_by_name | _ways()


def _ways() -> dict[str, Judge]:
    """The loader without the extra ``fast``, and with nothing but the standard library."""
    ways: dict[str, Judge] = {}
    for way in ("orjson", "json"):
        if way == "json" or find_spec(way):
            with taking(way):
                ways[f"loads by {way}"] = partial(by_way, _quick._reader(EDITIONS))
    return ways


def outcome(seed: int, numbers: Sequence[int], panel: Mapping[str, Judge] | None = None) -> Outcome:
    """What the judges say of some cases."""
    panel = panel or judges()
    counts: Counter[tuple[str, bool]] = Counter()
    differences = []
    for number in numbers:
        one = case(seed, number)
        verdicts = {name: accepts(one.text) for name, accepts in panel.items()}
        if len(set(verdicts.values())) > 1:
            differences.append(f"case {number} ({one.kind}), seed {seed}: {verdicts}")
        counts[one.kind, verdicts["loads"]] += 1
    return Outcome(counts, tuple(differences))


def _parts(total: int, size: int = 500) -> Iterator[range]:
    for start in range(0, total, size):
        yield range(start, min(start + size, total))


def prove(total: int, seed: int = SEED, processes: int = 2) -> Outcome:
    """The outcome of as many cases as asked for, shared among processes."""
    with get_context("spawn").Pool(processes) as pool:
        parts = pool.map(partial(outcome, seed), list(_parts(total)), chunksize=1)
    counts = sum((part.counts for part in parts), Counter[tuple[str, bool]]())
    return Outcome(counts, tuple(d for part in parts for d in part.differences))


def main(arguments: Sequence[str]) -> int:
    """``python -m tests.support.proof N [SEED]``: table and differences; 1 if there are any."""
    numbers = [int(argument) for argument in arguments] or [100_000]
    result = prove(*numbers)
    print(f"{'kind':<14}{'accepted':>10}{'refused':>10}")
    for kind in KINDS:
        print(f"{kind:<14}{result.counts[kind, True]:>10}{result.counts[kind, False]:>10}")
    print(f"{result.counts.total()} documents, judged by {', '.join(judges())}")
    if "jsonschema-rs" not in judges():
        print("jsonschema-rs is not installed and had no say")
    print(f"{len(result.differences)} differences")
    for difference in result.differences:
        print(difference)
    return 1 if result.differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
