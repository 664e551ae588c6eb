"""``check`` with presets, profiles and other reports: what is said, compared and withheld."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from govdisclosure.cli._options import PRESETS, SEVERITIES
from govdisclosure.cli.main import main
from govdisclosure.codec import dumps
from govdisclosure.findings import Severity
from govdisclosure.model import EDITION_2021, AnyReport
from govdisclosure.rules import PRESETS as RULE_PRESETS
from govdisclosure.rules import Preset
from tests.support import cases
from tests.support.command_line import run
from tests.support.forms import published
from tests.support.paths import ROOT

BROKEN = str(ROOT / "docs" / "examples" / "xikou-2023-broken.txt")
BODIES = "QUAL-SUM-OF-BODIES"

Captured = pytest.CaptureFixture[str]


def report(year: int = 2023, number: int = 0, **changes: int) -> AnyReport:
    """A report whose cells are ``number``, of a body of its own; changes are rows of requests."""
    blank = EDITION_2021.blank(year=year, number=number, issuer=f"第{number}单位")
    cells = {f"/requests/{row}/{c}": n for row, n in changes.items() for c in FIRST_AND_TOTAL}
    return blank.replace(cells)


FIRST_AND_TOTAL = ("natural_person", "total")


def save(path: Path, report: AnyReport) -> str:
    path.write_text(dumps(report), "utf-8")
    return str(path)


def check(capsys: Captured, *argv: str) -> tuple[int, Any, str]:
    code = main(["check", *argv, "--format", "json"])
    out, err = capsys.readouterr()
    data = json.loads(out)
    assert published("findings")(data)
    return code, data, err


def lines(capsys: Captured, *argv: str) -> list[str]:
    """What is said of a report, below the line that names it."""
    main(["check", *argv, "--lang", "en"])
    return capsys.readouterr().out.splitlines()[1:]


def not_evaluated(entry: Any) -> set[tuple[str, str]]:
    return {(n["rule_id"], n["reason"]["message_key"]) for n in entry["not_evaluated"]}


def test_the_presets_of_the_command_line_are_those_of_the_rules() -> None:
    assert PRESETS == tuple(RULE_PRESETS) == get_args(Preset)


def test_the_severities_of_the_command_line_are_those_of_findings_the_gravest_first() -> None:
    assert tuple(Severity) == SEVERITIES


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_runs_its_rules_and_is_named(capsys: Captured, preset: str) -> None:
    _, data, _ = check(capsys, BROKEN, "--preset", preset)
    assert data["preset"] == preset
    assert ("QUAL-BLANKS" in data["files"][0]["rules"]) == (preset == "quality")
    assert "STAT-REQ-ROWS" in data["files"][0]["rules"]


def test_a_profile_switches_off_and_regrades_and_is_named(capsys: Captured, tmp_path: Path) -> None:
    profile = tmp_path / "p.toml"
    off = "\n".join(f'"{i}" = "off"' for i in ("STAT-REQ-ROWS", "QUAL-BLANKS"))
    milder = '"STAT-REQ-OUTCOMES" = "warning"\n"STAT-CASE-TOTALS" = "info"'
    profile.write_text(f'name = "mild"\n[rules]\n{off}\n{milder}\n', "utf-8")
    code, data, _ = check(capsys, BROKEN, "--profile", str(profile))
    assert code == 0
    assert data["profile"]["name"] == "mild"
    assert data["profile"]["grades"]["STAT-REQ-ROWS"] == "off"
    assert [(f["rule_id"], f["severity"]) for f in data["files"][0]["findings"]] == [
        ("STAT-REQ-OUTCOMES", "warning"),
        ("STAT-CASE-TOTALS", "info"),
    ]


@pytest.mark.parametrize(
    "content",
    ["[rules", "colour = 1", '[rules]\n"NO-SUCH-RULE" = "off"', '[rules]\n"QUAL-BLANKS" = 1', None],
    ids=["no TOML", "unknown key", "unknown id", "unknown grade", "no file"],
)
def test_a_wrong_profile_is_wrong_usage(
    capsys: Captured, tmp_path: Path, content: str | None
) -> None:
    profile = tmp_path / "p.toml"
    if content is not None:
        profile.write_text(content, "utf-8")
    code = main(["check", BROKEN, "--profile", str(profile)])
    out, err = capsys.readouterr()
    assert (code, out, len(err.splitlines())) == (2, "", 1)


def test_warnings_and_hints_leave_the_exit_code_at_zero(capsys: Captured, tmp_path: Path) -> None:
    last = save(tmp_path / "2022.json", report(2022, carried_out=3, received=3))
    this = save(tmp_path / "2023.json", report(2023))
    code, data, _ = check(capsys, this, "--previous", last)
    assert code == 0
    assert [(f["rule_id"], f["severity"]) for f in data["files"][0]["findings"]] == [
        ("QUAL-REQ-CARRY-OVER-BY-APPLICANT", "info"),
        ("QUAL-REQ-CARRY-OVER", "warning"),
    ]


def test_last_years_report_may_be_text(capsys: Captured, tmp_path: Path) -> None:
    this = save(tmp_path / "2024.json", report(2024).replace({"/issuer/name": "溪口镇人民政府"}))
    previous = str(ROOT / "docs" / "examples" / "xikou-2023.txt")
    _, data, _ = check(capsys, this, "--previous", previous)
    assert data["previous"] == previous
    findings = data["files"][0]["findings"]
    [carried] = [f for f in findings if f["rule_id"] == "QUAL-REQ-CARRY-OVER"]
    operands = [(o["report"], o["pointer"], o["value"]) for o in carried["operands"]]
    assert operands == [
        ("", "/requests/carried_in/total", 0),
        ("previous", "/requests/carried_out/total", 1),
    ]


def test_a_previous_report_that_cannot_be_read_withholds_the_years(
    capsys: Captured, tmp_path: Path
) -> None:
    this = save(tmp_path / "2023.json", report(2023))
    code, data, err = check(capsys, this, "--previous", str(tmp_path / "none"))
    refused, checked = data["files"]
    assert code == 3
    assert refused["error"]["message_key"] == "no_such_file"
    assert ("QUAL-REQ-CARRY-OVER", "previous_unreadable") in not_evaluated(checked)
    assert "QUAL-REQ-CARRY-OVER" in checked["rules"]
    assert checked["findings"] == []
    assert len(err.splitlines()) == 1


def test_a_report_is_compared_with_the_sum_of_its_bodies(capsys: Captured, tmp_path: Path) -> None:
    towns = [save(tmp_path / f"{n}.json", report(number=n)) for n in (1, 2)]
    county = save(tmp_path / "county.json", report(number=3).replace(RECEIVED))
    code, data, _ = check(capsys, county, "--subordinates", *towns, "--preset", "quality")
    findings = [f for f in data["files"][0]["findings"] if f["rule_id"] == BODIES]
    assert code == 1  # the county's own sums do not hold
    assert [(f["left"], f["right"], f["severity"]) for f in findings] == [(7, 3, "info")]
    assert [o["report"] for o in findings[0]["operands"]] == ["", "children/0", "children/1"]
    assert data["children"] == towns


RECEIVED = {"/requests/received/natural_person": 7}


def test_a_directory_gives_every_report_in_it_but_the_checked_one_and_each_once(
    capsys: Captured, tmp_path: Path
) -> None:
    county = save(tmp_path / "county.json", report(number=3))
    towns = [save(tmp_path / f"{n}.json", report(number=n)) for n in (1, 2)]
    (tmp_path / ".hidden").write_text("no report", "utf-8")
    _, data, _ = check(capsys, county, "--subordinates", towns[0], "--subordinates", str(tmp_path))
    assert data["children"] == towns
    assert BODIES not in {f["rule_id"] for f in data["files"][0]["findings"]}
    assert BODIES in data["files"][0]["rules"]


def test_a_body_that_cannot_be_read_withholds_the_whole_sum(
    capsys: Captured, tmp_path: Path
) -> None:
    town = save(tmp_path / "town.json", report(number=1))
    county = save(tmp_path / "county.json", report(number=3))
    broken = tmp_path / "broken.json"
    broken.write_text("{}", "utf-8")
    code, data, _ = check(capsys, county, "--subordinates", town, str(broken))
    refused, checked = data["files"]
    assert code == 3
    assert {f["rule_id"] for f in refused["error"]} == {"JSON-MISSING"}
    assert (BODIES, "children_unreadable") in not_evaluated(checked)
    assert BODIES not in {f["rule_id"] for f in checked["findings"]}
    assert checked["counts"]["not_evaluated"] == len(checked["not_evaluated"])


def test_what_is_no_report_in_a_directory_is_said_to_be_none_and_left_out(
    capsys: Captured, tmp_path: Path
) -> None:
    county = save(tmp_path / "county.json", report(number=3).replace(RECEIVED))
    (tmp_path / "0-readme.txt").write_text("各镇报告。\n", "utf-8")
    towns = [save(tmp_path / f"{n}.json", report(number=n)) for n in (1, 2)]
    code, data, err = check(capsys, county, "--subordinates", str(tmp_path))
    refused, checked = data["files"]
    [finding] = [f for f in checked["findings"] if f["rule_id"] == BODIES]
    operands = [(o["report"], o["value"]) for o in finding["operands"]]
    assert (code, refused["error"]["message_key"]) == (3, "not_a_report")
    assert data["children"] == towns
    assert operands == [("", 7), ("children/0", 1), ("children/1", 2)]
    assert ["of 3 files" in line for line in err.splitlines()] == [False, True]


@pytest.mark.parametrize("named", [True, False])
def test_what_is_no_report_withholds_the_sum_if_it_was_named_or_nothing_else_is_there(
    capsys: Captured, tmp_path: Path, named: bool
) -> None:
    county = save(tmp_path / "county.json", report(number=3))
    below = tmp_path / "towns"
    below.mkdir()
    essay = below / "essay.txt"
    essay.write_text("从前有座山。\n", "utf-8")
    towns = [save(below / "1.json", report(number=1))] if named else []
    names = [*towns, str(essay)] if named else [str(below)]
    _, data, err = check(capsys, county, "--subordinates", *names)
    assert (BODIES, "children_unreadable") in not_evaluated(data["files"][1])
    assert data["children"] == [*towns, str(essay)]
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("twice", ["a town", "the county"])
def test_a_body_that_would_be_added_twice_withholds_the_sum(
    capsys: Captured, tmp_path: Path, twice: str
) -> None:
    county = save(tmp_path / "county.json", report(number=3))
    town = save(tmp_path / "town.json", report(number=1))
    again = save(tmp_path / "again.json", report(number=1 if twice == "a town" else 3))
    _, data, err = check(capsys, county, "--subordinates", town, again)
    [checked] = data["files"]
    reasons = [n["reason"] for n in checked["not_evaluated"] if n["rule_id"] == BODIES]
    assert {reason["message_key"] for reason in reasons} == {"children_repeated"}
    assert ("第1单位" if twice == "a town" else "第3单位") in reasons[0]["message"]["zh"]
    assert BODIES not in {f["rule_id"] for f in checked["findings"]}
    assert err == ""


def test_bodies_without_a_name_are_not_taken_for_the_same(capsys: Captured, tmp_path: Path) -> None:
    nameless = EDITION_2021.blank(year=2023, number=1)
    towns = [save(tmp_path / f"{n}.json", nameless) for n in (1, 2)]
    county = save(tmp_path / "county.json", report(number=2))
    _, data, _ = check(capsys, county, "--subordinates", *towns)
    assert BODIES in data["files"][0]["rules"]
    assert "children_repeated" not in {key for _, key in not_evaluated(data["files"][0])}


@pytest.mark.usefixtures("keys")
def test_what_is_withheld_takes_one_line(capsys: Captured, tmp_path: Path) -> None:
    county = save(tmp_path / "county.json", report().replace(SAID))
    assert lines(capsys, county, "--subordinates", str(tmp_path / "none")) == [
        "  <withheld>",
        "  <counts>",
    ]


SAID = {"/problems_and_improvements": ("人手不足。",)}


def test_bodies_without_a_directory_of_reports_are_wrong_usage(
    capsys: Captured, tmp_path: Path
) -> None:
    assert main(["check", BROKEN, "--subordinates", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--previous", "--subordinates"])
def test_other_reports_go_with_one_report(capsys: Captured, option: str) -> None:
    assert main(["check", BROKEN, BROKEN, option, BROKEN]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.usefixtures("keys")
def test_what_follows_stands_indented_below_its_cause(capsys: Captured, tmp_path: Path) -> None:
    minimal = cases.case(cases.PURE_2021, cases.MINIMAL, cases.MINIMAL_CASES).replace(SAID)
    path = save(tmp_path / "r.json", minimal)
    assert [line.partition("  3.")[0].partition("  4.")[0] for line in lines(capsys, path)] == [
        "  <error> STAT-REQ-OUTCOMES",
        "      <sums_differ>",
        "      <follows> <error> STAT-REQ-OUTCOMES",
        "          <sums_differ>",
        "  <error> STAT-CASE-TOTALS",
        "      <sums_differ>",
        "  <counts>",
        "<explain_hint>",
    ]


@pytest.mark.usefixtures("keys")
def test_an_explanation_stands_once_below_the_first_finding(
    capsys: Captured, tmp_path: Path
) -> None:
    last = save(tmp_path / "last.json", report(2022, carried_out=2, received=2))
    retyped = {f"/requests/{row}/{c}": 2 for row in ROWS for c in ("other_organization", "total")}
    this = save(tmp_path / "this.json", report(2023).replace(retyped | SAID))
    starts = [line.partition("  3.")[0] for line in lines(capsys, this, "--previous", last)]
    assert starts == [
        "  <info> QUAL-REQ-CARRY-OVER-BY-APPLICANT",
        "      <sums_differ>",
        "      <retyped>",
        "      <follows> <info> QUAL-REQ-CARRY-OVER-BY-APPLICANT",
        "          <sums_differ>",
        "  <counts>",
        "<explain_hint>",
    ]


ROWS = ("carried_in", "outcomes/granted", "outcomes/total")


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize("case", [cases.H, cases.J], ids=["H", "J"])
@pytest.mark.parametrize("preset", PRESETS)
def test_blanks_get_one_line(
    capsys: Captured, tmp_path: Path, case: AnyReport, preset: str
) -> None:
    path = save(tmp_path / "r.json", case.replace(SAID))
    keys = [line.strip().split(": ")[-1] for line in lines(capsys, path, "--preset", preset)]
    with_finding = ["<blank_cells>; <if_zero>", "<counts>", "<explain_hint>"]
    assert keys == (with_finding if preset == "quality" else ["<counts>", "<no_number_hint>"])


@pytest.mark.usefixtures("keys")
def test_cells_that_were_not_read_are_counted_beside_the_blank_ones(
    capsys: Captured, tmp_path: Path
) -> None:
    text = Path(BROKEN).read_text("utf-8").replace("| 3 | 1 | 14 |", "| 3 | 约一件 | 14 |")
    path = tmp_path / "r.txt"
    path.write_text(text, "utf-8")
    numbers = [line for line in lines(capsys, str(path)) if "number" in line]
    assert numbers == ["  <no_number_other>"]


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_every_format_names_a_file_that_cannot_be_read(capsys: Captured, form: str) -> None:
    code = main(["check", "no-such-file", BROKEN, "--format", form])
    out, err = capsys.readouterr()
    assert code == 3
    assert "no-such-file" in out
    assert "STAT-REQ-ROWS" in out
    assert len(err.splitlines()) == 1


def test_the_same_is_written_every_time(capsys: Captured) -> None:
    for form in ("text", "json", "sarif", "github"):
        outs = []
        for _ in range(2):
            main(["check", BROKEN, "--format", form])
            outs.append(capsys.readouterr().out)
        assert outs[0] == outs[1] != ""


def test_last_years_report_of_another_body_is_not_compared_and_that_is_said(
    capsys: Captured, tmp_path: Path
) -> None:
    this = save(tmp_path / "this.json", report(2024))
    other = save(tmp_path / "other.json", report(2023).replace({"/issuer/name": "白水县"}))
    _, data, err = check(capsys, this, "--previous", other)
    assert ("QUAL-REQ-CARRY-OVER", "previous_of_another") in not_evaluated(data["files"][0])
    assert err == ""
    main(["check", this, "--previous", other, "--lang", "en"])
    assert "last year's report is by 白水县" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--previous", "--subordinates"])
def test_a_report_that_no_chosen_rule_looks_at_is_said_to_be_of_no_use(
    capsys: Captured, tmp_path: Path, option: str
) -> None:
    this = save(tmp_path / "this.json", report(number=0))
    town = save(tmp_path / "town.json", report(number=0).replace({"/issuer/name": "溪口镇"}))
    _, _, err = check(capsys, this, option, town, "--preset", "form")
    assert f"{option} was of no use" in err
    _, _, err = check(capsys, this, option, town)
    assert "was of no use" not in err


@pytest.mark.parametrize("preset", PRESETS)
def test_a_report_without_a_number_is_one_that_could_not_be_checked(
    capsys: Captured, tmp_path: Path, preset: str
) -> None:
    path = save(tmp_path / "blank.json", cases.PURE_2021.blank())
    code, out, err = run(capsys, "check", path, "--preset", preset, "--lang", "en")
    assert code == 3
    assert out.startswith(f"{path}: nothing checked; ")
    assert "no numbers were read" in err


def test_a_gate_may_ask_for_more(capsys: Captured, tmp_path: Path) -> None:
    whole = cases.PURE_2021.blank(0).replace(SAID)
    hint = whole.replace({"/proactive_disclosure/normative_documents/issued": 9})
    part = whole.replace({"/requests/received/natural_person": None})
    reports = {"whole": whole, "hint": hint, "part": part}
    paths = {name: save(tmp_path / f"{name}.json", report) for name, report in reports.items()}

    def codes(*options: str) -> list[int]:
        return [run(capsys, "check", path, *options)[0] for path in paths.values()]

    assert codes() == codes("--fail-on", "error") == [0, 0, 0]
    assert codes("--fail-on", "info") == [0, 1, 1]
    assert codes("--require-complete") == [0, 0, 1]
    assert codes("--require-complete", "--preset", "form") == [0, 0, 1]
