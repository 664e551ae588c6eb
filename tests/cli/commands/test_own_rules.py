"""``--rules``: a rule of one's own in every output, and files that are none."""

import json
from pathlib import Path

import pytest

from govdisclosure.cli.main import main
from govdisclosure.codec import dumps
from tests.support.cases import PURE_2021
from tests.support.command_line import Captured, run
from tests.support.forms import published
from tests.support.paths import ROOT

EXAMPLES = ROOT / "docs" / "examples"
REPORT, RULES = str(EXAMPLES / "xikou-2023.txt"), str(EXAMPLES / "own-rules.json")
ID, WORDS = "X-QINGHE-PENDING", "say in part 5 why some are pending"


@pytest.fixture
def strict(tmp_path: Path) -> str:
    profile = tmp_path / "qinghe.toml"
    profile.write_text(f'[rules]\n"{ID}" = "error"', "utf-8")
    return str(profile)


def test_text_names_the_rule_and_says_its_words(capsys: Captured) -> None:
    code, out, _ = run(capsys, "check", REPORT, "--rules", RULES, "--lang", "en")
    assert code == 0
    assert f"warning {ID}  " in out
    assert f"{WORDS} (Pending 1; it should be not more than 0" in out
    assert "govdisclosure explain" not in out  # which knows nothing of it


def test_a_profile_makes_an_error_of_it(capsys: Captured, strict: str) -> None:
    argv = ("check", REPORT, "--rules", RULES, "--profile", strict, "--lang", "en")
    code, out, _ = run(capsys, *argv)
    assert code == 1
    assert f"error {ID}  " in out


def test_json_has_it_and_is_valid(capsys: Captured, strict: str) -> None:
    argv = ("check", REPORT, "--rules", RULES, "--profile", strict, "--format", "json")
    data = json.loads(run(capsys, *argv)[1])
    assert published("findings")(data)
    [file] = data["files"]
    [finding] = file["findings"]
    assert (finding["rule_id"], finding["severity"], finding["message_key"]) == (
        ID, "error", "own_words")  # fmt: skip
    assert finding["message"]["en"].startswith(WORDS)
    assert ID in file["rules"]
    assert data["profile"]["grades"] == {ID: "error"}


def test_sarif_describes_the_rule_in_its_words(capsys: Captured) -> None:
    argv = ("check", REPORT, "--rules", RULES, "--format", "sarif", "--lang", "en")
    [log] = json.loads(run(capsys, *argv)[1])["runs"]
    [result] = log["results"]
    rule = log["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert (result["ruleId"], rule["id"]) == (ID, ID)
    assert f": {WORDS} (Pending 1" in result["message"]["text"]
    assert rule["shortDescription"]["text"] == "Reconsiderations are concluded in the year"
    assert "govdisclosure explain" not in rule["help"]["text"]


def test_annotations_say_it(capsys: Captured) -> None:
    argv = ("check", REPORT, "--rules", RULES, "--format", "github", "--lang", "en")
    assert WORDS in run(capsys, *argv)[1]


def test_the_review_marks_it_under_its_title(capsys: Captured, tmp_path: Path, strict: str) -> None:
    page = tmp_path / "review.html"
    argv = ("review", REPORT, "--rules", RULES, "--profile", strict, "--lang", "en")
    assert run(capsys, *argv, "-o", str(page))[0] == 0
    text = page.read_text("utf-8")
    assert f"<code>{ID}</code> Reconsiderations are concluded in the year" in text
    assert WORDS in text
    assert '<li class="error">' in text


@pytest.mark.parametrize("command", ["check", "diagnose", "review"])
@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"rules": [3]}', b"\xff\xfe{}", b"[" * 100_000, b"\0" * 10]
)
def test_a_file_that_is_none_ends_with_2_and_says_why(
    capsys: Captured, tmp_path: Path, command: str, content: bytes
) -> None:
    file = tmp_path / "rules.json"
    file.write_bytes(content)
    page = ("-o", str(tmp_path / "review.html")) if command == "review" else ()
    code, out, err = run(capsys, command, REPORT, "--rules", str(file), *page, "--lang", "en")
    assert (code, out, len(err.splitlines())) == (2, "", 1)


def test_a_file_that_is_not_there_ends_with_2(capsys: Captured, tmp_path: Path) -> None:
    code, _, err = run(capsys, "check", REPORT, "--rules", str(tmp_path / "no.json"))
    assert (code, len(err.splitlines())) == (2, 1)


def test_a_rule_over_years_is_withheld_where_last_years_report_is_unreadable(
    capsys: Captured, tmp_path: Path
) -> None:
    data = json.loads(Path(RULES).read_text("utf-8"))
    cell = {"address": "/requests/received/total", "coefficient": 1}
    left, right = ({"cell": {**cell, "of": of}} for of in ("report", "previous"))
    holds = {"compare": {"left": left, "relation": "<=", "right": right}}
    data["rules"][0] |= {"holds": holds, "scope": "years"}
    rules, previous = tmp_path / "rules.json", tmp_path / "2022.txt"
    rules.write_text(json.dumps(data), "utf-8")
    previous.write_text("no report", "utf-8")
    argv = ("check", REPORT, "--rules", str(rules), "--previous", str(previous))
    code = main([*argv, "--format", "json"])
    gaps = json.loads(capsys.readouterr().out)["files"][-1]["not_evaluated"]
    assert code == 3
    assert [g["reason"]["message_key"] for g in gaps if g["rule_id"] == ID] == [
        "previous_unreadable"
    ]
    previous.write_text(dumps(PURE_2021.blank(0).replace({"/year": 2022})), "utf-8")
    main([*argv, "--format", "json"])
    [*_, file] = json.loads(capsys.readouterr().out)["files"]
    assert ID in [finding["rule_id"] for finding in file["findings"]]
