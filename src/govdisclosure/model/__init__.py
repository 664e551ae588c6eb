"""The typed model: one class for each thing that the form prints."""

from govdisclosure.model import edition_2019, edition_2021
from govdisclosure.model.parts import (
    ByApplicant,
    Cases,
    Denied,
    Litigation,
    Narrative,
    NotProcessed,
    ReviewAndLitigation,
    Unavailable,
)
from govdisclosure.model.report import (
    AnyReport,
    CellNote,
    CellState,
    Issuer,
    OfficialReport,
    Period,
    Report,
    Report2019,
    Report2021,
)

__all__ = [
    "AnyReport",
    "ByApplicant",
    "Cases",
    "CellNote",
    "CellState",
    "Denied",
    "Issuer",
    "Litigation",
    "Narrative",
    "NotProcessed",
    "OfficialReport",
    "Period",
    "Report",
    "Report2019",
    "Report2021",
    "ReviewAndLitigation",
    "Unavailable",
    "edition_2019",
    "edition_2021",
]
