"""The JSON Schemas, written from the shapes that the loader reads by."""

import govdisclosure

TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    from govdisclosure.codec.schema._files import (
        ID_PREFIX,
        SUFFIX,
        catalogue_file,
        schema_names,
        schema_text,
    )
    from govdisclosure.codec.schema._foreign import findings_by_schema
    from govdisclosure.codec.schema._generate import Writer, cells_fit
    from govdisclosure.codec.schema._parts import DRAFT, Schema, object_of, ref
    from govdisclosure.codec.schema._records import record_schema
    from govdisclosure.codec.schema._reports import (
        draft_07_schema,
        json_schema,
        schema_name,
        statutory_schema,
    )
    from govdisclosure.codec.schema._typescript import type_declarations
else:
    __getattr__ = govdisclosure.names_in(
        __name__,
        _files="ID_PREFIX SUFFIX catalogue_file schema_names schema_text",
        _foreign="findings_by_schema",
        _generate="Writer cells_fit",
        _parts="DRAFT Schema object_of ref",
        _records="record_schema",
        _reports="draft_07_schema json_schema schema_name statutory_schema",
        _typescript="type_declarations",
    )

__all__ = [
    "DRAFT", "ID_PREFIX", "SUFFIX", "Schema", "Writer", "catalogue_file", "cells_fit",
    "draft_07_schema", "findings_by_schema", "json_schema", "object_of", "record_schema", "ref",
    "schema_name", "schema_names", "schema_text", "statutory_schema", "type_declarations",
]  # fmt: skip
