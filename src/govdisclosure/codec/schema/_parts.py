"""The pieces that schemas and types are written with."""

from govdisclosure.codec._records import Record
from govdisclosure.codec._shapes import Object
from govdisclosure.form import JsonObject

Schema = JsonObject

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def object_of(**properties: Schema) -> Schema:
    """An object that has all of some keys, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def ref(name: str) -> Schema:
    """What stands under a name in ``$defs``."""
    return {"$ref": f"#/$defs/{name}"}


def name_parts(shape: Object | Record, editions: dict[str, str]) -> tuple[str, ...]:
    """What the definition of a class is named after: the class, and its edition if it has one.

    What stands beside the table of an edition belongs to that edition; ``editions`` has those
    that are known, by module, and the edition of the shape is added.
    """
    cls = shape.cls
    if shape.edition:
        editions[cls.__module__] = shape.edition
    return tuple(filter(None, (cls.__name__, editions.get(cls.__module__))))
