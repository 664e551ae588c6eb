"""Which sections of a report are prose."""

from collections.abc import Mapping

from govdisclosure.form import parts, pointer
from govdisclosure.model._report import Report
from govdisclosure.model.parts import Narrative

PROSE_SECTIONS: Mapping[str, str] = {
    pointer(part.name): part.name for part in parts(Report) if part.type == Narrative
}
"""The names of the sections of prose, by address, in printed order."""
