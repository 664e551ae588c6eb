"""Measuring side by side: interleaved repeats in one process, medians.

Times depend on the machine and are never asserted; a ratio in one run says something.
They are processor times, since a process that waits for others to finish says nothing.
"""

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import process_time

from attrs import frozen

Task = Callable[[], object]


@frozen
class Effort:
    """How often everything is measured, and how long a single measurement takes at least."""

    repeats: int = 25
    seconds: float = 0.01


def side_by_side(tasks: Mapping[str, Task], effort: Effort = Effort()) -> dict[str, float]:
    """Median seconds of one run of each task, the tasks taking turns."""
    loops = {name: _loops(task, effort) for name, task in tasks.items()}
    seen: dict[str, list[float]] = {name: [] for name in tasks}
    gc.collect()
    gc.disable()
    try:
        for _ in range(effort.repeats):
            for name, task in tasks.items():
                seen[name].append(_seconds(task, loops[name]) / loops[name])
    finally:
        gc.enable()
    return {name: median(times) for name, times in seen.items()}


def _loops(task: Task, effort: Effort) -> int:
    for _ in range(3):  # what is generated or cached is so by then
        task()
    once = _seconds(task, 1)
    return max(1, int(effort.seconds / max(once, 1e-9)))


def _seconds(task: Task, times: int) -> float:
    start = process_time()
    for _ in range(times):
        task()
    return process_time() - start
