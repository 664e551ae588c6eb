"""What takes a process of its own: starting, and a hundred thousand reports one by one."""

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from attrs import frozen

from govdisclosure.codec import dumps
from govdisclosure.model import OfficialReport
from govdisclosure.rules import check
from tests.benchmarks.documents import real
from tests.benchmarks.ours import reader
from tests.support.paths import ROOT

_MAIN = "from govdisclosure.cli.main import main; "

STARTS = {
    "a bare interpreter": "pass",
    "argparse and json": "import argparse, json",
    "`--help`": f"{_MAIN}main(['--help'])",
    "`--version`": f"{_MAIN}main(['--version'])",
    "`schema`": f"{_MAIN}main(['schema'])",
    "import attrs": "import attrs",
    "import of the model": "import govdisclosure.model",
    "`check` of one JSON report": f"{_MAIN}main(['check', {{file!r}}])",
}
"""The first is what the others are compared with."""


def starting(report: OfficialReport, repeats: int) -> dict[str, float]:
    """Median seconds of processor time that each process takes, taking turns."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        file.write_text(dumps(report), "utf-8")
        seen: dict[str, list[float]] = {name: [] for name in STARTS}
        # As after an install: bytecode is there. The first round writes it, and does not count.
        bytecode = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(folder, "pyc"))}
        for _ in range(1 + repeats):
            for name, program in STARTS.items():
                code = program.replace("{file!r}", repr(str(file)))
                seen[name].append(_processor_time([sys.executable, "-c", code], bytecode))
    return {name: median(times[1:]) for name, times in seen.items()}


def _processor_time(command: Sequence[str], settings: Mapping[str, str]) -> float:
    # Processor time, since a process that waits for others to finish says nothing.
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    environment = {**os.environ, **settings, "PYTHONPATH": paths}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@frozen
class Streamed:
    """So many reports, a line each, in one process: processor seconds, and its most memory."""

    seconds: float
    megabytes: float


def streaming(way: str, count: int) -> Streamed:
    """Read and check as many lines in a process of its own; ``parse`` only parses them."""
    command = [sys.executable, "-m", "tests.benchmarks.processes", way, str(count)]
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    done = subprocess.run(
        command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": paths}
    )
    return Streamed(*json.loads(done.stdout))


def lines(count: int) -> Iterator[bytes]:
    """JSON Lines: a hundred real reports that differ in their numbers, over and over."""
    report = real()
    texts = [
        dumps(one, indent=None).encode()
        for year in range(2008, 2108)
        for one in [report.replace({"/year": year, "/title": f"{year}年" * (1 + year % 9)})]
    ]
    for number in range(count):
        # A copy, as if it had just been read.
        yield bytes(memoryview(texts[number % len(texts)]))


def _work(way: str) -> Callable[[bytes], object]:
    if way == "parse":
        try:
            import orjson
        except ImportError:
            return json.loads
        return orjson.loads
    load = reader(way)
    return lambda raw: check(load(raw), preset="form").passed


def _main(way: str, count: int) -> None:
    work = _work(way)
    for raw in lines(10):
        work(raw)
    stream = lines(count)
    start = process_time()  # the others in the table have their turns at other times
    for raw in stream:
        work(raw)
    seconds = process_time() - start
    print(json.dumps([seconds, _peak()]))


def _peak() -> float:
    """The most memory that this process had, in megabytes."""
    try:
        status = Path("/proc/self/status").read_text("utf-8")
    except OSError:  # not Linux
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    # ru_maxrss would start with what the process had that started this one.
    return int(re.search(r"VmHWM:\s*([0-9]+)", status)[1]) / 1024  # type: ignore[index]


if __name__ == "__main__":
    _main(sys.argv[1], int(sys.argv[2]))
