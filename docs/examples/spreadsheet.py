"""A spreadsheet of one's own, one line a cell, turned into reports on the official form.

python docs/examples/spreadsheet.py cells.xlsx forms

Needs the extras ``xlsx`` and ``docx``. The first line of the sheet has the headings below, in any
order; cells are named by their pointers, which ``govdisclosure explain`` tells of any place.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from openpyxl import load_workbook

from govdisclosure import check, write
from govdisclosure.analysis import reports_from_rows
from govdisclosure.rules import fill_totals

HEADINGS = {"单位": "issuer", "年度": "year", "单元格": "pointer", "数值": "number"}


def rows_of(path: Path) -> Iterator[Mapping[str, object]]:
    """The lines of the first sheet, each with the names that reports are made by."""
    lines = load_workbook(path, read_only=True, data_only=True).worksheets[0].values
    names = [HEADINGS[str(heading)] for heading in next(lines)]
    for line in lines:
        yield dict(zip(names, line, strict=True))


def convert(path: Path, folder: Path) -> None:
    """Write a form for each report of the sheet, with its totals, and say what is wrong with it."""
    for without_totals in reports_from_rows(rows_of(path)):
        report = fill_totals(without_totals).report
        write(report, folder / f"{report.issuer.name}-{report.year}.docx")
        print(report.issuer.name, report.year, check(report).status)


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
