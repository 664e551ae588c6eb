"""What is known of a word, for a reader at a terminal."""

from govdisclosure import explain
from govdisclosure.i18n import CHINESE, ENGLISH
from govdisclosure.output.explanation import explanation_lines


def test_what_else_speaks_of_it_is_named_last() -> None:
    lines = [*explanation_lines(explain("township"), ENGLISH)]
    at = lines.index("see also:")
    articles = "  Open Government Information Regulations, Arts. 19–21"
    assert lines[at:] == ["see also:", "  Local deadlines", articles]
    lines = [*explanation_lines(explain("add up"), ENGLISH)]
    assert "  STAT-CASE-TOTALS  Cases add up" in lines[lines.index("see also:") :]
    lines = [*explanation_lines(explain("township"), CHINESE)]
    assert lines[-3:] == [
        "另见：",
        "  地方的截止日期",
        "  《政府信息公开条例》第十九条至第二十一条",
    ]


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


def test_each_sentence_of_an_answer_has_its_mark() -> None:
    lines = [*explanation_lines(explain("Fees in yuan or 10,000 yuan?"), ENGLISH)]
    assert lines[-1] == (
        "  10,000 yuan on the 2021 form [official]; decimals are not set [not found]:"
        " four give the yuan, six the fen. [practice]"
    )


def test_what_goes_through_many_things_has_a_line_for_each() -> None:
    lines = [*explanation_lines(explain("which row"), ENGLISH)]
    assert lines[1].endswith(
        "Already disclosed, may be disclosed (Art. 36, items 1 and 2): (1) Disclosed. [inferred]"
    )
    assert len([line for line in lines if line.endswith(("[official]", "[inferred]"))]) == 15


def test_sources_have_names_in_the_language_of_the_reader() -> None:
    for language, name in (
        (CHINESE, "见于：《政府信息公开条例》（2019年修订）全文；"),
        (ENGLISH, "seen in: Open Government"),
    ):
        lines = [*explanation_lines(explain("/title"), language)]
        assert any(line.strip().startswith(name) for line in lines)
