"""What learners type leads to the right place, duty, term or question."""

from collections.abc import Sequence

import pytest

from govdisclosure import explain
from govdisclosure.analysis.explanation import Explanation, facts_about
from govdisclosure.analysis.explanation._search import search, vocabulary
from govdisclosure.form.meanings import Answer, Sureness
from govdisclosure.i18n import CHINESE, ENGLISH, LANGUAGES, Language
from govdisclosure.rules import Rule


def told(explanation: Explanation) -> list[str]:
    """The ids of what is told in full, in the order in which it is told."""
    places = [place.meaning.id for place in explanation.places]
    terms = [term.text.zh for term in explanation.terms]
    return [*places, *terms, *ids(explanation.answers)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("penalty", "t2-penalties"),
        ("university", "not-this-report"),
        ("deadline", "when-department"),
        ("when is the deadline", "when-department"),
        ("who files", "who"),
        ("what adds up", "what-adds-up"),
        ("add up", "what-adds-up"),
        ("township", "townships"),
        ("blank", "blank-or-zero"),
        ("zero", "blank-or-zero"),
        ("lawsuit", "行政诉讼"),
        ("permit", "行政许可"),
        ("denied", "t3-denied"),
        ("where to publish", "where"),
        ("units", "t2-amount"),
        ("谁来报", "who"),
        ("谁填", "who"),
        ("截止", "when-department"),
        ("什么时候交", "when-department"),
        ("向谁提交", "to-whom"),
        ("大学", "not-this-report"),
        ("街道办", "townships"),
        ("罚款", "fines-and-fees"),
        ("加总", "what-adds-up"),
        ("空白", "blank-or-zero"),
        ("改错", "correction"),
        ("12345", "mailbox-and-12345"),
        ("隐私", "个人隐私"),
        ("repeat request", "t3-not-processed-duplicate"),
        ("repeat requests", "t3-not-processed-duplicate"),
        ("20 working days", "reg-24-26"),
        ("第三十三条", "reg-33"),
        ("2014", "history-2014"),
        ("2018", "history-2008-2018"),
        ("2012", "history-2009-2013"),
        ("difference", "difference-1"),
        ("2021年的变化", "difference-1"),
        ("国办公开办函〔2021〕30号", "not-seen-of-notice-2021"),
        ("Which answer goes to which row", "answers-and-rows"),
        ("交给谁", "to-whom"),
        ("to whom", "to-whom"),
        ("拒绝", "t3-denied"),
        ("涉密", "t3-denied-state-secret"),
        ("联名", "joint-request"),
        ("零申请", "section-3"),
        ("晚交", "consequences"),
        ("公章", "signature"),
        ("收费标准", "fee-2-5"),
        ("立案", "cases-received-or-concluded"),
        ("司法局", "t2-normative-2021"),
        ("医院", "not-this-report"),
        ("hospital", "not-this-report"),
        ("年底未答复", "open-at-year-end"),
        ("件", "units"),
        ("计数单位", "units"),
        ("double counting", "section-3"),
        ("length", "overview"),
    ],
)
def test_the_words_of_learners_lead_to_what_they_mean(typed: str, first: str) -> None:
    assert told(explain(typed))[0] == first


@pytest.mark.parametrize(
    ("typed", "section"),
    [
        ("section 6", "other-matters"),
        ("Section six", "other-matters"),
        ("第六部分", "other-matters"),
        ("table 3", "section-3"),
        ("表三", "section-3"),
        ("表2", "section-2"),
        ("part 4", "section-4"),
    ],
)
def test_a_section_is_found_by_its_number(typed: str, section: str) -> None:
    assert [place.meaning.id for place in explain(typed).places] == [section]


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
@pytest.mark.parametrize("mark", Sureness)
def test_a_mark_is_no_word_of_what_it_marks(mark: Sureness, language: Language) -> None:
    """Who types the word of a mark finds the texts that speak of it, and not all marked so."""
    word = mark.render(language)
    for answer in explain(word).answers:
        texts = (answer.title, answer.statement.text)
        words = [*answer.asked_as, *(text.render(language).lower() for text in texts)]
        assert word in "\n".join(words)


def test_words_are_whole_in_english_whatever_their_ending() -> None:
    assert "units" not in told(explain("community"))
    assert ids(explain("fee").answers) == ids(explain("fees").answers) != []
    assert told(explain("penalties")) == told(explain("penalty"))
    assert told(explain("universities")) == told(explain("university"))


def test_a_title_that_has_the_words_leads_and_what_speaks_of_them_is_only_named() -> None:
    explanation = explain("township")
    assert ids(explanation.answers) == ["townships", "township-rules", "to-whom-townships-submit"]
    assert "local-dates" in ids(explanation.see_also)


def test_where_no_title_has_the_words_what_speaks_of_them_is_told() -> None:
    explanation = explain("1月31日")
    assert "when-department" in ids(explanation.answers)
    assert explanation.see_also == ()


def test_rules_that_have_the_words_are_named() -> None:
    assert {"STAT-REQ-OUTCOMES", "STAT-REQ-ROWS", "STAT-CASE-TOTALS"} <= {
        *ids(explain("add up").see_also)
    }


def ids(facts: Sequence[Answer | Rule]) -> list[str]:
    return [one.id for one in facts]


def test_a_term_that_is_a_label_leads_to_its_place() -> None:
    assert "t4-litigation" in [place.meaning.id for place in explain("lawsuit").mentions]


def test_articles_are_found_as_they_are_cited_and_as_they_are_said() -> None:
    for words in ("Article 49", "article 49", "Art. 49", "Arts. 49", "第四十九条", "第49条"):
        explanation = explain(words)
        assert ids(explanation.answers) == ["reg-49"]
        assert {"who", "townships", "when-department"} < {*ids(explanation.see_also)}
    assert ids(explain("Art. 4").answers) == ["reg-4", "fee-2-5"]
    assert ids(explain("Art. 4").see_also) == ["who", "townships"]
    assert ids(explain("Art. 20").answers)[0] == "reg-19-21"


@pytest.mark.parametrize("nothing", ["", "  ", "the", "of a", "((", "a", "is it"])
def test_words_that_ask_for_nothing_find_nothing(nothing: str) -> None:
    hits = search(nothing)
    assert (hits.named, hits.saying) == ((), ())


def test_one_sign_alone_is_not_searched_for() -> None:
    assert not explain("的").known


def test_a_number_is_the_same_in_either_script() -> None:
    for words in ("二十个工作日", "20个工作日", "20 working days"):
        assert ids(explain(words).answers) == ["reg-24-26", "reg-33"]


def test_of_what_is_called_alike_the_number_says_which_is_meant() -> None:
    for words in ("（七）总计", "(7) Total"):
        assert [place.meaning.id for place in explain(words).places] == ["t3-outcomes-total"]
    assert len(explain("总计").places) == 3


def test_of_very_many_answers_there_are_only_the_titles() -> None:
    explanation = explain("政府信息公开条例")
    assert ids(explanation.answers) == ["reg"]
    assert {"reg-3", "reg-54-55"} < {*ids(explanation.see_also)}


def test_half_of_what_was_typed_is_not_enough() -> None:
    assert not explain("natural presons").known
    assert explain("does a township report").known


@pytest.mark.parametrize(
    ("typo", "meant"),
    [("penlaty", "penalty"), ("universty", "universities"), ("deadlne", "deadline")],
)
def test_a_typo_in_a_word_of_a_title_gets_the_nearest(typo: str, meant: str) -> None:
    explanation = explain(typo)
    assert not explanation.known
    assert meant in explanation.nearest
    assert meant in vocabulary()


def test_what_is_said_of_a_place_with_the_words_comes_with_the_mark_of_each_sentence() -> None:
    [unpaid] = explain("20 working days").mentions
    [fact] = facts_about("20 working days", unpaid.meaning)
    assert fact.render(ENGLISH) == (
        "A notice to pay the processing fee was not paid in time; the request is taken as"
        " abandoned. [official] Sichuan’s document gives 20 working days from the day after"
        " receipt. [local]"
    )


def test_what_is_said_of_a_place_with_the_words_comes_with_its_mark() -> None:
    [legal] = [p for p in explain("law firm").mentions if "legal-service" in p.meaning.id]
    [fact] = facts_about("law firm", legal.meaning)
    assert fact.render(ENGLISH).endswith("[not found]")
    assert fact.render(CHINESE).endswith("（未见）")
