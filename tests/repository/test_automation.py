"""The page about checks that run by themselves: what its examples ask for is there."""

import re
from typing import Any

import pytest

from govdisclosure.cli.main import main
from tests.support.examples import EXAMPLES
from tests.support.paths import ROOT

yaml = pytest.importorskip("yaml")

PAGE = (ROOT / "docs" / "automation.md").read_text("utf-8")
WORKFLOW, STEPS, HOOKS = map(yaml.safe_load, re.findall(r"```yaml\n(.*?)```", PAGE, re.S))
INPUTS = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]


def steps_of_ours() -> list[dict[str, Any]]:
    """The steps that use our action."""
    steps = [*WORKFLOW["jobs"]["check"]["steps"], *STEPS["steps"]]
    return [step for step in steps if step["uses"].startswith("OWNER/REPO@")]


def test_the_workflows_give_inputs_that_the_action_has() -> None:
    inputs = [step["with"] for step in steps_of_ours()]
    assert [[name for name in one if name not in INPUTS] for one in inputs] == [[], []]
    assert all(one["files"] for one in inputs)


def test_what_is_uploaded_is_what_the_action_writes() -> None:
    checkout, check, upload = WORKFLOW["jobs"]["check"]["steps"]
    assert checkout["uses"].startswith("actions/checkout@")
    assert upload["with"] == {"sarif_file": check["with"]["sarif"]}
    assert f"hashFiles('{check['with']['sarif']}')" in upload["if"]


def test_the_hook_is_ours_and_takes_its_arguments() -> None:
    [one] = HOOKS["repos"]
    [hook] = one["hooks"]
    [ours] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["id"] == ours["id"]
    assert re.search(hook["files"], "reports/2023/county.docx")
    assert not re.search(hook["files"], "docs/county.docx")
    files = [str(EXAMPLES / f"report-{edition}.json") for edition in ("2019", "2021")]
    assert main(["check", *hook["args"], *files]) == 0
