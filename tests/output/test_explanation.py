"""What is known of a word, for a reader at a terminal."""

from govdisclosure import explain
from govdisclosure.i18n import CHINESE, ENGLISH
from govdisclosure.output.explanation import explanation_lines


def test_what_else_speaks_of_it_is_named_last() -> None:
    lines = [*explanation_lines(explain("township"), ENGLISH)]
    at = lines.index("see also:")
    assert lines[at:] == ["see also:", "  Local deadlines"]
    lines = [*explanation_lines(explain("add up"), ENGLISH)]
    assert "  STAT-CASE-TOTALS  Cases add up" in lines[lines.index("see also:") :]
    lines = [*explanation_lines(explain("township"), CHINESE)]
    assert lines[-2:] == ["另见：", "  地方的截止日期"]


def test_a_question_is_named_by_itself() -> None:
    lines = [*explanation_lines(explain("勾稽"), CHINESE)]
    assert "  没有情况的格填0还是空着？" in lines[lines.index("另见：") :]


def test_a_duty_is_told_under_its_title_with_its_law() -> None:
    assert [*explanation_lines(explain("who files"), ENGLISH)] == [
        "Who files the report",
        "  Governments at every level and departments from county level up have an OGI work body,"
        " one of whose tasks is to organise the annual report (Art. 4); dates are set only for"
        " departments from county level up and for local governments from county level up"
        " (Art. 49). Authorised organisations fall under the Regulations. [official]",
        "  legal basis: Open Government Information Regulations, Art. 4, Art. 49, Art. 54",
    ]


def test_what_is_marked_by_itself_in_an_answer_is_told_after_it() -> None:
    lines = [*explanation_lines(explain("Fees in yuan or 10,000 yuan?"), ENGLISH)]
    assert lines[-1] == (
        "  of these: how many decimals are prescribed [not found];"
        " decimals that were seen [practice]"
    )
