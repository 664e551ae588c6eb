"""``.pre-commit-hooks.yaml``: the hook takes every file that can be read, and is run."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from govdisclosure.cli.main import main
from govdisclosure.files._formats import FORMATS
from tests.support.paths import ROOT
from tests.support.pip import skip_without_index

yaml = pytest.importorskip("yaml")

[HOOK] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
EXAMPLES = [("xikou-2023.txt", 0), ("xikou-2023-broken.txt", 1)]


@pytest.mark.parametrize("end", [*FORMATS, ".pdf"])
def test_the_hook_takes_every_file_that_can_be_read(end: str) -> None:
    assert re.search(HOOK["files"], f"reports/2023{end}")
    assert re.search(HOOK["files"], f"reports/2023{end.upper()}")
    assert not re.search(HOOK["files"], f"reports/2023{end}.py")


@pytest.mark.parametrize(("name", "code"), EXAMPLES)
def test_the_hook_runs_the_check(name: str, code: int) -> None:
    program, *arguments = shlex.split(HOOK["entry"])
    assert (HOOK["id"], program) == ("govdisclosure", "govdisclosure")
    assert main([*arguments, str(ROOT / "docs" / "examples" / name)]) == code


@pytest.mark.slow
def test_pre_commit_installs_and_runs_the_hook(tmp_path: Path) -> None:
    pytest.importorskip("pre_commit")
    if not (ROOT / ".git").exists():
        pytest.skip("this is no repository")
    command = [sys.executable, "-m", "pre_commit", "try-repo", ".", HOOK["id"], "--files"]
    env = os.environ | {"PRE_COMMIT_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    for name, code in EXAMPLES:
        process = subprocess.run(
            [*command, f"docs/examples/{name}"], cwd=ROOT, env=env, capture_output=True, text=True
        )
        skip_without_index(process.returncode, process.stdout)
        assert process.returncode == code, process.stdout
        assert ("STAT-REQ-OUTCOMES" in process.stdout) == bool(code)
