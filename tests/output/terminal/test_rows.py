"""On a terminal a finding shows its cells; what is piped stays plain."""

import sys
from io import StringIO

import pytest
from rich.console import Console

from govdisclosure.cli.main import main
from govdisclosure.files import read
from govdisclosure.i18n import CHINESE
from govdisclosure.output.terminal._rows import cell_table
from govdisclosure.rules import check

BROKEN = "docs/examples/xikou-2023-broken.txt"
ROW, COLUMN, *_ = check(read(BROKEN).report).findings


def table_lines(finding: object, width: int = 120) -> list[str]:
    console = Console(file=StringIO(), width=width)
    console.print(cell_table(finding.operands, finding.pointer, CHINESE))  # type: ignore[attr-defined]
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    return ["".join(line.split()) for line in lines if line[0] == "│"]


def test_the_cells_of_a_row_stand_under_their_columns() -> None:
    assert table_lines(ROW) == [
        "│总计│自然人│商业企业│科研机构│社会公益组织│法律服务机构│其他│",
        "│15│13│2│0│1│1│0│",
    ]


def test_the_cells_of_a_column_stand_beside_their_rows_without_the_zeros() -> None:
    lines = table_lines(COLUMN)
    assert lines[:2] == [
        "│三、本年度办理结果／（七）总计│24│",
        "│三、本年度办理结果／（一）予以公开│13│",
    ]
    assert len(lines) == 9


def test_a_narrow_terminal_cuts_no_label_and_no_number() -> None:
    columns = [line[1:-1].split("│") for line in table_lines(ROW, width=50)]
    assert ["".join(parts) for parts in zip(*columns, strict=True)] == [
        "总计15",
        "自然人13",
        "商业企业2",
        "科研机构0",
        "社会公益组织1",
        "法律服务机构1",
        "其他0",
    ]
    rows = [line[1:-1].split("│") for line in table_lines(COLUMN, width=30)]
    assert "".join(row[0] for row in rows[:2]) == "三、本年度办理结果／（七）总计"
    assert not any("…" in cell for row in rows for cell in row)


def test_only_a_terminal_gets_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["check", BROKEN])
    piped = capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main(["check", BROKEN])
    on_terminal = capsys.readouterr().out.splitlines()
    assert "│" not in piped
    assert [line for line in on_terminal if line[:1] not in "┌│├└"] == piped.splitlines()


def test_without_the_extra_a_terminal_gets_plain_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rich", None)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main(["check", BROKEN])
    assert "│" not in capsys.readouterr().out
