"""JSON made to waste time or memory."""

import json
from collections.abc import Callable, Mapping

from govdisclosure.files import form_as
from tests.fuzz.filling import REPORT, SIZE, each, fill


def in_json(**more: object) -> bytes:
    """The JSON of the report with other things in it."""
    return json.dumps(json.loads(form_as(REPORT, "json")) | more, ensure_ascii=False).encode()


def raw_json(piece: str) -> bytes:
    """The JSON of the report with a text at its beginning."""
    return form_as(REPORT, "json").decode().replace("{", "{" + piece, 1).encode()


JSON: Mapping[str, Callable[[], bytes]] = {
    "keys": lambda: raw_json(each(lambda n: f'"a{n}":1,')),
    "keys again": lambda: raw_json(fill('"a":1,')),
    "extensions": lambda: in_json(extensions={f"x_{n}": n for n in range(60_000)}),
    "extensions, deep": lambda: raw_json(
        '"extensions":' + fill("[" * 60 + "]" * 60 + ",").join("[]") + ","
    ),
    "extensions of lists": lambda: in_json(extensions={"x_a": [[]] * 250_000}),
    "notes": lambda: in_json(
        cell_notes={
            f"/requests/{n}": {"printed": "", "note": None, "state": "blank"} for n in range(18_000)
        }
    ),
    "lists": lambda: b'{"a":' + b"[" * SIZE,
    "objects": lambda: b'{"a":' * 160_000,
    "digits": lambda: raw_json('"year":' + "9" * SIZE + ","),
    "decimals": lambda: raw_json('"year":0.' + "9" * SIZE + ","),
    "exponents": lambda: raw_json(fill('"year":1e999,')),
    "exponents, long": lambda: raw_json('"year":1e' + "9" * SIZE + ","),
    "zeros": lambda: raw_json('"year":0e-' + "9" * SIZE + ","),
    "amount": lambda: raw_json(f'"title":"{fill("9")}",'),
    "paragraphs": lambda: in_json(overview=["甲"] * 160_000),
    "paragraphs, empty": lambda: in_json(overview=[""] * 240_000),
    "text": lambda: in_json(overview=[fill("甲")]),
    "escapes": lambda: raw_json('"title":"' + fill("\\ud800") + '",'),
    "ligatures": lambda: in_json(overview=[fill("ﷺ")]),
    "odd paragraphs": lambda: in_json(overview=[1] * 300_000),
    "spaces": lambda: raw_json(fill(" ")),
    "UTF-16": lambda: fill('{"a":1}').encode("utf-16"),
}
