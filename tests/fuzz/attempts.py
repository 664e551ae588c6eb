"""Mutants of good files, each read or refused.

Every format is met as often as any other. What is neither read nor refused, takes longer than
5 seconds or more memory than 400 MB is kept as a file under its seed, and the exit code is 1.
"""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from attrs import frozen

from govdisclosure.files import Lost, in_workers
from govdisclosure.i18n import ENGLISH
from tests.fuzz.mutants import mutant, seeds
from tests.fuzz.trials import SECONDS, Trial, bound_memory, trial

WAIT = 12 * SECONDS
"""Seconds by the clock after which a process is killed, which may have to share its processor."""

_bounded: list[int] = []


def attempt(seed: int, number: int) -> Trial:
    """A mutant through the library, in a process that may not take more memory than a trial."""
    if not _bounded:
        seeds()
        bound_memory()
        _bounded.append(number)
    return trial(mutant(seed, number).data)


@frozen
class Attempt:
    """A mutant by its number, and how it fared: ``failure`` is empty if it was read or refused."""

    number: int
    format: str
    failure: str
    outcome: str
    seconds: float


def attempts(numbers: Sequence[int], seed: int, jobs: int) -> Iterator[Attempt]:
    """How some mutants fare, in the order of their numbers."""
    work = partial(attempt, seed)
    formats = sorted({one.format for one in seeds()})
    with closing(in_workers(work, numbers, jobs=jobs, limit=WAIT)) as results:
        for number, result in zip(numbers, results, strict=True):
            format = formats[number % len(formats)]
            if isinstance(result, Lost):
                yield Attempt(number, format, result.why.render(ENGLISH), "failed", 0.0)
            else:
                failure = f"{result.seconds:.1f} s" if result.seconds > SECONDS else ""
                outcome = "failed" if failure else result.outcome.partition(":")[0]
                yield Attempt(number, format, failure, outcome, result.seconds)


def main() -> int:
    """Run the mutants, keep those that fail, print a table."""
    parser = ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    options = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    slowest: dict[str, float] = {}
    numbers = range(options.first, options.first + options.count)
    for one in attempts(numbers, options.seed, options.jobs):
        counts[one.format, one.outcome] += 1
        slowest[one.format] = max(slowest.get(one.format, 0.0), one.seconds)
        if one.failure:
            options.keep.mkdir(exist_ok=True)
            path = options.keep / f"{options.seed}-{one.number}.{one.format}"
            path.write_bytes(mutant(options.seed, one.number).data)
            print(f"{path}: {one.failure}", flush=True)
    print(f"{'format':10}{'read':>8}{'refused':>9}{'failed':>8}{'slowest, s of CPU':>20}")
    for format, seconds in sorted(slowest.items()):
        read, refused, failed = (counts[format, o] for o in ("read", "refused", "failed"))
        print(f"{format:10}{read:8,}{refused:9,}{failed:8,}{seconds:20.2f}")
    return int(any(outcome == "failed" for _, outcome in counts))
