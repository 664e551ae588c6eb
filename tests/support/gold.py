"""The corpus of ../shared as expected cells, keyed by pointer. Facts, not code, come from there."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from govdisclosure.form import Form, FormRow
from govdisclosure.transcribe._normalize import key

SHARED = Path(__file__).resolve().parents[3] / "shared"

_TABLES = {
    "proactive": "proactive_disclosure",
    "requests": "requests",
    "disputes": "review_and_litigation",
}


def gold_of(path: Path) -> dict[str, Any]:
    """The gold file that stands beside a rebuilt input."""
    name = path.name.split(".")[0]
    loaded: dict[str, Any] = json.loads((path.parent / f"{name}.gold.json").read_text("utf-8"))
    return loaded


def expected_cells(gold: dict[str, Any], form: Form) -> dict[str, Any]:
    """Pointer → number or None, for every cell of which the gold value is given."""
    numbers = {c["cell"]: c["number"] for c in gold.get("non_numeric_cells", ())}
    found: dict[str, Any] = {}
    for part, name in _TABLES.items():
        table = form.tables[name]
        for row, cells in gold[part].items():
            line = _line(table.rows, row)
            for column, value in cells.items():
                at = next(c for c in line.columns if key(c.label.zh) == key(column))
                number = numbers.get(f"{part}/{row}/{column}", value)
                found[f"/{name}{line.cell(at)}"] = (
                    Decimal(str(number)) if isinstance(number, float) else number
                )
    return found


def _line(of_table: tuple[FormRow, ...], row: str) -> FormRow:
    *group, leaf = row.removeprefix("三、").split("/")
    for line in of_table:
        *above, own = (key(label.zh) for label in line.labels)
        wordings = {own, *(key(w) for w in line.labels[-1].also)}
        if any(w.startswith(key(leaf)) for w in wordings) and (not group or key(group[0]) in above):
            return line
    raise LookupError(row)
