"""What the text itself gets wrong is refused where it stands."""

import pytest

from govdisclosure.codec import dumps, loads
from govdisclosure.errors import InvalidReportError
from govdisclosure.i18n import CHINESE, ENGLISH
from govdisclosure.model import EDITION_2021
from tests.support.json_documents import COUNT, problems_in_text, raw


def test_a_repeated_key_is_refused_where_it_stands() -> None:
    text = dumps(EDITION_2021.blank()).replace('"granted": {', '"granted": null, "granted": {')
    assert problems_in_text(text) == [("JSON-DUPLICATE-KEY", "/requests/outcomes/granted")]
    text = dumps(EDITION_2021.blank(), indent=None).replace(
        '"extensions":{}', '"extensions":{"x_a":{"b":1,"b":1}}'
    )
    assert problems_in_text(text) == [("JSON-DUPLICATE-KEY", "/extensions/x_a/b")]


@pytest.mark.parametrize("text", ["0e1000000000000000000", "-0.0e-10000000000000000000"])
def test_a_zero_is_a_zero_whatever_its_exponent(text: str) -> None:
    assert loads(raw(COUNT, text)).requests.received.total == 0


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_in_json_is_refused(text: str) -> None:
    assert problems_in_text(raw(COUNT, text)) == [("JSON-SYNTAX", COUNT)]
    assert problems_in_text(raw("/extensions/x_a", text)) == [("JSON-SYNTAX", "/extensions/x_a")]


@pytest.mark.parametrize("text", ["1e999", "-1e999", "9" * 10_000, "1e-99999999999999999999"])
def test_a_number_that_no_reader_keeps_is_refused(text: str) -> None:
    assert problems_in_text(raw(COUNT, text)) == [("JSON-RANGE", COUNT)]
    assert problems_in_text(raw("/extensions/x_a", f"[{text}]")) == [
        ("JSON-RANGE", "/extensions/x_a/0")
    ]


def test_a_byte_order_mark_is_passed_over() -> None:
    text = dumps(EDITION_2021.blank())
    assert loads(text.encode("utf-8-sig")) == loads(text.encode()) == loads("\ufeff" + text)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_whoever_saved_in_another_encoding_is_told_to_save_as_utf_8(encoding: str) -> None:
    text = dumps(EDITION_2021.blank(issuer="青禾县", year=2023))
    with pytest.raises(InvalidReportError) as caught:
        loads(text.encode(encoding))
    said = [caught.value.render(language) for language in (CHINESE, ENGLISH)]
    assert all(words in one for one, words in zip(said, ("另存为 UTF-8", "as UTF-8"), strict=True))
    assert all(("UTF-16" in one) == (encoding != "gb18030") for one in said)


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_bytes_that_are_not_utf_8_are_refused(encoding: str) -> None:
    text = dumps(EDITION_2021.blank(issuer="青禾县"))
    assert problems_in_text(text.encode(encoding)) == [("JSON-ENCODING", "")]


@pytest.mark.parametrize("surrogate", [r"\ud800", r"\udfff", r"a\ud83d"])
def test_a_lone_surrogate_is_refused(surrogate: str) -> None:
    assert problems_in_text(raw("/title", f'"{surrogate}"')) == [("JSON-SURROGATE", "/title")]
    text = raw("/extensions/x_a", f'{{"{surrogate}": 1, "b": ["{surrogate}"]}}')
    assert problems_in_text(text) == [
        ("JSON-SURROGATE", f"/extensions/x_a/{surrogate}"),
        ("JSON-SURROGATE", "/extensions/x_a/b/0"),
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "{", "[1,]", "{'a': 1}", '{"a" 1}', "nul", "01", '"\t"', "{} {}", "//", "\0"]
)
def test_what_is_not_json_is_refused(text: str) -> None:
    assert problems_in_text(text) == [("JSON-SYNTAX", "")]
    assert problems_in_text(text.encode()) == [("JSON-SYNTAX", "")]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 10**5 + "]" * 10**5])
def test_a_text_that_is_nested_without_end_is_refused(text: str) -> None:
    assert problems_in_text(text) == [("JSON-DEPTH", "")]


def test_an_extension_may_be_nested_as_deeply_as_the_whole_allows() -> None:
    def nested(levels: int) -> str:
        return raw("/extensions/x_a", "[" * levels + "]" * levels)

    assert loads(dumps(loads(nested(62)))) == loads(nested(62))
    assert problems_in_text(nested(63)) == [("JSON-DEPTH", "/extensions/x_a" + "/0" * 62)]
    assert problems_in_text(nested(500)) == [("JSON-DEPTH", "/extensions/x_a" + "/0" * 62)]


def test_text_is_a_string_or_bytes() -> None:
    with pytest.raises(TypeError, match="not int"):
        loads(3)  # type: ignore[arg-type]
