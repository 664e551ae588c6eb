"""Measuring side by side: interleaved repeats in one process, medians, ratios to the first.

Times depend on the machine and are never asserted; a ratio in one run is.
"""

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

REPEATS = 15
LEAST_SECONDS = 0.02
"""A single measurement runs as often as fills this time."""


def side_by_side(tasks: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Median seconds of one run of each task, the tasks taking turns."""
    loops = {name: _loops(task) for name, task in tasks.items()}
    seen: dict[str, list[float]] = {name: [] for name in tasks}
    gc.disable()
    try:
        for _ in range(REPEATS):
            for name, task in tasks.items():
                seen[name].append(_seconds(task, loops[name]) / loops[name])
    finally:
        gc.enable()
    return {name: median(times) for name, times in seen.items()}


def table(title: str, times: Mapping[str, float]) -> str:
    """The times as ratios to the first task, in Markdown."""
    base = next(iter(times.values()))
    rows = [
        f"| {name} | {seconds * 1e6:,.0f} µs | {seconds / base:.2f} |"
        for name, seconds in times.items()
    ]
    return "\n".join([f"| {title} | median | ratio |", "|---|---|---|", *rows])


def _loops(task: Callable[[], object]) -> int:
    task()
    once = _seconds(task, 1)
    return max(1, int(LEAST_SECONDS / max(once, 1e-9)))


def _seconds(task: Callable[[], object], times: int) -> float:
    start = perf_counter()
    for _ in range(times):
        task()
    return perf_counter() - start
