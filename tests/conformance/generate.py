"""Writes the suite: ``python -m tests.conformance.generate``.

The documents and what is expected of them at some places are authored (``of_*.py``); the
results in full are computed, and frozen in the files. A result that changes is a change of
the catalogue.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from govdisclosure.codec.catalogue import CATALOGUE_VERSION
from govdisclosure.rules import RULES
from tests.conformance import of_disclosure, of_others, of_requests
from tests.conformance.bases import bases
from tests.conformance.case import Case
from tests.conformance.manifest import manifest_schema

FOLDER = Path(__file__).parent

ON_EVERY_FORM = "every form that there is has these cells"
SECTIONS_ARE_ALIKE = "every form has this section; one that is absent is not evaluated"

WITHOUT = {
    "STAT-DISC-NONNEGATIVE": ON_EVERY_FORM,
    "STAT-REQ-BALANCE": ON_EVERY_FORM,
    "STAT-REQ-OUTCOMES": ON_EVERY_FORM,
    "STAT-REQ-ROWS": ON_EVERY_FORM,
    "STAT-REQ-NONNEGATIVE": ON_EVERY_FORM,
    "STAT-CASE-TOTALS": ON_EVERY_FORM,
    "STAT-CASE-NONNEGATIVE": ON_EVERY_FORM,
    "QUAL-DISC-AMOUNT-NONNEGATIVE": ON_EVERY_FORM,
    "STAT-PROBLEMS-STATED": SECTIONS_ARE_ALIKE,
    "DERV-PERIOD-YEAR": "every report may state a period; one that states none passes",
    "QUAL-BLANKS": ON_EVERY_FORM,
    "QUAL-REQ-CARRY-OVER": ON_EVERY_FORM,
    "QUAL-REQ-CARRY-OVER-BY-APPLICANT": ON_EVERY_FORM,
    "DERV-CASE-PENDING": ON_EVERY_FORM,
    "QUAL-SUM-OF-BODIES": ON_EVERY_FORM,
}
"""Why a rule has no case in which it does not apply."""


@cache
def cases() -> tuple[Case, ...]:
    """Every case, in the order of the catalogue."""
    order = [rule.id for rule in RULES]
    authored = (*of_disclosure.cases(), *of_requests.cases(), *of_others.cases())
    return tuple(sorted(authored, key=lambda case: order.index(case.rule)))


@cache
def suite() -> dict[str, str]:
    """The text of every file of the suite, by its path below ``tests/conformance``."""
    files = {f"bases/{name}.json": _text(document) for name, document in bases().items()}
    for rule in RULES:
        own = [_laid_out(case.data()) for case in cases() if case.rule == rule.id]
        files[f"cases/{rule.id}.json"] = "[\n" + ",\n".join(own) + "\n]\n"
    files["manifest.json"] = _text(manifest())
    files["manifest.schema.json"] = _text(manifest_schema())
    return files


def manifest() -> dict[str, Any]:
    """What the suite has: its base documents and, for each rule, its cases."""
    return {
        "manifest_version": "1.0.0",
        "catalogue_version": CATALOGUE_VERSION,
        "bases": {name: f"bases/{name}.json" for name in bases()},
        "rules": [
            {
                "rule_id": rule.id,
                "cases": f"cases/{rule.id}.json",
                "count": sum(case.rule == rule.id for case in cases()),
                "without": ({"not_applicable": WITHOUT[rule.id]} if rule.id in WITHOUT else {}),
            }
            for rule in RULES
        ],
    }


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _laid_out(data: dict[str, Any]) -> str:
    """A case as JSON, a line for each key and each result."""
    return "{\n" + ",\n".join(_keys(data)) + "\n}"


def _keys(data: dict[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        if key == "expected":
            inner = ",\n".join(f"  {line}" for line in _keys(value))
            yield f'  "{key}": {{\n{inner}\n  }}'
        elif key == "results" and value:
            lines = ",\n".join(f"      {json.dumps(one)}" for one in value)
            yield f'  "{key}": [\n{lines}\n    ]'
        else:
            yield f'  "{key}": {json.dumps(value, ensure_ascii=False)}'


def main() -> None:
    """Write every file."""
    for name, text in suite().items():
        path = FOLDER / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":  # pragma: no cover
    main()
