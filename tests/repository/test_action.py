"""``action.yml``: the steps are run in bash, as GitHub would, with what a workflow may give."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govdisclosure.cli._commands import command_parser
from tests.support.paths import ROOT
from tests.support.pip import skip_without_index
from tests.support.unmeasured import unmeasured

yaml = pytest.importorskip("yaml")
BASH = shutil.which("bash") or pytest.skip("there is no bash", allow_module_level=True)

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
INPUTS = ACTION["inputs"]
INSTALL, CHECK = [step for step in ACTION["runs"]["steps"] if "run" in step]
BROKEN, SOUND = "docs/examples/xikou-2023-broken.txt", "docs/examples/xikou-2023.txt"
COUNTY, BODIES = "docs/examples/county/qinghe-2023.txt", "docs/examples/county/bodies"


def step(
    one: dict[str, Any], inputs: dict[str, str], packages: Path = ROOT / "src"
) -> "subprocess.CompletedProcess[str]":
    """A step of the action, run with some inputs; the others are as the action has them."""
    values = {
        "${{ steps.python.outputs.python-path }}": sys.executable,
        "${{ runner.temp }}/govdisclosure": str(packages),
        **{f"${{{{ inputs.{n} }}}}": inputs.get(n, INPUTS[n].get("default", "")) for n in INPUTS},
    }
    given = {name: values[expression] for name, expression in one["env"].items()}
    # A package that is installed elsewhere would be measured as a second one, hardly run.
    env = unmeasured() | {"LC_ALL": "C.UTF-8", "GITHUB_ACTION_PATH": str(ROOT)} | given
    command = [BASH, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", one["run"]]
    return subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True)


def test_nothing_that_a_workflow_gives_stands_in_a_script() -> None:
    assert "${{" not in INSTALL["run"] + CHECK["run"]


def test_every_input_reaches_the_check_and_all_but_files_and_sarif_are_options_of_it() -> None:
    expressions = [e for e in CHECK["env"].values() if "inputs." in e]
    assert expressions == [f"${{{{ inputs.{name} }}}}" for name in INPUTS]
    assert all(f"${name}" in CHECK["run"] for name in CHECK["env"] if name != "PYTHONPATH")
    options = {o for a in command_parser("check", "en")._actions for o in a.option_strings}
    assert {f"--{name}" for name in INPUTS if name not in ("files", "sarif")} <= options


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"files": BROKEN}, 1),
        ({"files": SOUND}, 0),
        ({"files": f"{SOUND}\n\n{BROKEN}\n"}, 1),
        ({"files": "docs/examples/xikou-*.txt"}, 1),
        ({"files": BROKEN, "fail-on": "warning", "preset": "form", "blanks": "zero"}, 1),
        ({"files": SOUND, "fail-on": "info", "require-complete": "true"}, 0),
        ({"files": COUNTY, "subordinates": f"{BODIES}\n"}, 0),
        ({"files": COUNTY, "subordinates": f"{SOUND}\n\nnone.txt"}, 3),
        ({"files": f"{SOUND}\n{BROKEN}", "subordinates": BODIES}, 2),
        ({"files": COUNTY, "subordinates": "--help"}, 3),
        ({"files": SOUND, "preset": "all"}, 2),
        ({"files": ""}, 2),
        ({"files": "none.txt"}, 3),
    ],
    ids=repr,
)
def test_the_step_fails_as_the_command_does(inputs: dict[str, str], code: int) -> None:
    process = step(CHECK, inputs)
    assert process.returncode == code, process.stderr
    assert ("::error" in process.stdout) == (code in (1, 3))


def test_the_language_is_chosen() -> None:
    process = step(CHECK, {"files": BROKEN, "lang": "zh"})
    assert "“自然人”列" in process.stdout


def test_sarif_is_written_beside_the_annotations(tmp_path: Path) -> None:
    path = tmp_path / "findings.sarif"
    process = step(CHECK, {"files": BROKEN, "sarif": str(path)})
    assert (process.returncode, "::error" in process.stdout) == (1, True)
    assert json.loads(path.read_text("utf-8"))["runs"][0]["results"]


@pytest.mark.parametrize("given", ["$(touch {})", "`touch {}`", "'; touch {}; '", '"; touch {} #'])
def test_no_input_becomes_a_command(tmp_path: Path, given: str) -> None:
    path = tmp_path / "run"
    process = step(CHECK, dict.fromkeys(INPUTS, given.format(path)))
    assert (process.returncode, path.exists()) == (2, False)


def test_no_file_becomes_an_option() -> None:
    process = step(CHECK, {"files": f"--help\n{SOUND}"})
    assert process.returncode == 3
    assert "--help" in process.stdout


@pytest.mark.slow
def test_the_action_installs_itself_from_its_own_checkout(tmp_path: Path) -> None:
    installed = step(INSTALL, {}, packages=tmp_path)
    skip_without_index(installed.returncode, installed.stderr)
    assert installed.returncode == 0, installed.stderr
    [version] = tmp_path.glob("govdisclosure-*.dist-info")
    assert re.search(r"-\d", version.name)
    assert step(CHECK, {"files": BROKEN}, packages=tmp_path).returncode == 1
