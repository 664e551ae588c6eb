"""Work in other processes: what crashes, hangs or dies costs its own item and no other."""

import os
import signal
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.files import Lost, in_workers
from govdisclosure.files._workers import AHEAD

ENOUGH = 60.0


def work(item: str) -> str:
    """What an item asks for: this runs in another process."""
    match item.partition(" "):
        case "raise", _, _:
            raise ValueError("bad item")
        case "memory", _, _:
            raise MemoryError
        case "deep", _, _:
            return work(item)
        case "exit", _, code:
            sys.exit(int(code))
        case "die", _, _:
            os.kill(os.getpid(), signal.SIGKILL)
        case "sleep", _, seconds:
            time.sleep(float(seconds))
        case "unpicklable", _, _:
            return lambda: item  # type: ignore[return-value]
        case "big", _, _:
            return "x" * 10_000_000
        case "nothing", _, _:
            return None  # type: ignore[return-value]
        case "touch", _, path:
            Path(path).touch()
    return item.upper()


def results_of(*items: str, jobs: int = 2, limit: float = ENOUGH) -> list[Any]:
    """Results in order; of a lost one the key of the reason."""
    with closing(in_workers(work, items, jobs=jobs, limit=limit)) as results:
        return [r.why.key if isinstance(r, Lost) else r for r in results]


def test_results_come_in_the_order_of_the_items() -> None:
    assert results_of("sleep 0.5", "b", "c", "d", "e") == ["SLEEP 0.5", "B", "C", "D", "E"]


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_raises_or_dies_costs_its_own_item_only(jobs: int) -> None:
    items = ("a", "raise", "memory", "b", "die", "exit 3", "unpicklable", "c", "nothing")
    failed, died = "reader_failed", "reader_died"
    assert results_of(*items, jobs=jobs) == ["A", failed, failed, "B", died, died, died, "C", None]


def test_a_bottomless_recursion_costs_its_own_item_only() -> None:
    assert results_of("deep", "a") == ["reader_failed", "A"]


@pytest.mark.slow
def test_what_takes_too_long_is_given_up_and_the_rest_goes_on() -> None:
    assert results_of("sleep 600", "a", "sleep 600", "b", jobs=1, limit=1.0) == [
        "too_slow",
        "A",
        "too_slow",
        "B",
    ]


@pytest.mark.slow
def test_the_time_of_an_item_does_not_count_the_coming_up_of_its_process() -> None:
    with closing(in_workers(SlowToCome(), ["a"], jobs=1, limit=1.0)) as results:
        assert list(results) == ["A"]


class SlowToCome:
    """``work``, for which a process needs longer to come up than an item may take."""

    def __reduce__(self) -> tuple[Any, ...]:
        return come_slowly, ()

    def __call__(self, item: str) -> str:
        raise AssertionError("this is never called here")


def come_slowly() -> Any:
    time.sleep(2)
    return work


def test_a_lost_item_says_what_happened_and_where() -> None:
    [result] = in_workers(work, ["raise"], jobs=1, limit=ENOUGH)
    assert isinstance(result, Lost)
    assert result.why.params["what"].startswith("ValueError: bad item, test_workers.py:")


def test_results_larger_than_any_pipe_come_through() -> None:
    assert [len(result) for result in results_of("big", "big", "a")] == [10_000_000, 10_000_000, 1]


@pytest.mark.slow
def test_few_items_are_begun_before_the_oldest_is_done(tmp_path: Path) -> None:
    paths = [tmp_path / str(n) for n in range(AHEAD + 10)]
    items = ["sleep 600", *(f"touch {path}" for path in paths)]
    with closing(in_workers(work, items, jobs=2, limit=1.5)) as results:
        assert isinstance(next(results), Lost)  # only then may more be begun
        assert sum(path.exists() for path in paths) < AHEAD
        assert len(list(results)) == len(paths)


def test_no_item_needs_no_process() -> None:
    assert results_of() == []


def test_processes_end_when_nobody_wants_their_results(tmp_path: Path) -> None:
    with closing(
        in_workers(partial(report_pid, tmp_path), [0, 1], jobs=2, limit=ENOUGH)
    ) as results:
        assert next(results) == 0
    for path in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(path.name), 0)


def report_pid(folder: Path, item: int) -> int:
    Path(folder, str(os.getpid())).touch()
    time.sleep(600 * item)
    return item
