"""The documents of the proof: each is told by a seed and a number, and always the same."""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

from attrs import frozen

from govdisclosure.codec import to_dict
from govdisclosure.form import CellState, Kind, Money, build
from govdisclosure.model import CellNote, Issuer, Period, new_report
from govdisclosure.model.parts import ReviewAndLitigation
from tests.support.forms import FORMS, Form
from tests.support.mutations import LARGEST, copy_of, mutate, pick, places, value_at

OFFICIAL = tuple(form for form in FORMS if form.name != "Freedonia")


@frozen
class Case:
    """A generated document: what kind of case it is, and its text."""

    kind: str
    text: str | bytes


# Documents


def any_report(chance: Random, form: Form) -> Any:
    """A valid report by chance: blanks, notes, extensions, numbers up to the limits.

    Half of them have no number that only the explaining path reads.
    """
    numbers = [None, 0, 1, 3, chance.randint(0, 10**6), -2]
    amounts = [None, Decimal("0"), Decimal("10.40"), Decimal("-3.5")]
    if chance.random() < 0.5:
        numbers += [LARGEST, -LARGEST]
        amounts += [Decimal("9" * 40)]

    def cell(_: str, kind: Kind) -> Any:
        if kind is Kind.MONEY:
            return Money(chance.choice(amounts), chance.choice([None, "元", "万元", "亿元"]))
        return chance.choice(amounts if kind is Kind.AMOUNT else numbers)

    prose = [None, (), ("一",), ("（一）甲", "乙\n丙", "\u180e")]
    notes = chance.sample(list(form.form.cells), 2)
    return new_report(
        title=chance.choice([None, "报告", "𠀀 \u200c"]),
        issuer=Issuer(name=chance.choice([None, "青禾县"])),
        year=chance.choice([None, 2008, 2023, 2999]),
        period=chance.choice([None, Period(start="2023-01-01", end="2023-02-31")]),
        preamble=chance.choice(prose),
        overview=chance.choice(prose),
        proactive_disclosure=build(form.proactive_disclosure, cell),
        requests=build(form.requests, cell),
        review_and_litigation=build(ReviewAndLitigation, cell),
        problems_and_improvements=chance.choice(prose),
        other_matters=chance.choice(prose),
        cell_notes={
            c: CellNote(printed="—", note=chance.choice([None, "注"]), state=CellState.DASH)
            for c in notes[: chance.randint(0, 2)]
        },
        extensions=chance.choice([{}, {}, {"x_a": [1, {"b": None}]}, {"org.example": 2.5}]),
    )


@cache
def bases(seed: int) -> tuple[Any, ...]:
    """Valid documents of every official form that others are made from."""
    chance = Random(f"bases {seed}")
    return tuple(to_dict(any_report(chance, OFFICIAL[i % len(OFFICIAL)])) for i in range(48))


def shuffled(chance: Random, data: Any) -> Any:
    """The same data with its keys in another order."""
    if isinstance(data, list):
        return [shuffled(chance, v) for v in data]
    if isinstance(data, dict):
        return {k: shuffled(chance, data[k]) for k in chance.sample(list(data), len(data))}
    return data


# Cases


def case(seed: int, number: int) -> Case:
    """One case, always the same for a seed and a number."""
    chance = Random(f"{seed} {number}")
    data = chance.choice(bases(seed))
    kind = chance.choices(list(KINDS), [weight for weight, _ in KINDS.values()])[0]
    return Case(kind, KINDS[kind][1](chance, data))


def as_text(chance: Random, data: Any) -> str:
    """JSON text of data, as one of several writers would write it."""
    return json.dumps(
        data, ensure_ascii=chance.random() < 0.5, indent=chance.choice([None, None, None, 1])
    )


def valid(chance: Random, _: Any) -> str:
    """A report as it comes, its keys in any order."""
    data = to_dict(any_report(chance, chance.choice(OFFICIAL)))
    return as_text(chance, shuffled(chance, data) if chance.random() < 0.5 else data)


def boundary(chance: Random, data: Any) -> str:
    """One value at, or just beyond, the limit of what may stand there."""
    document = copy_of(data)
    words = [p for p in places(document) if isinstance(value_at(document, p), str)]
    rare = chance.choice([words, [(key,) for key in document]])  # among hundreds of counts
    *above, last = chance.choice(rare) if chance.random() < 0.5 else pick(chance, document)
    holder = value_at(document, above)
    was = holder[last]
    if isinstance(was, bool) or was is None or isinstance(was, dict | list):
        holder[last] = chance.choice([None, [], {}, "", 0, was])
    elif isinstance(was, int | float):
        near = [
            LARGEST,
            LARGEST + 1,
            -LARGEST,
            -LARGEST - 1,
            float(LARGEST),
            2007,
            2008,
            2999,
            3000,
        ]
        holder[last] = chance.choice([*near, was + 1, float(was), was + 0.5, -0.0, True])
    elif last in ("amount_wan_yuan", "value"):
        holder[last] = chance.choice(["9" * 40, "9" * 41, f"{was}\n", f"0{was}", f"{was}."])
    else:
        edges = [f"{was}\n", f" {was}", was.upper(), was[:-1], "9" * 40, "\u3000", "\x00"]
        holder[last] = chance.choice([*edges, was + "\ufeff", was.replace("0", "０"), was * 2])
    return as_text(chance, document)


def wrong(chance: Random, data: Any) -> str:
    """Something changed, removed, added or moved, once or twice."""
    document = mutate(chance, data)
    return as_text(chance, mutate(chance, document) if chance.random() < 0.2 else document)


NUMBERS = (
    "3.0", "3e0", "30E-1", "-0", "-0.0", "0e99999", "1e2", "1e400", "-1e999", "1e-999", "0.5",
    "0.99999999999999999999", "1.0000000000000000000001", "9007199254740991",
    "9007199254740992", "9007199254740991.0", "9007199254740993", "-9007199254740991.0",
    "9007199254740990.6", "1e15", "1e16", "9" * 399, "9" * 5000, "-" + "9" * 20, "2.5e-5",
    "NaN", "Infinity", "-Infinity", "00", "01", "+1", ".5", "5.", "0x10", "1_0", "１",
    "1e99999999999",
)  # fmt: skip
STRINGS = (
    r'"\ud800"', r'"\udfff"', r'"\ud83d\ude00"', r'"a\ud83d"', r'"\ude00\ud83d"', r'"\u0000"',
    '"\t"', '"\n"', r'"\x41"', "'a'", '"\\', r'"\u12"', '"\x7f"', r'"\/"', "nul", "True", "",
)  # fmt: skip


def odd_number(chance: Random, data: Any) -> str:
    """A number written in an odd way, wherever it may stand."""
    return _raw(chance, data, chance.choice(NUMBERS))


def odd_string(chance: Random, data: Any) -> str:
    """A string or word written in an odd way, or a lone surrogate as a value or a key."""
    text = chance.choice(STRINGS)
    if chance.random() < 0.3 and text.startswith('"') and text.endswith('"'):
        return _raw(chance, data, f"{{{text}: 1}}")
    return _raw(chance, data, text)


def _raw(chance: Random, data: Any, text: str) -> str:
    document = copy_of(data)
    if chance.random() < 0.3:
        document["extensions"] = {"x_a": chance.choice(["@@", ["@@"], {"b": "@@"}])}
    else:
        *above, last = pick(chance, document)
        value_at(document, above)[last] = "@@"
    return json.dumps(document, ensure_ascii=False).replace('"@@"', text)


def nested(chance: Random, data: Any) -> str:
    """Arrays or objects inside each other, up to the limit, beyond it, far beyond it."""
    levels = chance.choice([1, 5, 60, 61, 62, 63, 64, 65, 100, 500, 5000, 100_000])
    text = "[" * levels + "]" * levels
    if chance.random() < 0.5:
        text = '{"a":' * levels + "1" + "}" * levels
    return _raw(chance, data, text)


def repeated(chance: Random, data: Any) -> str:
    """A key that stands twice in some object, with the same value or another."""
    document = copy_of(data)
    *above, last = pick(chance, document)
    holder = value_at(document, above)
    if not isinstance(holder, dict):
        return as_text(chance, document)
    twin = json.dumps(chance.choice([holder[last], None, 1]), ensure_ascii=False)
    key = json.dumps(last, ensure_ascii=False)
    if chance.random() < 0.3:
        key = '"' + "".join(f"\\u{ord(c):04x}" for c in last if ord(c) < 0x10000) + '"'
    holder["@@"] = 0
    return json.dumps(document, ensure_ascii=False).replace('"@@": 0', f"{key}: {twin}")


def damaged(chance: Random, data: Any) -> str | bytes:
    """A text cut off, or with a byte changed, put in or taken out; in other encodings too."""
    text = json.dumps(data, ensure_ascii=chance.random() < 0.5)
    raw = text.encode()
    at = chance.randrange(len(raw))
    texts: list[str | bytes] = [
        raw[:at],
        raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :],
        raw[:at] + bytes([chance.choice(b'{}[]",:0 \\')]) + raw[at:],
        raw[:at] + raw[at + 1 :],
        raw + b" ",
        raw + b"{}",
        text.encode("utf-8-sig"),
        text.encode("utf-16"),
        text.replace("{", "{ // a\n", 1),
        text.replace("}", ",}", 1),
        "\ufeff" + text,
    ]
    return chance.choice(texts)


KINDS: Mapping[str, tuple[int, Callable[[Random, Any], str | bytes]]] = {
    "valid": (10, valid),
    "boundary": (20, boundary),
    "wrong": (40, wrong),
    "odd number": (10, odd_number),
    "odd string": (6, odd_string),
    "nested": (4, nested),
    "repeated key": (4, repeated),
    "damaged text": (6, damaged),
}
