"""Packages of npm, for the tests that run in node."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.paths import ROOT

FOLDER = "GOVDISCLOSURE_AJV"
"""The variable that names a folder with ``node_modules``."""


def folder_with(package: str, module: str = "") -> str:
    """The folder from which node finds a package: the one named, or this repository; else skip."""
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    folder = os.environ.get(FOLDER) or str(ROOT)
    name = json.dumps(module or package)
    probe = f"require('module').createRequire({json.dumps(folder + '/')})({name})"
    if subprocess.run(["node", "-e", probe], capture_output=True, check=False).returncode:
        reason = f"set {FOLDER} to a folder with node_modules/{package}"
        pytest.skip(f"{package} is not installed: {reason}")
    return folder


def run(script: Path, *arguments: str | Path) -> str:
    """What a script prints that found nothing to complain about."""
    process = subprocess.run(
        ["node", script, *arguments], capture_output=True, encoding="utf-8", check=False
    )
    assert process.stderr == ""
    return process.stdout
