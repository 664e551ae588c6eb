"""What a reading says, as plain data that a person can write down and compare."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from govdisclosure.form import CellState, Money, at
from govdisclosure.model import Reading

_PROSE = ("preamble", "overview", "problems_and_improvements", "other_matters")


def summary(reading: Reading) -> dict[str, Any]:
    """Everything that a reading says.

    ``rows`` gives the cells of every row that was read, by the row's pointer; ``said`` is
    what their texts say beyond the number, by the cell's pointer. That a tiny document
    lacks whole sections is left out.
    """
    report, period = reading.report, reading.report.period
    return {
        "title": report.title,
        "issuer": report.issuer.name,
        "year": report.year,
        "period": f"{period.start} / {period.end}" if period else None,
        "editions": [report.proactive_disclosure.edition, report.requests.edition],
        "prose": {n: [*text] for n in _PROSE if (text := getattr(report, n)) is not None},
        "rows": dict(_rows(reading)),
        "said": {
            address: [note.printed, note.state.value, *([note.note] if note.note else [])]
            for address, note in report.cell_notes.items()
            if note.state is not CellState.ABSENT
        },
        "unplaced": [[piece.text, piece.why] for piece in reading.unplaced],
        "messages": list(_messages(reading)),
    }


def _rows(reading: Reading) -> Iterator[tuple[str, list[Any]]]:
    for name, table in reading.report.form.tables.items():
        for row in table.rows:
            addresses = [f"/{name}{row.cell(column)}" for column in row.columns]
            if any(address in reading.provenance for address in addresses):
                yield f"/{name}{row.pointer}", [_plain(at(reading.report, a)) for a in addresses]


def _plain(value: Any) -> Any:
    if isinstance(value, Money):
        return [_plain(value.value), value.unit]
    return str(value) if isinstance(value, Decimal) else value


def _messages(reading: Reading) -> Iterator[str]:
    """Id and place of each message, but for those about sections that are not there at all."""
    ids = {(message.rule_id, message.pointer) for message in reading.findings}
    sections = {address.split("/")[1] for address in reading.provenance}
    for message in reading.findings:
        headless = ("READ-SECTION-MISSING", message.pointer) in ids
        if not headless or message.pointer[1:] in sections:
            yield f"{message.rule_id} {message.pointer}".strip()
