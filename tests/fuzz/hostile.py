"""Large files made to waste time or memory: ``python -m tests.fuzz.hostile`` measures them.

Each holds a report (what is none is refused early) and around a megabyte of one thing.
"""

import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz import filling
from tests.fuzz.hostile_html import HTML
from tests.fuzz.hostile_json import JSON
from tests.fuzz.hostile_office import DOCX, XLSX
from tests.fuzz.hostile_pdf import PDF
from tests.fuzz.hostile_text import MARKDOWN, WORDS
from tests.support.unmeasured import unmeasured

KINDS = {
    "html": HTML, "txt": WORDS, "md": MARKDOWN, "docx": DOCX, "xlsx": XLSX, "pdf": PDF, "json": JSON
}  # fmt: skip


def measure(path: Path, limit: int) -> tuple[float, int, str]:
    """Seconds of CPU and megabytes that a file takes in a process of its own, and how it fares."""
    command = [sys.executable, "-m", "tests.fuzz.trials", str(path), str(limit)]
    # Under coverage all takes three times as long: that is no cost of the file's.
    done = subprocess.run(command, capture_output=True, text=True, env=unmeasured())
    if done.returncode:
        return float(limit), 0, f"died: {done.stderr.strip()[-150:]}"
    seconds, peak, outcome = done.stdout.strip().split("\t")
    return float(seconds), int(peak), outcome


def main() -> None:
    """Make the files, measure each, print seconds and peaks."""
    parser = ArgumentParser(prog="python -m tests.fuzz.hostile")
    parser.add_argument("names", nargs="*", help="those whose names hold one: html, spaces")
    parser.add_argument("--limit", type=int, default=30, help="seconds of CPU")
    parser.add_argument("--size", type=int, default=filling.SIZE, help="bytes, about")
    options = parser.parse_args()
    filling.SIZE = options.size
    every = {f"{kind}: {name}": make for kind, all in KINDS.items() for name, make in all.items()}
    with TemporaryDirectory() as folder:
        path = Path(folder, "file")
        for name, make in every.items():
            if not options.names or any(part in name for part in options.names):
                path.write_bytes(make())
                seconds, peak, outcome = measure(path, options.limit)
                print(f"{seconds:7.2f} s {peak:5} MB  {name}: {outcome}", flush=True)


if __name__ == "__main__":
    main()
