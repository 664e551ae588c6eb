"""The examples of the documents do what they say, run as a reader would run them."""

import csv
import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from http.server import HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.error import HTTPError

import pytest

from docs.examples.endpoint import Endpoint
from govdisclosure import EDITION_2021, Verdict, check, dumps, read, to_dict
from govdisclosure.analysis import CellRow
from govdisclosure.files import inputs
from tests.support.examples import sheet
from tests.support.forms import published
from tests.support.paths import ROOT

EXAMPLES = ROOT / "docs" / "examples"
COUNTY = EXAMPLES / "county"
SHEET = EXAMPLES / "cells.xlsx"
REPORTS = [*EXAMPLES.glob("xikou-202?.txt"), *COUNTY.rglob("*.txt")]


def run(name: str, *arguments: object, cwd: Path) -> str:
    process = process_of(name, *arguments, cwd=cwd)
    assert (process.returncode, process.stderr) == (0, "")
    return process.stdout


def process_of(name: str, *arguments: object, cwd: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(EXAMPLES / name), *map(str, arguments)]
    path = os.pathsep.join(map(os.path.abspath, sys.path))  # what is imported here is there, too
    env = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, capture_output=True, cwd=cwd, env=env, encoding="utf-8")


# An endpoint


@pytest.fixture
def address() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Endpoint)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server logs to standard error; without a proxy of the machine's."""
    monkeypatch.setattr(Endpoint, "log_message", lambda *_: None)
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def post(address: str, body: bytes) -> tuple[int, Any]:
    try:
        with urllib.request.urlopen(address, data=body, timeout=30) as answer:
            return answer.status, json.load(answer)
    except HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


@pytest.mark.parametrize("name", ["xikou-2023.txt", "xikou-2023-broken.txt"])
def test_an_endpoint_answers_with_what_a_check_comes_to(address: str, name: str) -> None:
    report = read(EXAMPLES / name).report
    status, answer = post(address, dumps(report).encode())
    assert (status, answer) == (200, json.loads(json.dumps(to_dict(check(report)))))
    assert published("findings#CheckResult")(answer)


@pytest.mark.parametrize("body", [b"{}", b"", b"\xff", b"[" * 100_000, b'{"year": 2023}'])
def test_an_endpoint_says_what_is_wrong_with_what_is_no_report(address: str, body: bytes) -> None:
    status, answer = post(address, body)
    assert status == 422
    assert answer.keys() == {"error"}


# A folder


def test_a_folder_is_read_checked_measured_and_made_a_table(tmp_path: Path) -> None:
    out = run("folder.py", COUNTY, "cells.csv", cwd=tmp_path)
    names = [read(path).report.issuer.name for path in inputs([str(COUNTY)]).files]
    assert [line.split()[:3] for line in out.splitlines()] == [[n, "2023", "passed"] for n in names]
    with (tmp_path / "cells.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert (tuple(header), len(rows)) == (CellRow._fields, 200 * len(names))


# A spreadsheet


def test_a_spreadsheet_becomes_reports_on_the_form(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    out = run("spreadsheet.py", SHEET, "forms/2023", cwd=tmp_path)
    bodies = [read(path).report for path in sorted((COUNTY / "bodies").iterdir())]
    assert out.count("passed") == len(bodies)
    for report in bodies:
        again = read(tmp_path / "forms" / "2023" / f"{report.issuer.name}-2023.docx").report
        assert dict(again.cells()) == dict(report.cells())


def test_the_spreadsheet_has_the_cells_of_the_bodies_of_the_county() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    assert [*openpyxl.load_workbook(SHEET).active.values] == [*sheet()]


def test_a_spreadsheet_with_a_cell_that_no_form_has_is_refused_in_words(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for line in (["单位", "年度", "备注", "单元格", "数值"], ["甲县", 2023, "", "/none", 1]):
        book.active.append(line)
    book.save(tmp_path / "cells.xlsx")
    process = process_of("spreadsheet.py", "cells.xlsx", "forms", cwd=tmp_path)
    assert (process.returncode, process.stdout, "Traceback" in process.stderr) == (1, "", False)
    assert "/none" in process.stderr


# Reports


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_report_is_read_whole_and_adds_up(path: Path) -> None:
    reading = read(path)
    assert (reading.unplaced, reading.findings) == ((), ())
    assert EDITION_2021.is_form_of(reading.report)
    result = check(reading)
    assert (result.findings, result.complete) == ((), True)


def test_two_consecutive_years_of_one_body_carry_over() -> None:
    last, this = (read(EXAMPLES / f"xikou-{year}.txt").report for year in (2022, 2023))
    result = check(this, previous=last)
    assert (result.findings, result.complete) == ((), True)
    over_years = {r.rule.id for r in result.results if r.rule.scope == "years"}
    passed = {r.rule.id for r in result.results if r.verdict is Verdict.PASS}
    assert {"QUAL-REQ-CARRY-OVER", "QUAL-DISC-IN-FORCE"} <= over_years & passed


def test_four_bodies_of_a_county_add_up_to_it() -> None:
    county = read(COUNTY / "qinghe-2023.txt").report
    bodies = [read(path).report for path in sorted((COUNTY / "bodies").iterdir())]
    result = check(county, subordinates=bodies)
    assert (len(bodies), result.findings, result.complete) == (4, (), True)
    sums = [r.verdict for r in result.results if r.rule.id == "QUAL-SUM-OF-BODIES"]
    assert set(sums) == {Verdict.PASS}
    wrong = county.replace({"/requests/received/total": 1})
    rules = {finding.rule_id for finding in check(wrong, subordinates=bodies).findings}
    assert "QUAL-SUM-OF-BODIES" in rules
