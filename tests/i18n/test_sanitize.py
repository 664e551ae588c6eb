"""What leaves for a terminal or a log steers neither; JSON stays the same data."""

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.codec.schema import schema_names, schema_text
from govdisclosure.i18n import escape_output, spell

COMMAND = re.compile(r"(?m)^\s*::|##\w*\[")
"""What GitHub takes for a command at the start of a line, and GitHub and Azure inside one."""

hostile = st.text(st.sampled_from("#[:a vso]\\\r\n\t\x1b\x9b\u200b\u202e\u2028\u3000\ud800😀中"))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("::error::a", r"\u003a:error::a"),
        ("a\n \u3000::error::a", "a\n \u3000\\u003a:error::a"),
        ("a ::error::", "a ::error::"),
        ("\u200b::error::", r"\u200b::error::"),
        ("a##[error]b", r"a#\u0023[error]b"),
        ("###[a]", r"##\u0023[a]"),
        ("##vso[task.setvariable]a", r"#\u0023vso[task.setvariable]a"),
        ("## 一、总体情况", "## 一、总体情况"),
        ("青禾县　2023年", "青禾县　2023年"),
        ("a,b\r\nc\rd\r\n", "a,b\r\nc\\rd\r\n"),
        ("\x9b31m\x7f\x00", r"\u009b31m\u007f\u0000"),
        ("\u202e\u2066\ufeff\xad\U000e0041", r"\u202e\u2066\ufeff\u00ad\udb40\udc41"),
        ("a\u2028::error::", r"a\u2028::error::"),
        ("\udc80", r"\udc80"),
    ],
)
def test_what_steers_is_spelled_out_and_all_else_stays(text: str, escaped: str) -> None:
    assert escape_output(text) == escaped


@given(hostile)
def test_nothing_is_left_that_steers(text: str) -> None:
    escaped = escape_output(text)
    left = {c for c in escaped.replace("\r\n", "\n") if unicodedata.category(c) in _UNSEEN}
    assert left <= {"\n"}
    assert not COMMAND.search(escaped)
    assert escape_output(escaped) == escaped


_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.recursive(hostile, lambda inner: st.lists(inner) | st.dictionaries(hostile, inner)))
def test_json_stays_the_same_data(data: object) -> None:
    for indent in (None, 2):
        text = json.dumps(data, ensure_ascii=False, indent=indent)
        assert json.loads(escape_output(text)) == data


@given(st.text())
def test_what_an_encoding_lacks_is_spelled_as_json_does_it(text: str) -> None:
    assert json.loads(f'"{spell(text)}"') == text.encode("utf-16", "surrogatepass").decode(
        "utf-16", "surrogatepass"
    )


@pytest.mark.parametrize("name", schema_names())
def test_what_is_published_leaves_as_it_is(name: str) -> None:
    assert escape_output(schema_text(name)) == schema_text(name)
