"""Reports ⇄ JSON, strict in both directions."""

from govdisclosure.codec._problems import JSON_IDS
from govdisclosure.codec._reports import Loaded, dumps, from_dict, load_preserving, loads, to_dict
from govdisclosure.codec._shapes import WORDS, Notes, report_shape

__all__ = [
    "JSON_IDS",
    "WORDS",
    "Loaded",
    "Notes",
    "dumps",
    "from_dict",
    "load_preserving",
    "loads",
    "report_shape",
    "to_dict",
]
