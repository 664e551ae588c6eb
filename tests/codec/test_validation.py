"""``validate``: findings and nothing else, whatever the document and whoever judges it."""

import json
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure import validate
from govdisclosure.codec import JSON_IDS, dumps, to_dict
from govdisclosure.codec._reports import from_dict
from govdisclosure.errors import InvalidReportError
from govdisclosure.findings import Finding, Severity
from govdisclosure.i18n import CHINESE, LANGUAGES
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyReport
from govdisclosure.testing import reports
from tests.support.forms import FORMS, some
from tests.support.mutations import mutate

COUNT = "/requests/received/total"
OFFICIAL = [form for form in FORMS if form.name != "Freedonia"]
SCHEMAS = ("report", "report.draft-07")
"""That a table is of an edition is a condition in the one, a choice of types in the other."""

by_both = pytest.mark.parametrize("schema", [None, *SCHEMAS])


def sound() -> dict[str, Any]:
    return to_dict(EDITION_2021.blank(issuer="青禾县", year=2023, number=0))


def summary(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(f.rule_id, f.pointer) for f in findings]


def ids_in(document: Any, schema: Any) -> list[tuple[str, str]]:
    return summary(validate(document, schema=schema))


# Two judges, one law


def test_a_valid_document_has_no_findings() -> None:
    text = dumps(EDITION_2021.blank(number=1))
    assert [validate(d) for d in (text, text.encode(), json.loads(text))] == [(), (), ()]
    assert validate(text, schema="report-2021") == ()


@pytest.mark.slow
@pytest.mark.parametrize("schema", SCHEMAS)
def test_the_schema_finds_what_the_loader_finds_in_the_same_words(schema: str) -> None:
    """Ids, pointers, order and messages: those of jsonschema and of the explaining path."""
    total = 0

    @some(60)
    @given(
        st.sampled_from(OFFICIAL).flatmap(lambda f: reports(f.proactive_disclosure, f.requests)),
        st.integers(0, 2**32 - 1),
    )
    def law(report: AnyReport, seed: int) -> None:
        nonlocal total
        document = to_dict(report)
        chance = Random(seed)
        for wrong in (mutate(chance, document) for _ in range(8)):
            by_loader, by_schema = validate(wrong), validate(wrong, schema=schema)
            assert summary(once(by_loader)) == summary(by_schema), wrong
            words = [[f.message.key for f in findings] for findings in (once(by_loader), by_schema)]
            assert words[0] == words[1]
            total += len(by_schema)

    law()
    assert total > 300


def once(findings: Sequence[Finding]) -> list[Finding]:
    """The first finding at each pointer: the loader may have two about an unknown edition."""
    return list({f.pointer: f for f in reversed(findings)}.values())[::-1]


@by_both
def test_a_refused_document_has_the_findings_that_the_loader_raises(schema: Any) -> None:
    document = sound() | {"year": "2023", "colour": 1}
    del document["title"]
    with pytest.raises(InvalidReportError) as caught:
        from_dict(document)
    assert summary(validate(document, schema=schema)) == summary(caught.value.findings)


@by_both
def test_a_finding_says_the_place_in_the_words_of_the_form_and_what_was_expected(
    schema: Any,
) -> None:
    document = sound()
    document["requests"]["received"]["total"] = "3"
    [finding] = validate(document, schema=schema)
    assert (finding.rule_id, finding.pointer, finding.severity) == (
        "JSON-TYPE",
        COUNT,
        Severity.ERROR,
    )
    assert finding.render(CHINESE) == (
        "三、收到和处理政府信息公开申请情况：“一、本年新收政府信息公开申请数量”行“总计”列："
        '应为-9007199254740991 至 9007199254740991 的整数或 null，此处是字符串 "3"'
    )


@by_both
def test_the_right_branch_is_blamed(schema: Any) -> None:
    """Pitfall 15: a wrong cell of one edition is never told as a table of another."""
    document = to_dict(EDITION_2019.blank())
    document["requests"]["outcomes"]["other"]["total"] = "x"
    document["period"] = {"start": "2023-01-01", "end": "2023-1-1"}
    assert ids_in(document, schema) == [
        ("JSON-PATTERN", "/period/end"),
        ("JSON-TYPE", "/requests/outcomes/other/total"),
    ]
    document["requests"]["edition"] = "2022"
    assert ids_in(document, schema)[1:] == [("JSON-EDITION", "/requests/edition")]


@by_both
def test_what_stands_in_the_text_alone_is_found_too(schema: Any) -> None:
    text = dumps(EDITION_2021.blank(number=0), indent=None)
    cell = '"received":{"natural_person":0'
    cases = {
        "": [("JSON-SYNTAX", "")],
        "[" * 100_000: [("JSON-DEPTH", "")],
        text.replace(cell, cell + ',"natural_person":0'): [
            ("JSON-DUPLICATE-KEY", "/requests/received/natural_person")
        ],
        text.replace(cell, cell[:-1] + "NaN"): [
            ("JSON-SYNTAX", "/requests/received/natural_person")
        ],
        text.replace(cell, cell[:-1] + "9" * 5000): [
            ("JSON-RANGE", "/requests/received/natural_person")
        ],
        text.replace(cell, cell[:-1] + "0.99999999999999999999"): [
            ("JSON-RANGE", "/requests/received/natural_person")
        ],
        text.replace(cell, cell[:-1] + "3.0"): [],
        text.replace('"title":null', '"title":"\\ud800"'): [("JSON-SURROGATE", "/title")],
        text.replace('"title":null', '"title":1e999'): [("JSON-TYPE", "/title")],
        text.replace("{}}", '{"x_a":' + "[" * 63 + "]" * 63 + "}}"): [
            ("JSON-DEPTH", "/extensions/x_a" + "/0" * 62)
        ],
    }
    for case, expected in cases.items():
        assert ids_in(case, schema) == expected, case[:80]
    assert validate(b"\xff", schema=schema)[0].rule_id == "JSON-ENCODING"


@by_both
@pytest.mark.parametrize(
    "value",
    [(1,), {1}, object(), b"a", float("nan"), {1: 2}, 10**5000],
    ids=lambda v: type(v).__name__,
)
def test_data_that_json_does_not_have_is_told_and_never_raised(value: Any, schema: Any) -> None:
    document = sound() | {"extensions": {"x_a": value}}
    assert [f.severity for f in validate(document, schema=schema)] == [Severity.ERROR]


@by_both
@pytest.mark.parametrize("document", [None, True, 3, 1.5, [], [[]], {}, "null", "[]", "{}"])
def test_anything_gets_findings(document: Any, schema: Any) -> None:
    findings = validate(document, schema=schema)
    assert findings
    assert {f.rule_id for f in findings} <= set(JSON_IDS)
    assert [*findings] == once(findings)


@by_both
@pytest.mark.parametrize("huge", ["1e300", "1" + "0" * 30, "0.5e300"])
@pytest.mark.parametrize(
    ("key", "rule"),
    [("title", "TYPE"), ("issuer", "TYPE"), ("requests", "TYPE"), ("year", "RANGE")],
)
def test_text_and_data_have_the_same_rule(schema: Any, huge: str, key: str, rule: str) -> None:
    data = sound() | {key: json.loads(huge)}
    text = json.dumps(sound() | {key: "@"}).replace('"@"', huge)
    expected = [(f"JSON-{rule}", f"/{key}")]
    assert ids_in(data, schema) == ids_in(text, schema) == expected


@by_both
def test_what_stands_below_an_unknown_key_is_told_in_its_order(schema: Any) -> None:
    wrong = sound()
    wrong["cell_notes"]["x_a"] = [1e300]
    wrong["requests"]["x_b"] = [1e300]
    del wrong["requests"]["edition"]
    assert ids_in(wrong, schema) == [
        ("JSON-RANGE", "/requests/x_b/0"),
        ("JSON-MISSING", "/requests/edition"),
        ("JSON-UNKNOWN-KEY", "/cell_notes/x_a"),
        ("JSON-RANGE", "/cell_notes/x_a/0"),
    ]


# Never megabytes


@by_both
def test_a_hostile_document_gets_a_few_short_findings(schema: Any) -> None:
    """Pitfall 14: what is echoed and how much is told has an end."""
    key, text = "k" * 3_000_000, "字" * 2_000_000
    wrong = sound() | {key: {key: text}, "title": [text], "year": text, "overview": [1] * 50_000}
    findings = validate(wrong, schema=schema)
    assert len(findings) == 1001
    assert summary(findings[-1:]) == [("JSON-MORE", "")]
    for one in findings:
        assert len(one.pointer) <= 500
        for language in LANGUAGES.values():
            assert len(one.render(language)) < 1500


@by_both
def test_findings_below_a_long_key_stay_short(schema: Any) -> None:
    key = "x_" + "k" * 1000
    wrong = sound() | {"extensions": {key: [{key: 1e300}], key + "K": [1e300]}}
    findings = validate(wrong, schema=schema)
    below = {(f.rule_id, f.pointer) for f in findings}
    assert below == {("JSON-RANGE", "/extensions"), ("JSON-PATTERN", "/extensions")}


@by_both
def test_as_many_findings_as_asked_for(schema: Any) -> None:
    wrong = sound() | {"overview": [1] * 7}
    assert len(validate(wrong, schema=schema, most=7)) == 7
    assert [f.rule_id for f in validate(wrong, schema=schema, most=2)] == [
        "JSON-TYPE",
        "JSON-TYPE",
        "JSON-MORE",
    ]
