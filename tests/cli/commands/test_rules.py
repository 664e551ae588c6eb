"""``rules``: every rule is listed and explained, in both languages."""

import json
import subprocess
import sys

import pytest

from govdisclosure.cli._options import PRESETS
from govdisclosure.cli.main import main
from govdisclosure.i18n import ENGLISH, LANGUAGES, MESSAGES, Language
from govdisclosure.rules import RULES, Rule, select
from tests.support.command_line import Captured, run
from tests.support.paths import ROOT

PUBLISHED = ROOT / "schemas" / "rules.json"


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("preset", PRESETS)
def test_the_table_has_a_line_for_each_rule_of_a_preset(
    capsys: Captured, preset: str, language: Language
) -> None:
    code, out, _ = run(capsys, "rules", "--preset", preset, "--lang", language.code)
    known: list[Rule] = list(select(RULES, preset))  # type: ignore[arg-type]
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [rule.id for rule in known]
    assert all(rule.title.render(language) in out for rule in known)


def test_without_a_preset_all_rules_are_listed(capsys: Captured) -> None:
    assert len(run(capsys, "rules")[1].splitlines()) == len(RULES)


def test_the_catalogue_is_printed_as_published(capsys: Captured) -> None:
    code, out, _ = run(capsys, "rules", "--format", "json")
    assert (code, out) == (0, PUBLISHED.read_text("utf-8"))


@pytest.mark.parametrize("preset", PRESETS)
def test_the_catalogue_of_a_preset_has_its_rules_alone(capsys: Captured, preset: str) -> None:
    catalogue = json.loads(run(capsys, "rules", "--format", "json", "--preset", preset)[1])
    whole = json.loads(PUBLISHED.read_text("utf-8"))
    known = [rule.id for rule in select(RULES, preset)]  # type: ignore[arg-type]
    assert [rule["id"] for rule in catalogue["rules"]] == known
    assert {**catalogue, "rules": whole["rules"]} == whole


def test_the_catalogue_of_one_rule_has_it_alone(capsys: Captured) -> None:
    code, out, _ = run(capsys, "rules", "STAT-REQ-ROWS", "--format", "json")
    assert (code, [rule["id"] for rule in json.loads(out)["rules"]]) == (0, ["STAT-REQ-ROWS"])


def test_a_rule_and_a_preset_are_not_asked_for_together() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["rules", "STAT-REQ-ROWS", "--preset", "form"])
    assert caught.value.code == 2


def test_the_catalogue_is_printed_without_importing_the_rules() -> None:
    program = (
        "import sys; from govdisclosure.cli.main import main\n"
        "main(['rules', '--format', 'json'])\n"
        "assert not {'attrs', 'govdisclosure.rules'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_rule_is_explained(capsys: Captured, rule: Rule, language: Language) -> None:
    code, out, _ = run(capsys, "rules", rule.id, "--lang", language.code)
    assert code == 0
    parts = (
        rule.id,
        rule.title.render(language),
        rule.sentence.render(language),
        rule.source.cite(language),
    )
    assert [words for words in parts if words not in out] == []
    assert [other for other in rule.related if other not in out] == []
    if language is ENGLISH:
        assert MESSAGES[rule.severity.value].zh not in out


def test_an_id_may_be_written_small(capsys: Captured) -> None:
    assert run(capsys, "rules", "stat-req-rows")[0] == 0


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("STAT-REQ-BALANC", "is it STAT-REQ-BALANCE?"),
        ("stat-req-rwos", "is it STAT-REQ-ROWS?"),
        ("", "govdisclosure rules lists them all"),
        ("NO-SUCH", "govdisclosure rules lists them all"),
        ("x" * 10_000, "govdisclosure rules lists them all"),
    ],
)
def test_an_unknown_id_is_wrong_usage_and_the_nearest_is_named(
    capsys: Captured, wrong: str, meant: str
) -> None:
    assert run(capsys, "rules", wrong, "--lang", "en") == (
        2,
        "",
        f"no rule {wrong[:60]}; {meant}\n",
    )
