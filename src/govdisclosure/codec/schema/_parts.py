"""The pieces that the JSON Schemas of results are written with."""

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
