"""The files in ``schemas/``: every schema, the rule catalogue, types, and which are released.

``schemas/RELEASED.sha256`` has a line for each released schema, a SHA-256 and an ``$id``. A
released schema never changes: one that has to gets a new version, and with it a new ``$id``
and a line of its own.
"""

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from docs.generate.released import entries
from govdisclosure.codec import encode
from govdisclosure.codec.catalogue import catalogue_schema, catalogue_text, own_rules_schema
from govdisclosure.codec.schema import (
    SUFFIX,
    draft_07_schema,
    json_schema,
    statutory_schema,
    type_declarations,
)
from govdisclosure.model import EDITIONS, AnyEdition
from govdisclosure.output.json import (
    comparison_schema,
    findings_schema,
    metrics_schema,
    reading_schema,
)

RELEASED = "RELEASED.sha256"


def schema_files(editions: Iterable[AnyEdition] = EDITIONS) -> Mapping[str, str]:
    """The text of every schema file, by file name.

    Reports of any kind (in draft-07 too), of each pure form as published and as asked for,
    readings, findings, comparisons, metrics, the rule catalogue.
    """
    known = tuple(editions)
    report = json_schema(editions=known)
    pure = [e.report_type for e in known]
    schemas = [
        report,
        draft_07_schema(editions=known),
        *map(json_schema, pure),
        *map(statutory_schema, pure),
        reading_schema(known),
        findings_schema(),
        comparison_schema(),
        metrics_schema(),
        catalogue_schema(),
        own_rules_schema(),
    ]
    return {_name(s["$id"]) + SUFFIX: _visible(encode(s)) for s in schemas}


def _name(schema_id: str) -> str:
    """What stands before the version, without the prefix that all URNs have."""
    return re.sub(r"[:-][0-9]+(\.[0-9]+)*$", "", schema_id).rpartition(":")[2]


def _visible(text: str) -> str:
    """JSON in which the white space of a pattern is written as escapes, to be seen."""
    return "".join(c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in text)


def published_files() -> dict[str, str]:
    """The text of every generated file in ``schemas/``, by its path below that.

    The schemas, the catalogue and the types of a report; the JavaScript package, which can be
    published as it is, has copies of the latter two.
    """
    for_javascript = {"rules.json": catalogue_text(), "report.d.ts": type_declarations()}
    copies = {f"js/{name}": text for name, text in for_javascript.items()}
    return {**schema_files(), **for_javascript, **copies}


def hashes(listing: str) -> Mapping[str, str]:
    """The hash of each released schema, by its ``$id``.

    >>> hashes("00ff  urn:govdisclosure:schema:report:1.0.0\\n")
    {'urn:govdisclosure:schema:report:1.0.0': '00ff'}
    """
    pairs = (line.split() for line in entries(listing))
    return {name: digest for digest, name in pairs}


def changes(listing: str, texts: Iterable[str]) -> list[str]:
    """The ``$id`` of every schema that is not what was released under its ``$id``."""
    known = hashes(listing)
    return [name for name, digest in _hashes_of(texts).items() if known.get(name, digest) != digest]


def with_new(listing: str, texts: Iterable[str]) -> str:
    """The list with a line for each schema whose ``$id`` is not in it yet.

    Raises:
        ValueError: a released schema would change; it needs a new version.
    """
    schemas = list(texts)
    if ids := changes(listing, schemas):
        raise ValueError(f"released, and changed since: {', '.join(ids)}")
    known, present = hashes(listing), _hashes_of(schemas)
    lines = (f"{digest}  {name}\n" for name, digest in present.items() if name not in known)
    return listing + "".join(lines)


def _hashes_of(texts: Iterable[str]) -> Mapping[str, str]:
    return {json.loads(text)["$id"]: sha256(text.encode()).hexdigest() for text in texts}
