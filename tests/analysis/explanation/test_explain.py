"""Whatever a reader of the form, of a finding or of the documents may type is explained."""

import re
from typing import Any

import pytest

from govdisclosure import check, explain
from govdisclosure.analysis.explanation import FEW, explained_places, facts_about
from govdisclosure.form import Label
from govdisclosure.form.meanings import places_at
from govdisclosure.i18n import CHINESE, ENGLISH, MESSAGES
from govdisclosure.i18n.messages._transcription import TRANSCRIPTION
from govdisclosure.model import EDITION_2019, EDITION_2021, EDITIONS
from govdisclosure.output.explanation import explanation_lines
from govdisclosure.rules import AUTHORITIES, RULES, Rule, editions_of
from govdisclosure.rules.engine import bind

LABELS = {
    (label.zh, label): None
    for edition in EDITIONS
    for cell in edition.form.cells
    for place in [edition.form.location(cell)]
    for label in (place.section, *place.row, *(place.column.chain() if place.column else ()))
    if label
}


@pytest.mark.parametrize("label", [label for _, label in LABELS], ids=[zh for zh, _ in LABELS])
def test_every_label_is_found_by_its_words_in_both_languages(label: Label) -> None:
    for words in (label.zh, label.en, *label.also):
        places = explain(words).places
        assert any(place.labels[-1].zh == label.zh for place in places), words


@pytest.mark.parametrize(
    ("subject", "ids"),
    [
        ("（三）1", ["t3-denied-state-secret"]),
        ("(3)1", ["t3-denied-state-secret"]),
        ("三（三）1", ["t3-denied-state-secret"]),
        ("（七）", ["t3-outcomes-total"]),
        ("/requests/received/natural_person", ["t3-received", "t3-natural"]),
        ("/requests/outcomes/total", ["t3-outcomes-total"]),
        ("/requests/outcomes/denied", ["t3-denied"]),
        ("/review_and_litigation/litigation/direct/upheld", ["t4-direct", "t4-upheld"]),
        ("/year", ["year"]),
        ("第二十条第（一）项", ["band-20-1"]),
        ("申请人情况", ["t3-applicants"]),
        ("natural PERSON", ["t3-natural"]),
        ("补正", ["t3-unavailable-still-unclear", "t3-other-overdue"]),
    ],
)
def test_a_place_is_found(subject: str, ids: list[str]) -> None:
    assert [place.meaning.id for place in explain(subject).places] == ids


def test_what_both_editions_have_is_told_once_with_both() -> None:
    [place] = explain("（一）予以公开").places
    assert place.editions == ("2019", "2021")
    [place] = explain("行政规范性文件").places
    assert (place.editions, place.address) == (
        ("2021",),
        "/proactive_disclosure/normative_documents",
    )


def test_the_rules_of_a_cell_are_those_that_ask_it() -> None:
    row, column = explain("/review_and_litigation/reconsideration/pending").places
    assert row.rules == column.rules
    assert {"STAT-CASE-TOTALS", "STAT-CASE-NONNEGATIVE", "DERV-CASE-PENDING"} <= {*row.rules}
    assert "STAT-REQ-ROWS" not in row.rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_explained_by_its_id_and_itself(rule: Rule) -> None:
    assert explain(rule.id.lower()).rules == explain(rule).rules == (rule,)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_words_in_both_languages_and_asks_places_that_have_a_meaning(
    rule: Rule,
) -> None:
    for words in (rule.title, rule.sentence, AUTHORITIES[rule.authority]):
        assert words.zh.strip()
        assert re.search("[A-Za-z]", words.en)
    assert all(rule.source.cite(language) for language in (CHINESE, ENGLISH))
    for edition in editions_of(rule):
        form = edition.form
        for bound in bind(rule.holds, form, form, 1):
            pointers = {bound.pointer, *(term.pointer for term in bound.terms)} - {WHOLE_REPORT}
            assert all(places_at(pointer, edition.name) for pointer in pointers)


WHOLE_REPORT = ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_told_of_at_the_places_that_it_asks(rule: Rule) -> None:
    assert any(rule.id in place.rules for place in explained_places())


@pytest.mark.parametrize("key", MESSAGES)
def test_every_message_is_explained_by_its_key(key: str) -> None:
    assert explain(key).messages == (key,)


@pytest.mark.parametrize("key", TRANSCRIPTION)
def test_the_id_of_a_finding_of_the_reading_is_explained_by_its_message(key: str) -> None:
    assert explain("READ-" + key.upper().replace("_", "-")).messages == (key,)


def test_the_id_of_a_finding_about_json_is_explained_by_a_message_of_its_name_once() -> None:
    assert explain("JSON-DUPLICATE-KEY").messages == ("json_duplicate_key",)


@pytest.mark.parametrize("rule_id", ["JSON-RANGE", "READ-NO-SUCH-THING"])
def test_an_id_without_a_message_of_its_name_is_taken_for_nothing_else(rule_id: str) -> None:
    assert not explain(rule_id).known


@pytest.mark.parametrize("edition", [EDITION_2019, EDITION_2021], ids=lambda edition: edition.name)
def test_every_finding_is_explained_with_its_rule_its_place_and_its_message(edition: Any) -> None:
    report = edition.blank(number=-1)
    for finding in check(report).findings:
        explanation = explain(finding)
        assert [rule.id for rule in explanation.rules] == [finding.rule_id]
        assert explanation.messages == (finding.message.key,)
        assert explanation.places or finding.pointer in ("", "/problems_and_improvements")


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        ("/requests/recieved", "/requests/received"),
        ("/requests/received/natural_persons", "/requests/received/natural_person"),
        ("STAT-REQ-BALANC", "STAT-REQ-BALANCE"),
        ("结果就正", "结果纠正"),
        ("Natural presons", "自然人"),
        ("信息处里费", "信息处理费"),
    ],
)
def test_a_typo_gets_the_nearest(typo: str, meant: str) -> None:
    explanation = explain(typo)
    assert not explanation.known
    assert explanation.nearest[0] == meant


@pytest.mark.parametrize("subject", ["", " ", "xyzzy", "/", "/a/b/c", "((((", "\x00", "一" * 5000])
def test_what_is_nothing_is_unknown_and_raises_nothing(subject: str) -> None:
    explanation = explain(subject)
    assert (explanation.places, explanation.rules, explanation.messages) == ((), (), ())


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("共同申请", "t3-natural"),
        ("没有按期答复", "t3-outcomes"),
        ("on-the-spot", "t2-penalties"),
        ("late answers", "t3-outcomes"),
        ("第三十八条", "t3-unavailable-requires-creation"),
        ("Art. 38", "t3-unavailable-requires-creation"),
    ],
)
def test_where_words_are_said_of_a_place_it_is_named_with_what_is_said(
    words: str, place: str
) -> None:
    mentions = {one.meaning.id: one for one in explain(words).mentions}
    assert place in mentions
    assert facts_about(words, mentions[place].meaning)


def test_a_label_that_has_the_words_in_it_is_mentioned_after_one_that_is_them() -> None:
    explanation = explain("normative documents")
    assert [place.meaning.id for place in explanation.places] == ["t2-normative-2019"]
    assert "t2-normative-2021" in [place.meaning.id for place in explanation.mentions]


def test_a_word_of_many_labels_is_answered_with_their_names_only() -> None:
    explanation = explain("公开")
    assert explanation.places == ()
    assert len(explanation.mentions) > FEW
    lines = [*explanation_lines(explanation, CHINESE)]
    assert not [line for line in lines if line.startswith("  含义")]
    assert "三、收到和处理政府信息公开申请情况  /requests" in lines


def test_words_of_the_field_have_their_english_and_what_speaks_of_them() -> None:
    fee = explain("信息处理费")
    assert [term.text.en for term in fee.terms] == ["information processing fee"]
    assert fee.answers
    assert explain("3月31日").answers[0].id == "when-government"


@pytest.mark.parametrize("subject", [3, None, b"/year", EDITION_2021])
def test_anything_else_is_a_type_error_that_says_what_to_give(subject: Any) -> None:
    with pytest.raises(TypeError, match="expected a text, a Finding, a Rule or a Message"):
        explain(subject)
