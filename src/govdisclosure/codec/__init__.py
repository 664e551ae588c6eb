"""Reports ⇄ JSON, strict in both directions."""

import govdisclosure

TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    from govdisclosure.codec._explaining import loads_once
    from govdisclosure.codec._problems import JSON_IDS
    from govdisclosure.codec._records import (
        Entries,
        Flat,
        Least,
        MessageKey,
        Named,
        Record,
        number_data,
        record_data,
        record_of,
        text,
    )
    from govdisclosure.codec._reports import dumps, from_dict, load_preserving, loads, to_dict
    from govdisclosure.codec._shapes import WORDS, Choice, Notes, Object, report_shape
    from govdisclosure.codec._strict_json import encode
else:
    __getattr__ = govdisclosure.names_in(
        __name__,
        _problems="JSON_IDS",
        _records="Entries Flat Least MessageKey Named Record number_data record_data record_of"
        " text",
        _explaining="loads_once",
        _reports="dumps from_dict load_preserving loads to_dict",
        _shapes="WORDS Choice Notes Object report_shape",
        _strict_json="encode",
    )

__all__ = [
    "JSON_IDS", "WORDS", "Choice", "Entries", "Flat", "Least", "MessageKey", "Named", "Notes",
    "Object", "Record", "dumps", "encode", "from_dict", "load_preserving", "loads", "loads_once",
    "number_data", "record_data", "record_of", "report_shape", "text", "to_dict",
]  # fmt: skip
