"""A folder of reports: read, check, measure, one table of all cells.

python docs/examples/folder.py docs/examples/county cells.csv
"""

import csv
import sys
from pathlib import Path

from govdisclosure import check, read_many
from govdisclosure.analysis import CellRow, tidy
from govdisclosure.analysis.metrics import disclosed_per_outcome
from govdisclosure.files import UnreadFile


def look_at(folder: Path, table: Path) -> None:
    """Say of each report what it comes to, and write the cells of all to a table."""
    rows: list[CellRow] = []
    for one in read_many([folder]):  # a file that cannot be read is said to be, and stops none
        if isinstance(one, UnreadFile):
            print(*one.render())
            continue
        report = one.reading.report
        result, disclosed = check(one.reading), disclosed_per_outcome(report)
        print(report.issuer.name, report.year, result.status, disclosed.render())
        rows += tidy(one.reading, one.file)

    # A row a cell: pandas.DataFrame(rows) and polars.DataFrame(rows) take them as they are.
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([CellRow._fields, *rows])


if __name__ == "__main__":  # other processes read, and import this file
    look_at(Path(sys.argv[1]), Path(sys.argv[2]))
