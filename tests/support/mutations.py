"""Documents with something wrong in them, by chance but always the same: every law uses these."""

import pickle
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

LARGEST = 2**53 - 1

VALUES: Sequence[Any] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    3.0,
    -0.0,
    1.5,
    1e2,
    1e300,
    float("inf"),
    2007,
    2008,
    2999,
    3000,
    2020.0,
    LARGEST,
    -LARGEST,
    LARGEST + 1,
    -LARGEST - 1,
    float(LARGEST + 1),
    10**400,
    "",
    " ",
    "\u3000",
    "\u00a0",
    "\u200b",
    "\u200c",
    "\ufeff",
    "\x85",
    "\x1c",
    "\u2028",
    "\u180e",
    "字",
    " 字 ",
    "\n",
    "3",
    "-3",
    "-0",
    "00",
    "01",
    "0.50",
    "1.",
    ".5",
    "1e2",
    "+1",
    "１",
    "1\n",
    "1.5\n",
    "1\r",
    " 1",
    "1,0",
    "9" * 40,
    "9" * 41,
    "-" + "9" * 40,
    "0." + "1" * 38,
    "0." + "1" * 39,
    "2020-01-01",
    "2020-01-01\n",
    "2020-02-31",
    "2020-13-01",
    "2020-00-10",
    "2020-1-1",
    "２０２０-01-01",
    "20200-01-01",
    "元",
    "万元",
    "亿元",
    "元\n",
    "百万元",
    "2019",
    "2021",
    "2021\n",
    "Freedonia",
    "1.0.0",
    "1.0.0\n",
    "1.0",
    "number",
    "blank",
    "dash",
    "absent",
    "dash\n",
    "null",
    [],
    {},
    [None],
    [""],
    ["a"],
    ["a", "\u3000"],
    [["a"]],
    [1],
    {"edition": "2021"},
    {"edition": "2019"},
    {"start": "2020-01-01", "end": "2020-12-31"},
    {"start": "2020-01-01"},
    {"name": None},
    {"value": "1.0", "unit": None},
    {"value": None, "unit": "元"},
    {"value": 1, "unit": "元"},
    {"printed": "", "note": None, "state": "dash"},
    {"printed": "", "state": "dash"},
    {"x_a": [1, {"b": None}]},
    {"x_a": [2.5, {"b": 1e300}]},
    {"org.example": "\n"},
    {"x_a\n": 1},
    {"x_": 1},
)
KEYS = (
    "",
    "x",
    "edition",
    "$schema",
    "total",
    "title",
    "note",
    "x_a",
    "x_A",
    "x_a\n",
    "x_",
    "org.example",
    "org.example\n",
    ".a",
    "a.",
    "é.a",
    "/requests/received/total",
    "/requests/received",
    "/requests",
    "/requests/outcomes/other/total",
    "/requests/outcomes/other/residual/total",
    "/requests/received/nobles",
    "/requests/outcomes/refused/secret/of_state/total",
    "/proactive_disclosure/fees/amount_wan_yuan",
    "/proactive_disclosure/procurement/amount",
    "/proactive_disclosure/procurement/amount/value",
    "/review_and_litigation/litigation/direct/total",
    "/review_and_litigation/litigation/direct",
)


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands in a document."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


def pick(chance: Random, data: Any) -> tuple[Any, ...]:
    """Any place; those outside the tables, which are few, as often as those inside."""
    paths = list(places(data))
    others = [p for p in paths if len(p) == 1 or p[0] not in ("requests", "proactive_disclosure")]
    return chance.choice(others if chance.random() < 0.6 else paths)


def value_at(data: Any, path: Sequence[Any]) -> Any:
    for token in path:
        data = data[token]
    return data


def copy_of(data: Any) -> Any:
    return pickle.loads(pickle.dumps(data))  # several times faster than copy.deepcopy


def like(chance: Random, value: Any) -> Any:
    """Something of the same type, so that it may well be valid."""
    same = [v for v in VALUES if type(v) is type(value)]
    return chance.choice([None, *same])


def mutate(chance: Random, data: Any) -> Any:
    """A copy of a document with something changed, removed, added or moved in it."""
    document = copy_of(data)
    for _ in range(chance.choice((1, 1, 1, 1, 2))):
        *above, last = pick(chance, document)
        holder = value_at(document, above)
        act = chance.random()
        if act < 0.3:
            holder[last] = copy_of(like(chance, holder[last]))
        elif act < 0.6:
            holder[last] = copy_of(chance.choice(VALUES))
        elif act < 0.7:
            holder[last] = copy_of(value_at(document, pick(chance, document)))
        elif act < 0.8:
            del holder[last]
        else:
            target = holder[last] if isinstance(holder[last], dict) else document
            key = chance.choice(KEYS)
            target[key] = copy_of(chance.choice((*VALUES[:9], *VALUES[-16:])))
    return document
