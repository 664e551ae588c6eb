"""What can be wrong with a report as JSON: the reserved ids, the findings, how values are told."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import define, evolve, field

from govdisclosure.codec._strict_json import MAX_DEPTH, NotJson, NotUtf8, TooDeep, Unusable, decode
from govdisclosure.errors import InvalidReportError
from govdisclosure.findings import Finding, Severity
from govdisclosure.form import FormLocation, Json, JsonObject, Label, pointer
from govdisclosure.i18n import Message, escape_controls
from govdisclosure.model import ANY_FORM

Locate: TypeAlias = Callable[[str], FormLocation]
"""Says where a pointer points: ``location`` of a form, or of a single part of one."""

JSON_IDS: Mapping[str, Label] = {
    "JSON-ENCODING": Label("不是 UTF-8 编码", "Not UTF-8"),
    "JSON-SYNTAX": Label("不是 JSON", "Not JSON"),
    "JSON-DEPTH": Label("嵌套过深", "Nested too deeply"),
    "JSON-DUPLICATE-KEY": Label("键重复", "A key is repeated"),
    "JSON-SURROGATE": Label("字符串含有孤立的代理码元", "A string has a lone surrogate"),
    "JSON-TYPE": Label("类型不符", "A value of another type"),
    "JSON-MISSING": Label("缺少键", "A key is missing"),
    "JSON-UNKNOWN-KEY": Label("未知的键", "An unknown key"),
    "JSON-RANGE": Label("数超出范围", "A number out of range"),
    "JSON-PATTERN": Label("字符串写法不符", "A string written otherwise"),
    "JSON-VALUE": Label("不在允许的值之列", "Not one of the values allowed"),
    "JSON-EDITION": Label("未知的版本", "An unknown edition"),
    "JSON-SCHEMA": Label("不符合所给的 JSON Schema", "Not what the given JSON Schema asks for"),
    "JSON-MORE": Label("问题太多，没有全部列出", "Too many problems to list"),
    "JSON-VERSION": Label("未知的数据格式版本", "An unknown schema version"),
}
"""The reserved rule ids of this stage, with what they mean. Ids are never reused."""

MOST = 1000
"""How many findings there are at most; a document with more is wrong as a whole."""

_LONGEST_POINTER = 500
"""Characters; keys that make a longer pointer than this are no keys of ours."""

_LONGEST_ECHO = 60


def finding(
    locate: Locate,
    rule_id: str,
    address: str,
    message: Message,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """A finding of this stage at a pointer."""
    place = locate(shortened(address))
    return Finding(
        rule_id=rule_id, severity=severity, pointer=address, place=place, message=message
    )


def presentable(
    findings: Sequence[Finding], more: Message | None, severity: Severity = Severity.ERROR
) -> tuple[Finding, ...]:
    """Findings with pointers that end early where keys are long, and the last says what is left.

    ``more`` says how many there are that are not among them.
    """
    last = (finding(ANY_FORM.location, "JSON-MORE", "", more, severity),) if more else ()
    return (*(evolve(one, pointer=shortened(one.pointer)) for one in findings), *last)


def shortened(address: str) -> str:
    """A pointer that is not endless: that of something further out instead."""
    if len(address) <= _LONGEST_POINTER:
        return address
    return address[: address.rindex("/", 0, _LONGEST_POINTER)]


def token(key: str) -> str:
    """A key as it stands in a pointer; of an endless one no more than shows that it is."""
    return printable(key[: _LONGEST_POINTER + 1])


def data_of(text: str | bytes) -> Any:
    """Plain data of a JSON text, with what the text gets wrong in its place.

    Raises:
        InvalidReportError: there is no data to speak of.
    """
    try:
        return decode(text)
    except NotUtf8 as error:
        params = {"position": error.position, "found": f"0x{error.byte:02X}"}
        key = "json_is_utf16" if error.is_utf16 else "json_not_utf8"
        rule, message = "JSON-ENCODING", Message(key, params)
    except TooDeep:
        rule, message = "JSON-DEPTH", Message("json_too_deep", {"most": MAX_DEPTH})
    except NotJson as error:
        there = echo(error.text) if error.text else Message("json_end")
        params = {"line": error.line, "column": error.column, "found": there}
        rule, message = "JSON-SYNTAX", Message("json_syntax", params)
    raise InvalidReportError((finding(ANY_FORM.location, rule, "", message),))


def printable(text: str) -> str:
    """The string with lone surrogates spelt out, so that it can be shown and encoded.

    >>> printable("a\\ud800")
    'a\\\\ud800'
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def echo(text: str) -> str:
    """A string as it would be quoted in a message: as JSON, and cut at 60 characters.

    Control characters are escaped, and so is a lone surrogate.

    >>> echo("9" * 100) == '"' + "9" * 60 + "…" + '"'
    True
    >>> print(echo(chr(0xD800)), echo(chr(27)))
    "\\ud800" "\\u001b"
    """
    return escape_controls(json.dumps(_cut(text), ensure_ascii=False))


def _cut(text: str) -> str:
    return text[:_LONGEST_ECHO] + ("…" if len(text) > _LONGEST_ECHO else "")


def describe(value: Json) -> Message:
    """What stands there, for a message.

    >>> from govdisclosure.i18n import ENGLISH
    >>> [describe(value).render(ENGLISH) for value in (True, [1], "3")]
    ['the boolean true', 'an array', 'the string "3"']
    """
    match value:
        case None:
            return Message("json_null")
        case bool():
            return Message("json_boolean", {"text": str(value).lower()})
        case str() if type(value) is str:
            return Message("json_string", {"text": echo(value)})
        case int() | float() if type(value) in (int, float):
            return Message("json_number", {"text": _number(value)})
        case Unusable():
            return Message("json_number", {"text": _cut(value.text)})
        case Mapping():
            return Message("json_object")
        case list():
            return Message("json_array")
        case _:
            return Message("json_foreign", {"text": type(value).__name__})


def _number(value: int | float) -> str:
    if isinstance(value, int) and value.bit_length() > 4 * _LONGEST_ECHO:
        return f"{'-' if value < 0 else ''}≥2^{value.bit_length() - 1}"  # str() may refuse it
    return str(value)


_CONSTANTS = frozenset({"NaN", "Infinity", "-Infinity"})


@define(eq=False, repr=False)
class Problems:
    """The problems of a document, and in preserve mode the values of its unknown keys.

    ``root`` is the data of the whole report, where there is one: which notes fit depends
    on the editions of its tables. ``count`` counts the findings that make it invalid, of
    which the first ``most`` are noted. ``surplus`` has what stands at unknown keys, by
    pointer; as many of them are noted.
    """

    locate: Locate
    root: Any = None
    preserve: bool = False
    most: int = MOST
    findings: list[Finding] = field(factory=list)
    count: int = 0
    surplus: JsonObject = field(factory=dict)

    def add(self, rule_id: str, address: str, key: str, **params: Any) -> None:
        """Note a problem at a pointer."""
        self.count += 1
        if self.count <= self.most:
            message = Message(key, params)
            self.findings.append(finding(self.locate, rule_id, address, message))

    def wrong(self, rule_id: str, address: str, want: Message, value: Json) -> None:
        """Note that something else was expected."""
        if isinstance(value, Unusable) and value.text in _CONSTANTS:
            self.add("JSON-SYNTAX", address, "json_constant", expected=want, found=describe(value))
        else:
            self.add(rule_id, address, "json_wrong", expected=want, found=describe(value))

    @property
    def rest(self) -> Message | None:
        """How many problems there are that were not noted."""
        more = self.count - self.most
        return Message("json_more", {"unlisted": more}) if more > 0 else None

    def keep(self, address: str, key: str) -> str:
        """Note a key that has no place in the report; what to keep its value under."""
        message = Message("json_kept", {"found": echo(key), "kept": "/extensions"})
        if len(self.surplus) < self.most:
            self.findings.append(
                finding(self.locate, "JSON-UNKNOWN-KEY", address, message, Severity.INFO)
            )
        # The address may break off within the key; here the key is needed as it is.
        holder = address.rpartition("/")[0]
        return holder + pointer(key)
