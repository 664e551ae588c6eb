"""JSON Schemas (draft 2020-12) of records, written as those of reports are."""

from govdisclosure.codec._records import Record
from govdisclosure.codec._shapes import Object
from govdisclosure.codec.schema._files import ID_PREFIX
from govdisclosure.codec.schema._generate import Writer, first_paragraph
from govdisclosure.codec.schema._parts import DRAFT, Schema


def record_schema(
    shape: Record | Object,
    name: str,
    version: str,
    title: str,
    *,
    besides: tuple[type, ...] = (),
    writer: Writer | None = None,
) -> Schema:
    """The JSON Schema of a record; each record in it is a definition under its class's name.

    ``besides`` are records that are to have a definition, too: they are written by themselves.
    ``writer`` may know more shapes than others do.
    """
    writer = writer or Writer()
    body = writer.fields(shape)
    for cls in besides:
        writer.definition(Record(cls))
    return {
        "$schema": DRAFT,
        "$id": f"{ID_PREFIX}:{name}:{version}",
        "title": title,
        "description": first_paragraph(shape.cls),
        **body,
        "$defs": writer.definitions,
    }
