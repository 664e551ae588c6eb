"""All problems at once, in words that a reader can act on."""

import itertools
import json
import pickle

import pytest

from govdisclosure.codec import JSON_IDS, loads
from govdisclosure.codec._reports import from_dict
from govdisclosure.errors import InvalidReportError
from govdisclosure.findings import Severity
from govdisclosure.i18n import CHINESE, ENGLISH, MESSAGES
from tests.support.json_documents import (
    COUNT,
    document,
    problems_in,
    problems_in_text,
    raw,
    with_value,
)


@pytest.mark.parametrize("text", [r"\ud800", r"\\ud800", r"\u001b\u0085\u202e\ud800"])
def test_a_string_is_quoted_as_json_with_control_characters_escaped(text: str) -> None:
    with pytest.raises(InvalidReportError) as caught:
        loads(raw(COUNT, f'"{text}"'))
    [finding] = caught.value.findings
    assert finding.message.render(ENGLISH).endswith(f'found the string "{text}"')


def test_a_number_that_is_cut_shows_it() -> None:
    with pytest.raises(InvalidReportError) as caught:
        loads(raw(COUNT, "9" * 70))
    assert (
        caught.value.findings[0]
        .message.render(ENGLISH)
        .endswith("found the number " + "9" * 60 + "…")
    )


def test_a_lone_surrogate_is_spelt_out() -> None:
    with pytest.raises(InvalidReportError) as caught:
        loads(raw("/extensions", r'{"\ud800": 1}'))
    (finding,) = caught.value.findings
    assert finding.render(ENGLISH).encode()
    assert len(finding.fingerprint) == 16


def test_every_problem_is_told_in_the_order_of_the_document() -> None:
    data = {"issuer": {"name": ""}, "surplus": 0, "year": "2023"}
    data |= {key: value for key, value in document().items() if key not in data}
    data["requests"]["received"]["total"] = True  # type: ignore[index]
    del data["requests"]["outcomes"]  # type: ignore[attr-defined]
    del data["title"]
    in_order = [
        [("JSON-PATTERN", "/issuer/name")],
        [("JSON-UNKNOWN-KEY", "/surplus")],
        [("JSON-TYPE", "/year")],
        [("JSON-TYPE", "/requests/received/total"), ("JSON-MISSING", "/requests/outcomes")],
    ]
    missing = ("JSON-MISSING", "/title")
    assert problems_in(data) == [*itertools.chain(*in_order), missing]
    backwards = dict(reversed(data.items()))
    assert problems_in(backwards) == [*itertools.chain(*reversed(in_order)), missing]


def test_a_problem_says_where_it_is_on_the_form_what_is_there_and_what_should_be() -> None:
    with pytest.raises(InvalidReportError) as caught:
        from_dict(with_value(COUNT, "3"))
    (finding,) = caught.value.findings
    assert finding.render(CHINESE) == (
        "三、收到和处理政府信息公开申请情况：“一、本年新收政府信息公开申请数量”行“总计”列："
        '应为-9007199254740991 至 9007199254740991 的整数或 null，此处是字符串 "3"'
    )
    assert finding.message.render(ENGLISH) == (
        "expected a whole number from -9007199254740991 to 9007199254740991 or null,"
        ' found the string "3"'
    )


def test_a_refusal_reads_as_a_sentence() -> None:
    with pytest.raises(InvalidReportError) as caught:
        loads("{")
    assert caught.value.render(ENGLISH) == (
        '1 problem: at "" (JSON-SYNTAX) the whole report:'
        " not JSON: line 1, column 2 should not be the end of the text"
    )
    with pytest.raises(InvalidReportError) as caught:
        loads("{}")
    assert caught.value.render(ENGLISH).startswith(
        '14 problems: at "/schema_version" (JSON-MISSING)'
    )
    assert caught.value.render(ENGLISH).endswith("; and 9 more")
    assert caught.value.render(CHINESE).startswith("14 处问题：")
    assert caught.value.render(CHINESE).endswith("；另有 9 处")


def test_a_refusal_stays_short_whatever_it_quotes() -> None:
    with pytest.raises(InvalidReportError) as caught:
        from_dict(document(**{"k" * 10**5: "v", "year": "9" * 10**5, "title": 10**999}))
    assert len(str(caught.value)) < 1500
    assert all(len(f.message.render()) < 400 for f in caught.value.findings)


def test_a_refusal_lists_a_thousand_problems_and_counts_the_others() -> None:
    with pytest.raises(InvalidReportError) as caught:
        from_dict(document(overview=[1] * 3000, other_matters=[1]))
    *findings, last = caught.value.findings
    assert [f.pointer for f in findings] == [f"/overview/{i}" for i in range(1000)]
    assert (last.rule_id, last.pointer, last.severity) == ("JSON-MORE", "", Severity.ERROR)
    assert last.message.params == {"unlisted": 2001}
    assert caught.value.render(ENGLISH).startswith("3001 problems: ")
    assert str(caught.value).endswith("; and 2996 more")


def test_a_pointer_ends_before_a_key_without_end() -> None:
    key = "k" * 3_000_000
    assert problems_in(document(**{key: {key: "\ud800"}})) == [
        ("JSON-UNKNOWN-KEY", ""),
        ("JSON-SURROGATE", ""),
    ]


def test_a_refusal_survives_being_sent_to_another_process() -> None:
    with pytest.raises(InvalidReportError) as caught:
        loads("{}")
    assert pickle.loads(pickle.dumps(caught.value)).findings == caught.value.findings


def test_every_reserved_id_is_used_by_some_test_document() -> None:
    texts: list[str | bytes] = [
        b"\xff",
        "{",
        "[" * 100_000,
        '{"a": 1, "a": 1}',
        raw("/title", r'"\ud800"'),
        "{}",
        raw("/year", '"a"'),
        raw("/year", "1"),
        raw("/title", '""'),
        raw("/requests/edition", '"1999"'),
        raw("/schema_version", '"0"'),
        raw("/cell_notes", json.dumps({COUNT: {"printed": "", "note": None, "state": "?"}})),
    ]
    of_validate = {"JSON-SCHEMA", "JSON-MORE"}
    used = {rule for text in texts for rule, _ in problems_in_text(text)}
    assert used == JSON_IDS.keys() - of_validate


def test_every_reserved_id_and_message_has_words_in_both_languages() -> None:
    assert all(label.zh and label.en for label in JSON_IDS.values())
    assert all(text.zh and text.en for key, text in MESSAGES.items() if key.startswith("json_"))
