"""Everything of ours as JSON, as plain data for any JSON writer, and the schemas of that.

Who writes JSON needs no schema: names are imported when they are first used.
"""

import govdisclosure

TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    from govdisclosure.output.json._data import reading_data, to_dict
    from govdisclosure.output.json._schemas import (
        comparison_schema,
        findings_schema,
        metrics_schema,
        reading_schema,
    )
else:
    __getattr__ = govdisclosure.names_in(
        __name__,
        _data="reading_data to_dict",
        _schemas="comparison_schema findings_schema metrics_schema reading_schema",
    )

__all__ = [
    "comparison_schema", "findings_schema", "metrics_schema", "reading_data", "reading_schema",
    "to_dict",
]  # fmt: skip
