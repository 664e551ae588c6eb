"""``schema``: each schema as it was published, and nothing else."""

import pytest

from govdisclosure.cli.main import main
from tests.support.paths import ROOT


@pytest.mark.parametrize("name", ["report", "findings", "comparison"])
def test_the_schema_is_printed_as_published(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["schema", name]) == 0
    published = ROOT / "schemas" / f"{name}.schema.json"
    assert capsys.readouterr() == (published.read_text("utf-8"), "")


def test_a_schema_that_there_is_not_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "nonsense"]) == 2
    out, err = capsys.readouterr()
    assert (out, "report-2021" in err) == ("", True)
