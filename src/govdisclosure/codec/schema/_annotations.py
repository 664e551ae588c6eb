"""What a schema says beside what it asks for: the words of the form and what they mean.

``description`` is for people: editors show it where a key is typed, for which it stands at the
key and not behind its ``$ref``. What begins with ``x-`` is the same for programs.
"""

import inspect
from collections.abc import Iterator, Mapping

import attrs

from govdisclosure.codec._shapes import Field
from govdisclosure.codec.schema._key_facts import KeyFacts
from govdisclosure.codec.schema._parts import Schema
from govdisclosure.form import Json, Label, Table
from govdisclosure.form.meanings import FACT_TITLES, Statement
from govdisclosure.i18n import LANGUAGES, Text, words_data

_SHOWN = ("counts", "basis")
"""What an editor shows of a place below its meaning."""

_UNIT = Text("单位", "unit")


def first_paragraph(cls: type) -> str:
    """What the docstring of a class says first, on one line."""
    return " ".join((inspect.getdoc(cls) or "").partition("\n\n")[0].split())


def table_annotations(cls: type) -> Schema:
    """How a table is printed; nothing for what is no table."""
    if not issubclass(cls, Table):
        return {}
    corner = {"x-corner": _label_data(cls.corner)} if cls.corner else {}
    return corner | ({"x-across": True} if cls.across else {})


def field_annotations(inner: Field, facts: KeyFacts) -> Schema:
    """The words of a key, and what is known of it."""
    label = inner.label
    if label is None:
        return {"description": inner.description} if inner.description else {}
    kind = {"x-kind": inner.kind.value} if inner.kind else {}
    return {**key_annotations(label, facts), **kind, **_form_facts(label)}


def key_annotations(label: Label, facts: KeyFacts) -> Schema:
    """A label and what is known of what it stands for."""
    return {
        "description": "\n".join(_lines(label, facts)),
        "x-label": words_data(label),
        **({"x-meaning": _statement_data(facts.meaning.means)} if facts.meaning else {}),
    }


def _lines(label: Label, facts: KeyFacts) -> Iterator[str]:
    """What an editor shows: label and facts in each language, then what needs no language."""
    for language in LANGUAGES.values():
        if facts.meaning is None:
            yield label.render(language)
        else:
            words = facts.meaning.facts
            yield f"{label.render(language)}{language.colon}{words['means'].render(language)}"
            for name in filter(words.get, _SHOWN):
                title = FACT_TITLES[name].render(language).capitalize()
                yield f"{title}{language.colon}{words[name].render(language)}"
    if label.unit:
        yield _line_for_all(_UNIT, label.unit)
    if facts.rules:
        yield _line_for_all(FACT_TITLES["rules"], ", ".join(facts.rules))


def _line_for_all(title: Text, words: str) -> str:
    """A line that says the same to readers of every language."""
    titles = (one.capitalize() for one in words_data(title).values())
    return f"{' '.join(titles)}: {words}"


def _statement_data(statement: Statement) -> Schema:
    return {**words_data(statement.text), "sureness": statement.sureness.value}


def _label_data(label: Label) -> Schema:
    """The words of a label that is not a key's own."""
    return {**words_data(label), **_form_facts(label)}


def _form_facts(label: Label) -> Schema:
    facts: Mapping[str, Json] = {
        "x-unit": label.unit,
        "x-also": list(label.also),
        "x-under": _label_data(label.under) if label.under else None,
        "x-source": {k: v for k, v in attrs.asdict(label.source).items() if v}
        if label.source
        else None,
    }
    return {name: fact for name, fact in facts.items() if fact}
