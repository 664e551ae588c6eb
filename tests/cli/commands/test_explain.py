"""``govdisclosure explain``."""

import pytest

from govdisclosure.cli.main import main

Captured = pytest.CaptureFixture[str]


def explained(capsys: Captured, *words: str) -> tuple[int, str, str]:
    code = main(["explain", *words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_cell_is_explained_in_chinese(capsys: Captured) -> None:
    code, out, err = explained(capsys, "/requests/received/natural_person", "--lang", "zh")
    assert (code, err) == (0, "")
    row, column = out.split("\n\n")
    assert (
        row.splitlines()[0]
        == "三、收到和处理政府信息公开申请情况／一、本年新收政府信息公开申请数量"
    )
    assert column.splitlines()[0] == "三、收到和处理政府信息公开申请情况／申请人情况／自然人"
    assert "依据：《政府信息公开条例》第二十七条、第二十九条" in column
    assert "计数：件。（官方）律师为当事人代理申请的，按谁的名义提出归类（推断）；" in column
    assert "多人共同申请算几件，未见规定。（未见）" in column
    assert all(mark in out for mark in ("（官方）", "（推断）", "（惯例）"))


def test_a_row_is_explained_in_english(capsys: Captured) -> None:
    code, out, err = explained(capsys, "State", "secret", "--lang", "en")
    assert (code, err) == (0, "")
    assert "meaning: Information lawfully classified" in out
    assert "legal basis: Open Government Information Regulations, Art. 14;" in out
    assert "rules: STAT-REQ-OUTCOMES" in out


def test_a_rule_is_explained_as_by_rules(capsys: Captured) -> None:
    _, out, _ = explained(capsys, "STAT-REQ-BALANCE", "--lang", "en")
    main(["rules", "STAT-REQ-BALANCE", "--lang", "en"])
    assert out == capsys.readouterr().out


def test_a_message_is_explained(capsys: Captured) -> None:
    assert explained(capsys, "no_number", "--lang", "en")[1].splitlines()[0] == "no_number"


@pytest.mark.parametrize(
    ("word", "language", "said"),
    [
        ("STAT-REQ-BALANC", "en", "is it STAT-REQ-BALANCE"),
        ("结果就正", "zh", "是不是 结果纠正？"),
        ("xyzzy", "en", "give a pointer, a label or its number, a rule, a message"),
    ],
)
def test_what_is_unknown_is_wrong_usage(
    capsys: Captured, word: str, language: str, said: str
) -> None:
    code, out, err = explained(capsys, word, "--lang", language)
    assert (code, out) == (2, "")
    assert said in err
