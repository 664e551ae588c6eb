"""The keys of a report in its schema, and what is known of each."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from govdisclosure.form import tokens
from govdisclosure.form.meanings import Place, places_at
from govdisclosure.model import AnyEdition

Schema: TypeAlias = Mapping[str, Any]


def resolved(schema: Schema, part: Schema) -> Schema:
    """The object that a key holds: what stands behind its reference."""
    while "properties" not in part:
        while "$ref" not in part:
            part = next(part[keyword][0] for keyword in ("anyOf", "allOf") if keyword in part)
        reference, part = part["$ref"], schema
        for token in tokens(reference.removeprefix("#")):
            part = part[token]
    return part


def at(schema: Schema, address: str) -> Schema:
    """The schema of the key that a pointer leads to."""
    part = schema
    for token in tokens(address):
        part = resolved(schema, part)["properties"][token]
    return part


def known_places(edition: AnyEdition) -> Iterator[tuple[str, Place]]:
    """Every pointer to a key that something is known of, and the place that is its own."""
    form = edition.form
    above = {row.rpartition("/")[0]: None for row in form.rows}
    sections = [f"/{section.name}" for section in form.sections]
    facts = ["/title", "/issuer/name", "/year", "/period", "/period/start", "/preamble"]
    for address in (*facts, *sections, *above, *form.rows, *form.cells):
        for place in places_at(address, edition.name):
            if place.is_at(address) and place.has_own_key:
                yield address, place
