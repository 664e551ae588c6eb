"""Python against node on random documents: ``python -m tests.conformance.agree N``.

N documents on each form: pure 2019 and 2021 and both mixtures, sound and wild, with blanks
read both ways, often with a report of last year and reports of bodies below. Prints how
many agree; the exit status is 1 if any does not. The same N gives the same documents.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from attrs import frozen

from govdisclosure.codec.catalogue import catalogue_text
from govdisclosure.form import SAFE, CellState, Kind, tokens
from govdisclosure.rules import RULES, Rule
from tests.conformance.documents import (
    PURE_AND_HYBRID,
    Document,
    cells,
    changed,
    period_of,
    put,
    sound,
)
from tests.conformance.machine import results
from tests.support.forms import Form

FOLDER = Path(__file__).parent

_COUNTS = (None, 0, 1, 2, 3, -1, SAFE, SAFE - 1, -SAFE)
_AMOUNTS = (None, "0", "-0.00", "0.1", "0.10", "0.3", "-0.01", "10.40", "9" * 40, f"0.{'0' * 37}1")
_PROSE: tuple[list[str] | None, ...] = (
    *(None, [], ["问题"], ["无"], ["（无）", "——"], ["Ｎ／Ａ", "、"], ["无不足"]),
    *(["\ufffc"], ["\ue000"], ["\u2f46。"]),
)
_NAMES = (
    None,
    "青禾县",
    "青禾县人民政府",
    "巴中市青禾县",
    "青禾县溪口镇",
    "溪口镇 人民政府",
    "（）",
)
_PERIODS = (None, period_of(2023), period_of(2019), period_of(2020, 2021))

_AT_ONCE = 250
"""Documents that one node process is given."""


@frozen
class Agreement:
    """How many documents were tried, with how many results, and those that differ."""

    documents: int
    results: int
    different: tuple[Document, ...]

    @staticmethod
    def of(parts: Sequence["Agreement"]) -> "Agreement":
        """Several together."""
        return Agreement(
            sum(part.documents for part in parts),
            sum(part.results for part in parts),
            tuple(one for part in parts for one in part.different),
        )


def main(arguments: Sequence[str]) -> int:
    """Compare N documents on each form, and say what came out."""
    each = int(arguments[0]) if arguments else 100
    starts = range(0, each, _AT_ONCE)
    agree = True
    with ProcessPoolExecutor() as pool:
        for name in PURE_AND_HYBRID:
            parts = pool.map(partial(_part, name, each), starts)
            agreement = Agreement.of(list(parts))
            agree = agree and not agreement.different
            summary = f"{agreement.documents} documents, {agreement.results} results"
            sys.stdout.write(f"{name}: {summary}, {len(agreement.different)} differ\n")
            for one in agreement.different[:3]:
                sys.stdout.write(as_line(one) + "\n")
            sys.stdout.flush()
    return 0 if agree else 1


def _part(name: str, each: int, start: int) -> Agreement:
    return compare(documents(name, min(_AT_ONCE, each - start), start))


def compare(some: Iterable[Document], rules: Sequence[Rule] = RULES) -> Agreement:
    """What Python and one node process make of each document."""
    batch = list(some)
    ours = [results(document, rules) for document in batch]
    theirs = node_lines(batch, rules)
    pairs = zip(batch, ours, theirs, strict=True)
    different = tuple(one for one, mine, line in pairs if as_line(mine) != line)
    return Agreement(len(batch), sum(map(len, ours)), different)


def node_lines(some: Iterable[Document], rules: Sequence[Rule] = RULES) -> list[str]:
    """The line that the evaluator in JavaScript writes for each document."""
    with TemporaryDirectory() as folder:
        catalogue = Path(folder, "rules.json")
        catalogue.write_text(catalogue_text(rules), encoding="utf-8")
        process = subprocess.run(
            ["node", str(FOLDER / "run.mjs"), str(catalogue)],
            input="".join(as_line(document) + "\n" for document in some),
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
    return process.stdout.splitlines()


def as_line(data: Any) -> str:
    """JSON as ``JSON.stringify`` writes it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def documents(name: str, count: int, start: int = 0) -> Iterator[Document]:
    """Documents on one form, always the same ones from a start."""
    for number in range(start, start + count):
        yield _document(PURE_AND_HYBRID[name], Random(f"{name} {number}"))


def _document(form: Form, dealer: Random) -> Document:
    report = _report(form, dealer)
    document: Document = {"report": report, "blanks": dealer.choice(["unknown", "zero"])}
    if dealer.random() < 0.6:
        document["previous"] = _previous(report, form, dealer)
    if dealer.random() < 0.4:
        document["children"] = [_child(report, form, dealer) for _ in range(dealer.randint(1, 3))]
    return document


def _report(form: Form, dealer: Random) -> Document:
    report = sound(form, dealer, dealer.choice([1, 9, 40, SAFE // 10**4]))
    report["year"] = dealer.choice([None, 2019, 2020, 2021, 2023])
    report["problems_and_improvements"] = dealer.choice(_PROSE)
    report["period"] = dealer.choice(_PERIODS)
    report["issuer"]["name"] = dealer.choice(_NAMES)
    share = dealer.choice([0, 0, 0.01, 0.05, 0.5, 1])
    places = [place for place in cells(report) if dealer.random() < share]
    put(report, {path: _number(kind, dealer) for path, kind in places})
    if dealer.random() < 0.3:
        _leave_blank(report, dealer)
    return report


def _number(kind: Kind, dealer: Random) -> int | str | None:
    return dealer.choice(_AMOUNTS if kind in (Kind.MONEY, Kind.AMOUNT) else _COUNTS)


def _leave_blank(report: Document, dealer: Random) -> None:
    """Cells left blank, some with a note that says how."""
    share = dealer.choice([0.02, 0.3, 1])
    totals = dealer.choice([True, False])
    for path, kind in cells(report):
        if dealer.random() < share and (totals or "total" not in tokens(path)):
            put(report, {path: None})
            if dealer.random() < 0.2:
                cell = path.removesuffix("/value") if kind is Kind.MONEY else path
                state = dealer.choice([*CellState]).value
                report["cell_notes"][cell] = {"printed": "", "note": None, "state": state}


def _previous(report: Document, form: Form, dealer: Random) -> Document:
    """Last year's report: mostly of the same form and the year before, often matching."""
    if dealer.random() < 0.2:
        previous = _report(dealer.choice([*PURE_AND_HYBRID.values()]), dealer)
    else:
        previous = deepcopy(report) if dealer.random() < 0.5 else _report(form, dealer)
    if dealer.random() < 0.8:
        previous["year"] = None if report["year"] is None else report["year"] - 1
    if dealer.random() < 0.6:
        previous["issuer"] = dict(report["issuer"])
    if dealer.random() < 0.5:
        previous["requests"]["carried_out"] = deepcopy(report["requests"]["carried_in"])
    return previous


def _child(report: Document, form: Form, dealer: Random) -> Document:
    """A body's report: often like the report itself, or one that adds nothing to it."""
    kind, name = dealer.random(), {"/issuer/name": dealer.choice([*_NAMES, *"甲乙丙丁戊己庚辛"])}
    if kind < 0.3:
        return changed(report, name)
    if kind < 0.6:
        nothing = {p: "0" if k in (Kind.MONEY, Kind.AMOUNT) else 0 for p, k in cells(report)}
        return changed(report, name | nothing)
    child = _report(form if kind < 0.9 else dealer.choice([*PURE_AND_HYBRID.values()]), dealer)
    child["year"] = report["year"] if dealer.random() < 0.8 else 2022
    return child


if __name__ == "__main__":  # pragma: no cover
    sys.exit(main(sys.argv[1:]))
