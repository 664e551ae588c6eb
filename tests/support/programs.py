"""Programs in other languages, run from their sources; a test that finds no compiler skips."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.support.paths import ROOT

GO_PATH = Path(os.environ.get("GOVDISCLOSURE_GOPATH", "/usr/share/gocode"))
"""Where Debian's packages have sources in Go."""


def go(source: Path, *arguments: str | Path, lines: Iterable[str] = (), code: int = 0) -> list[str]:
    """The lines that a program in Go prints before it ends with an exit code."""
    package = "github.com/xeipuuv/gojsonschema"
    if package in source.read_text("utf-8") and not (GO_PATH / "src" / package).is_dir():
        pytest.skip(f"{package} is not below {GO_PATH}/src: set GOVDISCLOSURE_GOPATH")
    environment = {"GO111MODULE": "off", "GOPATH": str(GO_PATH), "GOFLAGS": ""}
    with TemporaryDirectory() as folder:
        program = Path(folder, source.stem)  # `go run` would make every exit code a 1
        _printed([_path_of("go"), "build", "-o", program, source], (), environment)
        return _printed([program, *arguments], lines, code=code)


def java(
    source: Path, *arguments: str | Path, lines: Iterable[str] = (), code: int = 0
) -> list[str]:
    """The lines that a program in Java prints, in one file; to run it takes a JDK."""
    _path_of("javac")
    return _printed([_path_of("java"), source, *arguments], lines, code=code)


def node(*arguments: str | Path, lines: Iterable[str] = (), modules: str = "") -> list[str]:
    """The lines that JavaScript prints, which may ask for the modules of a folder."""
    return _printed([_path_of("node"), *arguments], lines, {"NODE_PATH": modules})


def _path_of(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not installed")
    return path


def _printed(
    command: list[str | Path],
    lines: Iterable[str],
    environment: Mapping[str, str] | None = None,
    code: int = 0,
) -> list[str]:
    process = subprocess.run(
        command,
        cwd=ROOT,
        input="".join(f"{line}\n" for line in lines),
        env={**os.environ, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert process.returncode == code, process.stderr[-2000:]
    return process.stdout.splitlines()
