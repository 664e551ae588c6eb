"""The typed model: one class for each thing that the form prints."""

from govdisclosure.model import edition_2019, edition_2021
from govdisclosure.model._bodies import bare_name, same_body
from govdisclosure.model._editions import (
    EDITION_2019,
    EDITION_2021,
    EDITIONS,
    AnyEdition,
    Edition,
    all_forms,
    for_year,
    recognise,
)
from govdisclosure.model._notebook import NotebookView
from govdisclosure.model._reading import Provenance, Reading, Unplaced, report_of
from govdisclosure.model._report import (
    ANY_FORM,
    FIRST_YEAR,
    SCHEMA_VERSION,
    AnyReport,
    CellNote,
    Issuer,
    OfficialReport,
    Period,
    Report,
    Report2019,
    Report2021,
    TableClasses,
    form_with,
    new_report,
    report_class,
    table_classes,
    tables_of,
)
from govdisclosure.model._sections import PROSE_SECTIONS
from govdisclosure.model._vouching import is_vouched_for, vouch_for

__all__ = [
    "ANY_FORM", "EDITIONS", "EDITION_2019", "EDITION_2021", "FIRST_YEAR", "PROSE_SECTIONS",
    "SCHEMA_VERSION", "AnyEdition", "AnyReport", "CellNote", "Edition", "Issuer", "NotebookView",
    "OfficialReport", "Period", "Provenance", "Reading", "Report", "Report2019", "Report2021",
    "TableClasses", "Unplaced", "all_forms", "bare_name", "edition_2019", "edition_2021",
    "for_year", "form_with", "is_vouched_for", "new_report", "recognise", "report_class",
    "report_of", "same_body", "table_classes", "tables_of", "vouch_for",
]  # fmt: skip
