"""What the page about repairs promises, on fewer reports than its command tries."""

import pytest

from tests.benchmarks.diagnosis import MARKS, ratios, rows, several, singles
from tests.benchmarks.measuring import Effort
from tests.support.corrupting import BASES
from tests.support.paths import ROOT


@pytest.mark.slow
def test_every_single_wrong_cell_is_mended_first() -> None:
    score = singles([BASES["2021+2021 up to 40"], BASES["2019+2019 up to 3"]], [1, 20])
    assert score.tried == score.detected == score.within(1) == 2 * (175 + 161)


@pytest.mark.slow
def test_two_and_three_wrong_cells_are_always_detected() -> None:
    for count in (2, 3):
        score = several(count, 150)
        assert score.detected == score.tried == 150
        assert len(score.places) + score.fewer >= 145
        assert score.within(3) >= 140


@pytest.mark.slow
def test_the_tables_have_a_row_each() -> None:
    table = [*rows(several(1, 3), [("two", several(2, 3))])]
    assert [line.count("|") for line in table] == [8] * 4
    assert [name for name, ratio in ratios(Effort(repeats=1, seconds=0)) if ratio <= 0] == []


def test_the_pages_have_a_place_for_the_tables() -> None:
    for name in ("repair.md", "repair.zh-CN.md"):
        tables = MARKS.search((ROOT / "docs" / name).read_text("utf-8"))
        assert tables
        assert "| one, every cell |" in tables[0]
