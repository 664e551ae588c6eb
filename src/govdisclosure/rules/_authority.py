"""On whose word a rule holds, and how much one has to see to check it."""

from collections.abc import Mapping
from enum import StrEnum

from govdisclosure.i18n import Text


class Authority(StrEnum):
    """Who says that a rule holds, from the strongest to the weakest."""

    PRINTED = "printed"
    IMPLIED = "implied"
    STATUTE = "statute"
    GUIDE = "guide"
    PRACTICE = "practice"
    DERIVED = "derived"


AUTHORITIES: Mapping[Authority, Text] = {
    Authority.PRINTED: Text("表上印明", "printed on the form"),
    Authority.IMPLIED: Text("表上默示", "implied by the form"),
    Authority.STATUTE: Text("法规规定", "statute"),
    Authority.GUIDE: Text("地方指引", "local guide"),
    Authority.PRACTICE: Text("通行做法", "practice"),
    Authority.DERIVED: Text("逻辑推导", "derived by logic"),
}
"""On whose word a rule holds, in words."""


class Scope(StrEnum):
    """How much has to be seen to check a rule once."""

    CELL = "cell"
    ROW = "row"
    COLUMN = "column"
    TABLE = "table"
    REPORT = "report"
    YEARS = "years"
    HIERARCHY = "hierarchy"
