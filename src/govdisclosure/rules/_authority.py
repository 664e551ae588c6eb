"""On whose word a rule holds, and how much one has to see to check it."""

from enum import StrEnum


class Authority(StrEnum):
    """Who says that a rule holds, from the strongest to the weakest."""

    PRINTED = "printed"
    IMPLIED = "implied"
    STATUTE = "statute"
    GUIDE = "guide"
    PRACTICE = "practice"
    DERIVED = "derived"


class Scope(StrEnum):
    """How much has to be seen to check a rule once."""

    CELL = "cell"
    ROW = "row"
    COLUMN = "column"
    TABLE = "table"
    REPORT = "report"
    YEARS = "years"
    HIERARCHY = "hierarchy"
