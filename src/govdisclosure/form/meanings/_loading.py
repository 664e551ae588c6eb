"""The TOML files → facts; each file is read once, when it is asked for."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from govdisclosure.form._types import JsonObject
from govdisclosure.form.meanings._citations import Basis, Law, Reference, cite
from govdisclosure.form.meanings._facts import (
    Answer,
    Deadline,
    Difference,
    Event,
    Place,
    Sentence,
    Statement,
    Sureness,
    Term,
)
from govdisclosure.i18n import LANGUAGES, Text

_SECTIONS = ("document", "proactive_disclosure", "requests", "review_and_litigation")


@cache
def places() -> tuple[Place, ...]:
    """Every place of both editions, in the order of the form."""
    return tuple(_place(one) for name in _SECTIONS for one in _read(name)["place"])


def places_at(address: str, edition: str) -> tuple[Place, ...]:
    """What is known of a pointer, on the form of an edition: of a cell its row, then its column."""
    known = [one for one in places() if edition in one.editions]
    here = [one for one in known if one.is_at(address)]
    others = [one for one in here if one.kind != "column"]
    if others or not here:
        return tuple(others)  # a row of totals is no column of totals
    row = address.rpartition("/")[0]
    return (*(one for one in known if one.kind in ("row", "group") and one.is_at(row)), *here)


@cache
def duties() -> tuple[Answer, ...]:
    """Who reports, when, to whom, where and how."""
    return tuple(map(_answer, _read("duties")["duty"]))


@cache
def deadlines() -> tuple[Deadline, ...]:
    """Who reports by when and to whom, in short."""
    by_id = {duty.id: duty for duty in duties()}
    return tuple(
        Deadline(
            _text(one["who"]),
            _text(one["when"]),
            _text(one["to"]),
            tuple(by_id[duty_id] for duty_id in one["duties"]),
        )
        for one in _read("duties")["deadline"]
    )


@cache
def questions() -> tuple[Answer, ...]:
    """What clerks ask who fill in the form."""
    return tuple(map(_answer, _read("questions")["question"]))


@cache
def overviews() -> tuple[Answer, ...]:
    """What is best seen together: answers and their rows, examples that add up, what is unknown."""
    return tuple(map(_answer, _read("overviews")["overview"]))


@cache
def differences() -> tuple[Difference, ...]:
    """What the form of 2021 changed."""
    return tuple(
        Difference(
            _text(one["place"]),
            _text(one["form_2019"]),
            _text(one["form_2021"]),
            _statement(one["why"]),
        )
        for one in _read("differences")["difference"]
    )


@cache
def history() -> tuple[Event, ...]:
    """How the report came to be, oldest first."""
    return tuple(
        Event(one["when"], _statement(one["says"]), _sources(one))
        for one in _read("history")["event"]
    )


@cache
def glossary() -> tuple[Term, ...]:
    """The words of the field."""
    return tuple(
        Term(_text(one), _text(one["established"]), Sureness(one["sure"]))
        for one in _read("glossary")["term"]
    )


@cache
def laws() -> Mapping[str, Law]:
    """The laws, notices and letters by their codes."""
    return {
        one["code"]: Law(one["code"], _text(one["title"]), _text(one["version"]), _sources(one))
        for one in _read("laws")["law"]
    }


@cache
def articles() -> tuple[Answer, ...]:
    """What articles of laws say, in short."""
    return tuple(map(_article, _read("laws")["article"]))


def _article(data: JsonObject) -> Answer:
    code, _, clause = data["at"].partition(" ")
    basis = (Basis(laws()[code], clause),)
    said = Statement((Sentence(_text(data), Sureness.OFFICIAL),))
    asked_as = tuple(data.get("asked_as", ()))
    page_id = f"{code}-{clause}".lower().replace("–", "-")
    return Answer(page_id, cite(basis), said, asked_as, basis, laws()[code].sources)


@cache
def references() -> Mapping[str, Reference]:
    """Where facts are from, by id."""
    return {
        one["id"]: Reference(one["id"], _text(one["what"]), _address(one["where"]))
        for one in _read("sources")["source"]
    }


def _address(where: JsonObject | str) -> Text:
    """An address, which every language writes alike, or words about one."""
    return Text(where, where) if isinstance(where, str) else _text(where)


def _read(name: str) -> JsonObject:
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))


def _place(data: JsonObject) -> Place:
    return Place(
        id=data["id"],
        kind=data["kind"],
        at=tuple(data.get("at", ())),
        editions=tuple(data["editions"]),
        label=_text(data["label"]) if "label" in data else None,
        means=_statement(data["means"]),
        counts=_statement(data["counts"]),
        # Who fills it in is nowhere prescribed.
        filled_by=_inferred(data["filled_by"]) if "filled_by" in data else None,
        mistakes=_statement(data["mistakes"]) if "mistakes" in data else None,
        asked_as=tuple(data.get("asked_as", ())),
        basis=_basis(data),
        sources=_sources(data),
    )


def _answer(data: JsonObject) -> Answer:
    return Answer(
        data["id"],
        _text(data["title"]),
        _statement(data["says"]),
        tuple(data.get("asked_as", ())),
        _basis(data),
        _sources(data),
    )


def _statement(sentences: Sequence[JsonObject]) -> Statement:
    return Statement(tuple(Sentence(_text(one), Sureness(one["sure"])) for one in sentences))


def _inferred(words: JsonObject) -> Statement:
    return Statement((Sentence(_text(words), Sureness.INFERRED),))


def _text(words: JsonObject) -> Text:
    return Text(**{code: words[code] for code in LANGUAGES})


def _basis(data: JsonObject) -> tuple[Basis, ...]:
    pairs = (one.partition(" ") for one in data.get("basis", ()))
    return tuple(Basis(laws()[code], clause) for code, _, clause in pairs)


def _sources(data: JsonObject) -> tuple[Reference, ...]:
    return tuple(references()[one] for one in data["sources"])
