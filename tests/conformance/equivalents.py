"""Mutants that are no mistakes: the same checks on every form, and why."""

_NO_TOTAL_ROW = "the table has no row of totals, so that its lines are its details"
_ALL_COUNTS = "the table has counts only, so that no cell is signed or an amount of open unit"
_SAME_COLUMNS = "every row of table 3 has the same columns"

_TABLE_2, _TABLE_3, _TABLE_4 = "/proactive_disclosure", "/requests", "/review_and_litigation"

EQUIVALENT: dict[tuple[str, str, str], str] = {
    ("DERV-DISC-OPENING-STOCK", "details", _TABLE_2): _NO_TOTAL_ROW,
    ("DERV-DISC-NEWLY-DISCLOSED", "details", _TABLE_2): _NO_TOTAL_ROW,
    ("DERV-DISC-ITEMS-LEFT", "details", _TABLE_2): _NO_TOTAL_ROW,
    ("QUAL-DISC-IN-FORCE", "details", _TABLE_2): _NO_TOTAL_ROW,
    ("DERV-DISC-ITEMS-CARRIED", "details", _TABLE_2): _NO_TOTAL_ROW,
    ("DERV-DISC-TOTAL-DISCLOSED", "details", _TABLE_2): _NO_TOTAL_ROW,
    ("STAT-CASE-TOTALS", "details", _TABLE_4): _NO_TOTAL_ROW,
    ("DERV-CASE-PENDING", "details", _TABLE_4): _NO_TOTAL_ROW,
    ("STAT-REQ-NONNEGATIVE", "cells", _TABLE_3): _ALL_COUNTS,
    ("STAT-REQ-NONNEGATIVE", "additive", _TABLE_3): _ALL_COUNTS,
    ("STAT-CASE-NONNEGATIVE", "cells", _TABLE_4): _ALL_COUNTS,
    ("STAT-CASE-NONNEGATIVE", "additive", _TABLE_4): _ALL_COUNTS,
    ("STAT-REQ-BALANCE", "columns", f"{_TABLE_3}/carried_in"): _SAME_COLUMNS,
    ("STAT-REQ-BALANCE", "columns", f"{_TABLE_3}/carried_out"): _SAME_COLUMNS,
    ("STAT-REQ-OUTCOMES", "columns", f"{_TABLE_3}/outcomes/granted"): _SAME_COLUMNS,
    ("QUAL-REQ-CARRY-OVER-BY-APPLICANT", "parts", f"{_TABLE_3}/received"): _SAME_COLUMNS,
}
"""Rule, and the domain that it is over in the mutant; each with the reason."""

NOTHING_TO_MISS = {
    "STAT-PROBLEMS-STATED": "compares no numbers: a tolerance means nothing",
    "DERV-PERIOD-YEAR": "years are the same or not: a tolerance means nothing",
    "QUAL-BLANKS": "compares no numbers: a tolerance means nothing",
}
"""Rules whose mutant with another tolerance is the rule itself."""
