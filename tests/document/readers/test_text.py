from govdisclosure.document import Paragraph
from govdisclosure.document.readers.text import read_document


def cells(text: str) -> list[tuple[str, ...]]:
    return [block.pieces() for block in read_document(text).blocks]  # type: ignore[union-attr]


def test_a_line_of_prose_is_one_piece() -> None:
    assert cells("全年收到申请 3 件。\n") == [("全年收到申请 3 件。",)]


def test_a_tab_leads_a_cell_and_an_empty_one_is_kept() -> None:
    assert cells("\t规章\n\t0\n\t\n\t2") == [("规章",), ("0",), ("",), ("2",)]


def test_tabs_between_cells_keep_the_empty_ones() -> None:
    assert cells("规章\t0\t\t2") == [("规章", "0", "", "2")]


def test_bars_close_cells() -> None:
    assert cells("规章 | 0 | | 2 |") == [("规章", "0", "", "2")]


def test_a_bar_on_the_next_line_closes_the_cell_of_the_line_before() -> None:
    assert cells("规章 | 0 | 2\n|\n行政许可 | 1") == [("规章", "0", "2"), ("行政许可", "1")]


def test_bars_on_their_own_lines_separate_cells_that_are_lines() -> None:
    assert cells("规章\n|\n0\n|\n|\n2\n|") == [("规章",), ("0",), ("",), ("2",)]


def test_wide_gaps_separate_cells() -> None:
    assert cells("  规章      0    12  ") == [("规章", "0", "12")]


def test_lines_are_counted_whatever_ends_them() -> None:
    blocks = read_document("a\r\n\r\nb\rc\fd").blocks
    assert [(b.text, b.where.line) for b in blocks] == [  # type: ignore[union-attr]
        ("a", 1),
        ("b", 3),
        ("c", 4),
        ("d", 5),
    ]


def test_bars_of_every_kind_part_cells_and_stay_in_the_text() -> None:
    [line] = read_document("│规章｜0 ┃2│").blocks
    assert isinstance(line, Paragraph)
    assert (line.text, line.cells) == ("规章｜0 ┃2", ("规章", "0", "2"))
