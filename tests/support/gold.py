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
    gold: dict[str, Any] = json.loads((path.parent / f"{name}.gold.json").read_text("utf-8"))
    return gold


def expected_cells(gold: dict[str, Any], form: Form) -> dict[str, Any]:
    """Pointer → number or None, for every cell of which the gold value is given."""
    numbers = {c["cell"]: c["number"] for c in gold.get("non_numeric_cells", ())}
    expected: dict[str, Any] = {}
    for part, name in _TABLES.items():
        table = form.tables[name]
        for label, cells in gold[part].items():
            row = _form_row(table.rows, label)
            for column, value in cells.items():
                at = next(c for c in row.columns if key(c.label.zh) == key(column))
                number = numbers.get(f"{part}/{label}/{column}", value)
                expected[f"/{name}{row.cell(at)}"] = (
                    Decimal(str(number)) if isinstance(number, float) else number
                )
    return expected


def _form_row(rows: tuple[FormRow, ...], label: str) -> FormRow:
    *group, leaf = label.removeprefix("三、").split("/")
    for row in rows:
        *above, own = (key(label.zh) for label in row.labels)
        wordings = {own, *(key(w) for w in row.labels[-1].also)}
        if any(w.startswith(key(leaf)) for w in wordings) and (not group or key(group[0]) in above):
            return row
    raise LookupError(label)
