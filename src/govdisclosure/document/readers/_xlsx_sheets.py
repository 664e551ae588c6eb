"""The parts of a workbook → its sheets, as texts by address. Needs the extra ``xlsx``."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import product
from typing import TypeAlias
from xml.etree.ElementTree import Element

from attrs import define, frozen
from openpyxl.utils.cell import range_boundaries

from govdisclosure.document._limits import LARGEST_TEXT, MOST_CELLS
from govdisclosure.document.readers._package import Package, open_package
from govdisclosure.document.readers._refusals import refuse_more, unreadable
from govdisclosure.document.readers._xlsx_cells import MAIN, CellTexts, cell_texts, text_of

_DAMAGED = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What parts raise that are well-formed and still not what they should be."""

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

_WITHOUT_CELLS = ("}chartsheet", "}dialogsheet", "}macrosheet")

Address: TypeAlias = tuple[int, int]
"""Row and column, counted from 1."""


@frozen
class Sheet:
    """The texts of a sheet, its merged areas (last cell by first), and what stands beside them."""

    number: int
    name: str
    is_visible: bool
    texts: Mapping[Address, str]
    areas: Mapping[Address, Address]
    covered_cells: Set[Address]
    aside: Sequence[tuple[Address, str]]


def sheets(data: bytes) -> Iterator[Sheet]:
    """The sheets of a workbook in their order.

    Raises:
        UnreadableDocumentError: it is damaged, or holds more than can be a report.
    """
    try:
        yield from _Workbook(open_package(data, "XLSX")).sheets()
    except _DAMAGED as why:
        raise unreadable("damaged", "XLSX") from why


@define
class _Workbook:
    """A workbook, and how many characters of it have been read: cells may share one long text."""

    package: Package
    length: int = 0

    def sheets(self) -> Iterator[Sheet]:
        main = self.package.main
        book = self.package.xml(main)
        if book.tag != f"{MAIN}workbook":
            raise unreadable("damaged", "XLSX")
        properties = book.find(f"{MAIN}workbookPr")
        is_mac = properties is not None and properties.get("date1904") in ("1", "true")
        strings, styles = (self._only(main, kind) for kind in ("sharedStrings", "styles"))
        texts = cell_texts(strings, styles, is_mac)
        parts = dict(self.package.related(main))
        nodes = [(n, parts[n.get(_ID, "")]) for n in book.iterfind(f"{MAIN}sheets/{MAIN}sheet")]
        if len({part for _, part in nodes}) < len(nodes):
            raise unreadable("damaged", "XLSX")
        roots = ((node, part, self.package.xml(part)) for node, part in nodes)
        with_cells = (one for one in roots if not one[2].tag.endswith(_WITHOUT_CELLS))
        for number, (node, part, root) in enumerate(with_cells, 1):
            if root.tag != f"{MAIN}worksheet":
                raise unreadable("damaged", "XLSX")
            yield self._sheet(number, node, part, root, texts)

    def _only(self, main: str, kind: str) -> Element | None:
        """The one part of a kind; some writers put it where all do and do not refer to it."""
        usual = posixpath.join(posixpath.dirname(main), f"{kind}.xml".lower())
        names = [name for _, name in self.package.related(main, kind)]
        names += [usual] if usual in self.package.entries else []
        return self.package.xml(names[0]) if names else None

    def _sheet(
        self, number: int, of_book: Element, part: str, root: Element, shared: CellTexts
    ) -> Sheet:
        texts: dict[Address, str] = {}
        for at, cell in _cells(root):
            if words := shared.text(cell):
                texts[at] = words
                self.length += len(words)
                refuse_more(LARGEST_TEXT, self.length, "XLSX")
        areas, covered_cells = _merged_areas(root, texts)
        below = [(at, texts.pop(at)) for at in sorted(covered_cells & texts.keys())]
        aside = (*below, *self._comments(part))
        is_visible = of_book.get("state", "visible") == "visible"
        name = of_book.get("name", "")
        return Sheet(number, name, is_visible, texts, areas, covered_cells, aside)

    def _comments(self, part: str) -> Iterator[tuple[Address, str]]:
        for _, name in self.package.related(part, "comments"):
            for comment in self.package.xml(name).iter(f"{MAIN}comment"):
                words = "".join(map(text_of, comment.iter(f"{MAIN}text")))
                yield _area(comment.get("ref", ""))[0], words.strip()


def _cells(root: Element) -> Iterator[tuple[Address, Element]]:
    """The cells of a sheet; rows and cells without an address follow the one before."""
    row_number = 0
    for row in root.iter(f"{MAIN}row"):
        row_number = int(row.get("r", row_number + 1))
        column = 0
        for cell in row.iter(f"{MAIN}c"):
            reference = cell.get("r")
            at = _area(reference)[0] if reference else (row_number, column + 1)
            column = at[1]
            yield at, cell


def _area(reference: str) -> tuple[Address, Address]:
    """The first and the last cell of an area, or the same cell twice.

    >>> _area("B2"), _area("C4:A2")
    (((2, 2), (2, 2)), ((2, 1), (4, 3)))
    """
    # Of what names no cell there are fewer, which is a ValueError.
    left, top, right, bottom = (n for n in range_boundaries(reference) if n is not None)
    (top, bottom), (left, right) = sorted((top, bottom)), sorted((left, right))
    return (top, left), (bottom, right)


def _merged_areas(
    root: Element, texts: Mapping[Address, str]
) -> tuple[dict[Address, Address], set[Address]]:
    """The last cell of each merged area by its first, and all that areas cover, as far as used."""
    last_row = max((row for row, _ in texts), default=0)
    last_column = max((column for _, column in texts), default=0)
    areas: dict[Address, Address] = {}
    covered_cells: set[Address] = set()
    size = 0
    for node in root.iter(f"{MAIN}mergeCell"):
        (top, left), (bottom, right) = _area(node.get("ref", ""))
        right, bottom = min(right, last_column), min(bottom, last_row)
        # They overlap only to waste time, and one may lie beyond all cells.
        size += max(0, bottom - top + 1) * max(0, right - left + 1) + 1
        refuse_more(MOST_CELLS, size, "XLSX")
        areas[top, left] = bottom, right
        covered_cells |= {*product(range(top, bottom + 1), range(left, right + 1))} - {(top, left)}
    return areas, covered_cells
