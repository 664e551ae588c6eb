"""``python -m tests.benchmarks.reading``: how exactly documents are read, and how quickly.

Cells right, wrong, missing and invented, for each case of the corpus (where ../shared is)
and for our own; the time of a document beside the parser of its format alone. ``--write``
puts the tables into docs/readers*.md.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pdfplumber
from attrs import frozen
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from govdisclosure.document import Document
from govdisclosure.document.writers import markdown, xlsx
from govdisclosure.errors import NotAReportError
from govdisclosure.files import read
from govdisclosure.model import EDITIONS, AnyReport
from govdisclosure.transcribe import lay_out
from tests.benchmarks.measuring import Effort, side_by_side
from tests.support.damage import full_report
from tests.support.gold import SHARED, expected_cells, gold_of
from tests.support.paths import ROOT
from tests.support.printing import (
    GAPPED_STYLES,
    STYLES,
    document_in_docx,
    document_in_html,
    document_in_pdf,
    document_in_text,
    read_printed,
)
from tests.support.summaries import summary

MARKS = re.compile(r"(<!-- reading -->\n).*?(<!-- /reading -->)", re.S)


@frozen
class Exactness:
    """How the numbers of a document were read."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    invented: int = 0

    def __add__(self, other: "Exactness") -> "Exactness":
        return Exactness(
            self.right + other.right,
            self.wrong + other.wrong,
            self.missing + other.missing,
            self.invented + other.invented,
        )

    def line(self, name: str) -> str:
        """One row of the table."""
        cells = self.right + self.wrong + self.missing
        return (
            f"| {name} | {cells} | {self.right} | {self.wrong} | {self.missing} | {self.invented} |"
        )


def compare(expected: Mapping[str, Any], found: Mapping[str, Any]) -> Exactness:
    """Numbers found against those that a document prints; a blank is no number."""
    numbers = {address: value for address, value in expected.items() if value is not None}
    same = sum(found.get(address) == value for address, value in numbers.items())
    missing = sum(found.get(address) is None for address in numbers)
    invented = sum(v is not None and a not in numbers for a, v in found.items())
    return Exactness(same, len(numbers) - same - missing, missing, invented)


def of_corpus(path: Path) -> Exactness:
    """A case of ../shared, compared with its gold cells."""
    report: AnyReport = read(path).report
    return compare(expected_cells(gold_of(path), report.form), dict(report.cells()))


def of_page(path: Path) -> Exactness:
    """A page of tests/pages, compared with the rows that stand beside it."""
    expected = json.loads(path.with_name(path.name + ".json").read_text("utf-8"))
    return compare(_flat(expected["rows"]), _flat(summary(read(path))["rows"]))


def _flat(rows: Mapping[str, list[Any]]) -> dict[str, Any]:
    return {f"{row}/{n}": value for row, cells in rows.items() for n, value in enumerate(cells)}


@frozen
class Format:
    """A format: how a page is written in it, and what its parser alone does with that."""

    write: Callable[[Document], Any]
    bare: Mapping[str, Callable[[Any], object]]


def _html_cells(source: str) -> object:
    tables = LexborHTMLParser(source).css("table")
    return [[[c.text() for c in row.css("td, th")] for row in t.css("tr")] for t in tables]


def _open_docx(source: bytes) -> Any:
    return docx.Document(BytesIO(source))


def _docx_cells(source: bytes) -> object:
    return [[[c.text for c in row.cells] for row in t.rows] for t in _open_docx(source).tables]


def _xlsx_cells(source: bytes) -> object:
    book = openpyxl.load_workbook(BytesIO(source), data_only=True)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book]


def _pdf_cells(source: bytes) -> object:
    with pdfplumber.open(BytesIO(source)) as pdf:
        return [page.extract_tables() for page in pdf.pages]


FORMATS: Mapping[str, Format] = {
    "text": Format(partial(document_in_text, style=STYLES["bars"]), {}),
    "HTML": Format(
        document_in_html, {"selectolax, parse": LexborHTMLParser, "selectolax, cells": _html_cells}
    ),
    "DOCX": Format(
        document_in_docx, {"python-docx, open": _open_docx, "python-docx, cells": _docx_cells}
    ),
    "XLSX": Format(xlsx.write_document, {"openpyxl, cells": _xlsx_cells}),
    "Markdown": Format(markdown.write_document, {"markdown-it, parse": MarkdownIt().parse}),
    "PDF": Format(document_in_pdf, {"pdfplumber, cells": _pdf_cells}),
}
"""A format that can be written and read enters here, with what reads it without us."""

OTHER_STYLES = {
    f"text, {name}": partial(document_in_text, style=style)
    for name, style in {**STYLES, **GAPPED_STYLES}.items()
    if name != "bars"
}


def own_cases() -> Iterator[tuple[str, Exactness]]:
    """Our own documents: the pages of deviations, and whole reports in every format."""
    pages = [p for p in sorted((ROOT / "tests/pages").iterdir()) if p.suffix != ".json"]
    yield f"{len(pages)} pages of deviations", sum(map(of_page, pages), Exactness())
    of_formats = {name: form.write for name, form in FORMATS.items()}
    writers: dict[str, Callable[[Document], Any]] = {**of_formats, **OTHER_STYLES}
    for name, write in writers.items():
        for edition in EDITIONS:
            report = full_report(edition)
            found = dict(read_printed(write(lay_out(report))).report.cells())
            yield f"whole report of {edition.name}, {name}", compare(dict(report.cells()), found)


def corpus_cases() -> Iterator[tuple[str, Exactness | None]]:
    """The cases of ../shared; ``None`` for one that is refused."""
    for path in sorted((SHARED / "corpus").glob("*.rebuilt.*")):
        yield path.name.split(".")[0], of_corpus(path)
    for path in sorted((SHARED / "samples").glob("huaian-2024.pdf")):
        gold = gold_of(SHARED / "corpus" / "003-huaian-2024.rebuilt.txt")
        report: AnyReport = read(path).report
        cells = expected_cells(gold, report.form)
        yield path.name, compare(cells, dict(report.cells()))
    for path in sorted((SHARED / "corpus/negatives").glob("*.txt")):
        try:
            yield path.name.split(".")[0], of_corpus(path)
        except NotAReportError:
            yield path.name.split(".")[0], None


def exactness() -> Iterator[str]:
    """The table of cells, line by line."""
    yield from (
        "| case | cells | right | wrong | missing | invented |",
        "|---|--:|--:|--:|--:|--:|",
    )
    total = Exactness()
    for name, found in (*corpus_cases(), *own_cases()):
        if found is None:
            yield f"| {name} | refused | | | | |"
        else:
            total += found
            yield found.line(name)
    yield total.line("in all")


def speed(effort: Effort) -> Iterator[str]:
    """The table of times, line by line."""
    yield from ("| one whole report | ms | ours ÷ this |", "|---|--:|--:|")
    page = lay_out(full_report(EDITIONS[-1]))
    for name, form in FORMATS.items():
        source = form.write(page)
        tasks = {what: partial(bare, source) for what, bare in form.bare.items()}
        times = side_by_side({"ours": partial(read_printed, source), **tasks}, effort)
        yield f"| {name}: ours, bytes to reading | {times['ours'] * 1e3:.2f} | |"
        for what in form.bare:
            ratio = times["ours"] / times[what]
            yield f"| {name}: {what} | {times[what] * 1e3:.3f} | {ratio:.1f} |"


def write(lines: Iterable[str]) -> None:
    """Put the tables between the marks of the pages about reading."""
    made = "\n".join(lines)
    for name in ("readers.md", "readers.zh-CN.md"):
        page = ROOT / "docs" / name
        text = MARKS.sub(lambda m: f"{m[1]}\n{made}\n\n{m[2]}", page.read_text("utf-8"))
        page.write_text(text, "utf-8", newline="\n")


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reading", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/readers*.md")
    parser.add_argument("--repeats", type=int, default=Effort().repeats)
    options = parser.parse_args()
    lines = []
    for line in (*exactness(), "", *speed(Effort(options.repeats))):
        lines.append(line)
        print(line, flush=True)
    if options.write:
        write(lines)


if __name__ == "__main__":
    main()
