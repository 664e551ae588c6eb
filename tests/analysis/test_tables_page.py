"""The page about tables of cells: its code for pandas does what the page says."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from govdisclosure import read
from govdisclosure.cli.main import main
from tests.support.examples import EXAMPLES
from tests.support.paths import ROOT

PAGE = (ROOT / "docs" / "tables.md").read_text("utf-8")
[CODE] = re.findall(r"```python\n(import pandas\n.*?)```", PAGE, re.S)
FILES = [str(EXAMPLES / name) for name in ("report-2019.json", "report-2021.json")]


def test_pandas_gives_the_reports_back_and_each_cell_one_meaning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pandas")
    table = tmp_path / "cells.csv"
    assert main(["read", *FILES, "--format", "cells-csv", "-o", str(table), "-q"]) == 0
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "dictionary.csv", tmp_path / "docs")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    exec(CODE, names)
    reports = [read(file).report for file in FILES]
    assert [(dict(report.cells()), report.cell_notes) for report in names["reports"]] == [
        (dict(report.cells()), report.cell_notes) for report in reports
    ]
    cells, meanings = names["cells"], names["meanings"]
    assert list(meanings.pointer) == list(cells.pointer)
    assert not meanings.row_zh.isna().any()
