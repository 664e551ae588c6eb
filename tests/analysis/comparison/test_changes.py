"""How one list of paragraphs becomes another."""

from govdisclosure.analysis.comparison import Edit
from govdisclosure.analysis.comparison._changes import MAX_PARAGRAPHS, edits


def test_a_paragraph_is_replaced_where_it_stands() -> None:
    assert list(edits(("a", "b"), ("a", "c"))) == [Edit(1, ("b",), ("c",))]


def test_a_section_longer_than_any_published_one_is_replaced_as_a_whole() -> None:
    before = tuple(str(n) for n in range(MAX_PARAGRAPHS + 1))
    assert list(edits(before, before[1:])) == [Edit(0, before, before[1:])]
    assert list(edits(before, before)) == []
    assert list(edits(before[1:], before[2:])) == [Edit(0, ("1",), ())]
