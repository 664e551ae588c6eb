"""The TOML files → facts; each file is read once, when it is asked for."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from govdisclosure.form._types import JsonObject
from govdisclosure.form.meanings._facts import (
    Answer,
    Basis,
    Deadline,
    Difference,
    Event,
    Law,
    Place,
    Reference,
    Statement,
    Sureness,
    Term,
    weakest,
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
def differences() -> tuple[Difference, ...]:
    """What the form of 2021 changed."""
    return tuple(
        Difference(
            one["place"], one["form_2019"], one["form_2021"], _statement(one["why"], one["sure"])
        )
        for one in _read("differences")["difference"]
    )


@cache
def history() -> tuple[Event, ...]:
    """How the report came to be, oldest first."""
    return tuple(
        Event(one["when"], _statement(one, one["sure"]), _sources(one))
        for one in _read("history")["event"]
    )


@cache
def glossary() -> tuple[Term, ...]:
    """The words of the field."""
    return tuple(
        Term(_text(one), one["established"], Sureness(one["sure"]))
        for one in _read("glossary")["term"]
    )


@cache
def laws() -> Mapping[str, Law]:
    """The laws, notices and letters by their codes."""
    data = _read("laws")
    articles: dict[str, dict[str, Text]] = {}
    for one in data["article"]:
        code, _, clause = one["at"].partition(" ")
        articles.setdefault(code, {})[clause] = _text(one)
    return {
        one["code"]: Law(
            one["code"],
            _text(one["title"]),
            one["version"],
            _sources(one),
            articles.get(one["code"], {}),
        )
        for one in data["law"]
    }


@cache
def references() -> Mapping[str, Reference]:
    """Where facts are from, by id."""
    return {one["id"]: Reference(**one) for one in _read("sources")["source"]}


def _read(name: str) -> JsonObject:
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))


def _place(data: JsonObject) -> Place:
    sure: Mapping[str, str] = data["sure"]
    usual = sure.get("means") or sure["label"]
    parts = _parts({topic: mark for topic, mark in sure.items() if topic in _topics()})
    # Where only parts of it are marked, no more is claimed for the whole than for the weakest.
    least = weakest(parts) if parts else usual

    def statement(name: str, otherwise: str = usual) -> Statement:
        return _statement(data[name], sure.get(name, otherwise))

    return Place(
        id=data["id"],
        kind=data["kind"],
        at=tuple(data.get("at", ())),
        editions=tuple(data["editions"]),
        label=_text(data["label"]) if "label" in data else None,
        means=statement("means"),
        counts=statement("counts", least),
        # Who fills it in is nowhere prescribed.
        filled_by=statement("filled_by", "inferred") if "filled_by" in data else None,
        mistakes=statement("mistakes") if "mistakes" in data else None,
        parts=parts,
        basis=_basis(data),
        sources=_sources(data),
    )


def _answer(data: JsonObject) -> Answer:
    return Answer(
        data["id"],
        _text(data["title"]),
        _statement(data, data["sure"]),
        _parts(data.get("parts", {})),
        _basis(data),
        _sources(data),
    )


@cache
def _topics() -> Mapping[str, Text]:
    return {name: _text(words) for name, words in _read("topics")["topics"].items()}


def _parts(marks: Mapping[str, str]) -> tuple[Statement, ...]:
    """What is marked by itself of what is said."""
    return tuple(Statement(_topics()[topic], Sureness(mark)) for topic, mark in marks.items())


def _statement(words: JsonObject, sureness: str) -> Statement:
    return Statement(_text(words), Sureness(sureness))


def _text(words: JsonObject) -> Text:
    return Text(**{code: words[code] for code in LANGUAGES})


def _basis(data: JsonObject) -> tuple[Basis, ...]:
    pairs = (one.partition(" ") for one in data.get("basis", ()))
    return tuple(Basis(laws()[code], clause) for code, _, clause in pairs)


def _sources(data: JsonObject) -> tuple[Reference, ...]:
    return tuple(references()[one] for one in data["sources"])
