"""JSON Schemas (draft 2020-12) of whole documents: of any record, of reports as well."""

from govdisclosure.codec._records import Record
from govdisclosure.codec._shapes import Object
from govdisclosure.codec.schema._annotations import first_paragraph
from govdisclosure.codec.schema._files import ID_PREFIX
from govdisclosure.codec.schema._generate import Writer
from govdisclosure.codec.schema._parts import DRAFT, Schema


def record_schema(
    shape: Object | Record,
    name: str,
    version: str,
    title: str,
    *,
    description: str = "",
    writer: Writer | None = None,
) -> Schema:
    """The JSON Schema of a record, or a report; what stands in it is a definition each.

    The title is for readers, and in ASCII for generators, which name types by it.
    ``description`` is what the class says of itself, if it is nothing else; what the writer has
    defined before is there, too.
    """
    writer = writer or Writer()
    body = writer.fields(shape)
    return {
        "$schema": DRAFT,
        "$id": f"{ID_PREFIX}:{name}:{version}",
        "title": f"{title} {_type_name(name)}",
        "description": description or first_paragraph(shape.cls),
        **body,
        "$defs": writer.definitions,
    }


def _type_name(name: str) -> str:
    return "".join(map(str.capitalize, name.split("-")))
