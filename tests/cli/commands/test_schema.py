"""``schema``: each schema as it was published, and nothing else."""

import pytest

from govdisclosure.cli.main import main
from tests.support.paths import ROOT


@pytest.mark.parametrize("name", ["report", "findings", "comparison"])
def test_the_schema_is_printed_as_published(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["schema", name]) == 0
    published = ROOT / "schemas" / f"{name}.schema.json"
    assert capsys.readouterr() == (published.read_text("utf-8"), "")


def test_a_schema_that_there_is_not_is_wrong_usage_and_the_nearest_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["schema", "reprot-2021", "--lang", "en"])
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith('there is no "reprot-2021"; is it report-2021?\n')
