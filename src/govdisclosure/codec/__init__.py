"""Reports ⇄ JSON, strict in both directions."""

import govdisclosure

TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    from govdisclosure.codec._problems import JSON_IDS
    from govdisclosure.codec._reports import dumps, from_dict, load_preserving, loads, to_dict
    from govdisclosure.codec._shapes import WORDS, Notes, report_shape
    from govdisclosure.codec._strict_json import encode
else:
    __getattr__ = govdisclosure.names_in(
        __name__,
        _problems="JSON_IDS",
        _reports="dumps from_dict load_preserving loads to_dict",
        _shapes="WORDS Notes report_shape",
        _strict_json="encode",
    )

__all__ = [
    "JSON_IDS", "WORDS", "Notes", "dumps", "encode", "from_dict", "load_preserving", "loads",
    "report_shape", "to_dict",
]  # fmt: skip
