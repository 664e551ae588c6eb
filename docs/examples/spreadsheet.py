"""A spreadsheet of one's own, one line a cell, turned into reports on the official form.

python docs/examples/spreadsheet.py docs/examples/cells.xlsx forms

Needs the extras ``xlsx`` and ``docx``. The first line of the sheet has the headings below, in any
order and among others; cells are named by their pointers, which ``govdisclosure explain`` tells of
any place. An amount of money that has to keep its digits (10.40) is text in the sheet.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from openpyxl import load_workbook

from govdisclosure import Error, check, write
from govdisclosure.analysis import reports_from_rows
from govdisclosure.rules import fill_totals

HEADINGS = {"单位": "issuer", "年度": "year", "单元格": "pointer", "数值": "number"}


def rows_of(path: Path) -> Iterator[Mapping[str, object]]:
    """The lines of the first sheet, each with the names that reports are made by."""
    lines = load_workbook(path, read_only=True, data_only=True).worksheets[0].values
    names = [HEADINGS.get(str(heading), str(heading)) for heading in next(lines)]
    for line in lines:
        if line.count(None) < len(line):  # below what is filled in, a sheet may go on
            yield dict(zip(names, line, strict=True))


def convert(path: Path, folder: Path) -> None:
    """Write a form for each report of the sheet, with its totals, and say what is wrong with it."""
    folder.mkdir(parents=True, exist_ok=True)
    for without_totals in reports_from_rows(rows_of(path)):
        report = fill_totals(without_totals).report
        write(report, folder / f"{report.issuer.name}-{report.year}.docx")
        print(report.issuer.name, report.year, check(report).status)


if __name__ == "__main__":
    try:
        convert(Path(sys.argv[1]), Path(sys.argv[2]))
    except Error as error:  # a cell that no form has, a number that cannot stand in it
        sys.exit(str(error))
