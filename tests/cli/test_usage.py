"""Help and what is wrong with a command line: in one language, with examples, exit codes, and
the word that may be meant."""

import re
from unicodedata import east_asian_width

import pytest

from govdisclosure.cli._commands import COMMANDS
from govdisclosure.cli.main import main
from govdisclosure.i18n import LANGUAGE_CODES, LANGUAGES
from tests.support.command_line import Captured

ALL = ((), *((command,) for command in COMMANDS))


def said(capsys: Captured, *argv: str) -> str:
    """What a command line says that ends with its own parsing."""
    with pytest.raises(SystemExit) as end:
        main(argv)
    out, err = capsys.readouterr()
    assert (end.value.code, bool(out), bool(err)) in ((0, True, False), (2, False, True))
    return out + err


def test_the_codes_are_those_of_the_languages() -> None:
    assert tuple(LANGUAGES) == LANGUAGE_CODES


@pytest.mark.parametrize("command", ALL)
def test_help_is_in_one_language_and_fits(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    english = said(capsys, *command, "--help", "--lang", "en")
    chinese = said(capsys, *command, "--lang=zh", "--help")
    assert not re.search("[\u4e00-\u9fff]", english.replace("青禾县人民政府", ""))
    assert not re.search(r"usage:|options:|arguments:|show this|default|exit codes", chinese)
    assert ["退出码：" in chinese, "exit codes:" in english] == [True, True]
    assert [f"  govdisclosure {' '.join(command)}".rstrip() in t for t in (chinese, english)]
    for line in (english + chinese).splitlines():
        assert sum(2 if east_asian_width(c) in "WF" else 1 for c in line) <= 80, line


WRONG = [
    ("cheek", "没有“cheek”，是不是 check？", 'there is no "cheek"; is it check?'),
    ("xyz", "没有“xyz”，可用：read、check", 'there is no "xyz"; there are read, check'),
    ("check", "缺少参数：FILE", "the following arguments are required: FILE"),
    ("check a --blnks", "不认识的参数：--blnks；是不是 --blanks？", "--blnks; is it --blanks?"),
    (
        "check a --blank",
        "不认识的参数：--blank；是不是 --blanks？",
        "unrecognized arguments: --blank",
    ),
    ("check a --blanks zer", "参数 --blanks：没有“zer”，是不是 zero？", "argument --blanks: there"),
    ("check a --preset froms", "是不是 form？", "is it form?"),
    ("check a --format JSNO", "是不是 json？", "is it json?"),
    (
        "check a --format",
        "参数 --format：后面应有一个值",
        "argument --format: expected one argument",
    ),
    ("check a --subordinates", "后面至少应有一个值", "expected at least one argument"),
    ("check a --quiet=x", "参数 -q/--quiet：不带值", "argument -q/--quiet: takes no value"),
    (
        "read a --jobs 0",
        "参数 --jobs：应为从 1 起的整数，不是“0”",
        'not a whole number from 1: "0"',
    ),
    ("read a --jobs ²", "应为从 1 起的整数", "not a whole number"),
    ("read a --timeout x", "应为大于 0 的秒数，不是“x”", 'expected seconds, more than 0, not "x"'),
    (
        "form 2012 -o a",
        "参数 edition：没有“2012”，可用：2019、2021",
        "argument edition: there is no",
    ),
    ("form 2021", "缺少参数：-o/--output", "required: -o/--output"),
    ("rules A --preset form", "参数 --preset：不能与参数 ID 同用", "not allowed with argument ID"),
    ("schema reprot", "参数 NAME：没有“reprot”，是不是 report？", "is it report?"),
]


@pytest.mark.parametrize(("line", "chinese", "english"), WRONG)
def test_what_is_wrong_is_said_in_one_language_with_what_may_be_meant(
    capsys: Captured, line: str, chinese: str, english: str
) -> None:
    usage, *_, words = said(capsys, *line.split(), "--lang", "zh").splitlines()
    assert usage.startswith("用法：govdisclosure")
    assert chinese in words
    assert not re.search("[a-z]{3,} [a-z]{2,} [a-z]", words)
    usage, *_, words = said(capsys, *line.split(), "--lang", "en").splitlines()
    assert usage.startswith("usage: govdisclosure")
    assert english in words
    assert not re.search("[\u4e00-\u9fff]", words)


@pytest.mark.parametrize("argv", ["--lang zh rules", "rules --lang zh", "--lang=zh rules"])
def test_the_language_may_stand_anywhere(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, argv: str
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert main(argv.split()) == 0
    assert "申请数量收支平衡" in capsys.readouterr().out
