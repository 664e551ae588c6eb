"""Every message has both languages, and what it says fits what it is given."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from string import Formatter

import pytest

from govdisclosure.analysis.diagnosis import BlankStatus, Certainty, ErrorPattern, Origin
from govdisclosure.findings import Severity
from govdisclosure.form import CellState
from govdisclosure.i18n import ENGLISH, LANGUAGES, MESSAGES, Message
from govdisclosure.i18n import messages as subjects
from govdisclosure.rules import Effect
from tests.house import MODULES, tree


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


COUNTED_OTHERWISE = {"cells_listed_more"}
"""Chinese counts all cells, English those that are not named."""


def literal_messages() -> Iterator[tuple[str, str, set[str] | None]]:
    """Every ``Message("key", {…})`` of the package: module, key, names of its parameters.

    The names are ``None`` where they are not written out beside the key.
    """
    for module in MODULES:
        for node in ast.walk(tree(module)):
            match node:
                case ast.Call(func=ast.Name("Message"), args=[ast.Constant(str() as key)]):
                    yield module, key, set()
                case ast.Call(
                    func=ast.Name("Message"), args=[ast.Constant(str() as key), parameters]
                ):
                    yield module, key, _names(parameters)


def _names(parameters: ast.expr) -> set[str] | None:
    if not isinstance(parameters, ast.Dict):
        return None
    names = [key.value if isinstance(key, ast.Constant) else None for key in parameters.keys]
    return None if None in names else {str(name) for name in names}


def test_no_key_stands_under_two_subjects() -> None:
    by_subject = [
        words for name, words in vars(subjects).items() if name.isupper() and name[0] != "_"
    ]
    by_subject.remove(MESSAGES)
    repeated = Counter(key for words in by_subject for key in words)
    assert [key for key, count in repeated.items() if count > 1] == []
    assert repeated.keys() == MESSAGES.keys()


@pytest.mark.parametrize("key", MESSAGES)
def test_both_languages_of_a_message_have_the_same_placeholders(key: str) -> None:
    templates = [MESSAGES[key].render(language) for language in LANGUAGES.values()]
    assert all(template.strip() for template in templates)
    if key not in COUNTED_OTHERWISE:
        assert placeholders(templates[0]) == placeholders(templates[1])


def test_every_literal_message_has_its_template_and_every_placeholder_its_parameter() -> None:
    unknown = [(module, key) for module, key, _ in literal_messages() if key not in MESSAGES]
    assert unknown == []
    written_out = [(m, key, names) for m, key, names in literal_messages() if names is not None]
    assert len(written_out) > 100
    lacking = {
        (module, key): missing
        for module, key, names in written_out
        if (missing := _asked_for(key) - names)
    }
    assert lacking == {}


def spelled() -> tuple[set[str], set[str]]:
    """What the package spells outside the messages: strings, and f-strings as patterns of keys."""
    strings, patterns = set(), set()
    for module in MODULES:
        nodes = [] if module.startswith("i18n.messages.") else ast.walk(tree(module))
        for node in nodes:
            match node:
                case ast.Constant(str() as text):
                    strings.add(text)
                case ast.JoinedStr(parts):
                    patterns.add("".join(map(_pattern, parts)))
    return strings, {pattern for pattern in patterns if "_" in pattern}


def _pattern(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)"


def test_every_message_is_used() -> None:
    """Its key stands in the package, or an f-string makes it of words that stand there."""
    strings, patterns = spelled()
    spoken = strings | {
        key
        for pattern in patterns
        for key in MESSAGES
        if (match := re.fullmatch(pattern, key)) and strings.issuperset(match.groups())
    }
    assert MESSAGES.keys() - spoken == set()


@pytest.mark.parametrize(
    ("pattern", "values"),
    [
        ("{}", Severity),
        ("attested_{}", {Effect.REFUSED, Effect.STALE}),
        ("blank_{}", BlankStatus),
        ("blanks_{}", BlankStatus),
        ("certainty_{}", Certainty),
        ("fault_{}", {*Certainty} - {Certainty.SUPPOSES_PATTERN}),
        ("origin_{}", {*Origin} - {Origin.UNKNOWN}),
        ("slip_{}", ErrorPattern),
        ("state_{}", CellState),
    ],
)
def test_every_value_that_is_said_has_its_message(pattern: str, values: Iterable[str]) -> None:
    assert {pattern.format(value) for value in values} - MESSAGES.keys() == set()


def _asked_for(key: str) -> set[str]:
    """The placeholders of a message in any language."""
    templates = (MESSAGES[key].render(language) for language in LANGUAGES.values())
    return set().union(*map(placeholders, templates))


def test_keys_are_plain_names() -> None:
    assert [key for key in MESSAGES if not re.fullmatch(r"[a-z][a-z0-9_]*", key)] == []


NUMBERS = re.compile(r"\{(\w+)\} (?:more )?(?!\w+less\b)([a-z]+s)\b")
"""A number with a word in the plural that no number changes."""

NEVER_ONE = {"certainty_one_of", "format_not_supported", "json_more_than", "too_slow"}
"""What is said of several, of a limit, of no number at all."""


def test_every_count_has_the_word_for_one_in_english() -> None:
    templates = {key: MESSAGES[key].render(ENGLISH) for key in MESSAGES.keys() - NEVER_ONE}
    plurals = {key: m for key, words in templates.items() if (m := NUMBERS.search(words))}
    counts = {k: m[0] for k, m in plurals.items() if m[1] not in ("limit", "most")}
    assert {k: words for k, words in counts.items() if words.split()[-1] not in VERBS} == {}


VERBS = {"says", "is", "was", "has", "matches", "does", "lists", "needs", "holds", "states"}


@pytest.mark.parametrize(
    ("key", "params", "words"),
    [
        ("unplaced", {"count": 1}, "1 piece found no place in the report; read --format reading"),
        ("unplaced", {"count": 2}, "2 pieces found no place in the report; read --format reading"),
        ("rows_missing", {"count": 1, "rows": "a", "more": ""}, "1 row was not read: a"),
        ("rows_missing", {"count": 0, "rows": "a", "more": ""}, "0 rows were not read: a"),
    ],
)
def test_a_number_and_its_word_agree(key: str, params: dict[str, object], words: str) -> None:
    assert Message(key, params).render(ENGLISH).startswith(words)
