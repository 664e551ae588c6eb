"""One file through the library: read, checked, written again, or refused with the reason."""

import re
import resource
import sys
from pathlib import Path

from attrs import frozen

from govdisclosure import check, dumps, loads, read
from govdisclosure.errors import InvalidReportError, NotAReportError, ReadError
from govdisclosure.i18n import CHINESE, ENGLISH

SECONDS = 5.0
"""Of a processor, that a file may take."""

BYTES = 400_000_000
"""Of memory, that a file may take."""

REFUSALS = (ReadError, NotAReportError, InvalidReportError)
"""All that a caller need expect of data."""


@frozen
class Trial:
    """How a file fared: read, or the reason for refusing it; and seconds of CPU that it took."""

    outcome: str
    seconds: float


def bound_memory(amount: int = BYTES) -> None:
    """Let this process have so many bytes more than it has now."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + amount
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def trial(data: bytes) -> Trial:
    """Read a file, check it and write it again; anything but a refusal is raised."""
    start = _seconds()
    try:
        report = loads(data) if data.lstrip()[:1] == b"{" else read(data).report
        for finding in check(report).findings:
            finding.render(CHINESE)
        dumps(report)
        outcome = "read"
    except InvalidReportError as problem:
        outcome = "refused: " + problem.findings[0].render(ENGLISH)
    except (ReadError, NotAReportError) as problem:
        outcome = "refused: " + problem.message.render(ENGLISH)
    return Trial(outcome, _seconds() - start)


def _seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":  # a process for one file: its peak is that of the file
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]), int(sys.argv[2])))
    result = trial(Path(sys.argv[1]).read_bytes())
    status = Path("/proc/self/status").read_text()  # getrusage tells the parent's peak, too
    [peak] = re.findall(r"VmHWM:\s*(\d+) kB", status)
    print(f"{result.seconds:.2f}\t{int(peak) // 1024}\t{result.outcome[:90]}")
