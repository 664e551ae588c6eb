"""The law of writing, held for as many generated reports as asked.

``python -m tests.support.round_trips N [FORMAT…]``: N reports for each form and format, other
ones at each run; a table of what held, then every report that did not come back, as JSON.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from functools import partial
from multiprocessing import get_context

from attrs import frozen
from hypothesis import HealthCheck, given, settings

from govdisclosure.codec import dumps
from govdisclosure.files import form_as, read
from govdisclosure.model import AnyReport
from tests.clauses.test_laws_of_reading import readable, same
from tests.clauses.test_laws_of_writing import ODD, PRINTED
from tests.support.forms import EDITIONS_AND_FREEDONIA, FORMS, Form


@frozen
class Outcome:
    """How many reports came back of one form in one format, and why the smallest did not."""

    form: str
    format: str
    count: int
    failure: str = ""


def hold(examples: int, of: tuple[Form, str]) -> Outcome:
    """Write and read back reports of one form in one format until one does not come back."""
    form, format = of
    counts: Counter[bool] = Counter()
    failures: list[str] = []

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(report=readable(form, words=() if format == "text" else ODD))
    def law(report: AnyReport) -> None:
        try:
            assert same(read(form_as(report, format), EDITIONS_AND_FREEDONIA), report)
        except Exception as problem:
            failures.append(f"{type(problem).__name__}: {problem}\n{dumps(report, indent=None)}")
            raise
        counts[True] += 1

    try:
        law()
    except Exception:
        # Hypothesis ends with the smallest report that fails.
        return Outcome(form.name, format, counts[True], failures[-1])
    return Outcome(form.name, format, counts[True])


def prove(examples: int, formats: Sequence[str], processes: int = 2) -> Sequence[Outcome]:
    """The outcome of every form in every format, shared among processes."""
    pairs = [(form, format) for format in formats for form in FORMS]
    with get_context("spawn").Pool(processes) as pool:
        return pool.map(partial(hold, examples), pairs, chunksize=1)


def main(arguments: Sequence[str]) -> int:
    """Print the table, then what failed; 1 if something did."""
    examples, *formats = arguments or ["1000"]
    outcomes = prove(int(examples), formats or PRINTED)
    for outcome in outcomes:
        verdict = "FAILED" if outcome.failure else ""
        print(f"{outcome.format:<10}{outcome.form:<30}{outcome.count:>7}  {verdict}")
    failures = [outcome for outcome in outcomes if outcome.failure]
    for outcome in failures:
        print(f"\n{outcome.format}, {outcome.form}\n{outcome.failure}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
