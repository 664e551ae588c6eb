"""Reports as bodies write them: on which form, with which words, with which cells left blank."""

from collections.abc import Mapping
from decimal import Decimal
from functools import reduce
from random import Random

from attrs import frozen

from govdisclosure.form import CellState, Money
from govdisclosure.model import (
    EDITION_2019,
    EDITION_2021,
    AnyEdition,
    AnyReport,
    CellNote,
    Period,
    Report,
    TableClasses,
    form_with,
)
from tests.support.simulation._counting import Cell, count
from tests.support.simulation._events import Life, life

_PROBLEMS = (
    "目录更新不够及时，下一步加强培训。",
    "没有发现突出问题。",
    "无重大问题，继续保持。",
    "人手不足",
    "较前无变化。",
    "1.公开不够主动；2.人员更替频繁。",
)
_NAMES = (
    ("青禾县", "青禾县人民政府"),
    ("青禾县人民政府", "巴中市青禾县人民政府"),
    ("青禾县", None),
    ("青禾县 ", "青禾县"),
)
_BODIES = ("青禾县人民政府办公室", "青禾县教育局", "溪口镇", "白水镇")
_NOTHING = (CellState.BLANK, CellState.DASH, CellState.SLASH, CellState.NONE_WORD)
_LOST = (CellState.UNREADABLE, CellState.ABSENT)


@frozen
class Situation:
    """A report with that of the year before and those of the bodies that it adds up."""

    report: AnyReport
    previous: AnyReport
    subordinates: tuple[AnyReport, ...]

    @property
    def reports(self) -> tuple[AnyReport, ...]:
        """All of them; each is correct by itself."""
        return self.report, self.previous, *self.subordinates


def situation(number: int) -> Situation:
    """A situation, always the same for a number."""
    chance = Random(f"situation {number}")
    year = chance.choice([2020, 2020, *range(2021, 2027)])
    style = _Style(chance, chance.random() < 0.5)
    names = chance.choice(_NAMES)
    tables = _tables(chance, year)
    bodies = [life(chance, year) for _ in range(chance.choice([1, 1, 2, 3, 4]))]
    whole = reduce(Life.beside, bodies)
    below = zip(bodies, _BODIES, strict=False) if len(bodies) > 1 else ()
    return Situation(
        report=style.write(whole, year, tables, names[0]),
        previous=style.write(whole, year - 1, _tables(chance, year - 1), names[1]),
        subordinates=tuple(style.write(one, year, tables, name) for one, name in below),
    )


def _tables(chance: Random, year: int) -> TableClasses:
    """The tables of the year's form; seldom those of the other, or some of either."""
    usual: AnyEdition = EDITION_2019 if year < EDITION_2021.first_year else EDITION_2021
    second, third = (chance.choice([*[usual] * 8, EDITION_2019, EDITION_2021]) for _ in range(2))
    return second.proactive_disclosure, third.requests


@frozen
class _Style:
    """How a county writes: by chance, but cases are counted one way in all of its reports."""

    chance: Random
    only_filed: bool

    def write(self, whole: Life, year: int, tables: TableClasses, name: str | None) -> AnyReport:
        """The report of a life for a year."""
        chance, form = self.chance, form_with(tables)
        cells = count(whole, year, form, only_filed=self.only_filed)
        printed, notes = self._print(cells)
        begins = chance.choice(["01-01", "01-01", "06-30"])  # founded in the middle of the year
        period = Period(start=f"{year}-{begins}", end=f"{year}-12-31")
        problems = tuple(chance.sample(_PROBLEMS, chance.randint(1, 2)))
        report = Report.blank(*tables, issuer=name, year=chance.choice([year, year, year, None]))
        return report.replace(
            {
                **printed,
                "/cell_notes": notes,
                "/period": chance.choice([None, period]),
                "/problems_and_improvements": chance.choice([None, problems, problems]),
            }
        )

    def _print(
        self, cells: Mapping[str, Cell]
    ) -> tuple[dict[str, Cell | None], dict[str, CellNote]]:
        """The cells as they are printed: blank where 0 would stand, totals left out, cells lost."""
        chance = self.chance
        blank, left_out, lost = (chance.choice([0, 0, 0, share]) for share in (0.7, 0.3, 0.02))
        printed: dict[str, Cell | None] = dict(cells)
        notes: dict[str, CellNote] = {}
        for address, cell in cells.items():
            is_total, state = "total" in address.split("/"), None
            if chance.random() < lost:
                state = chance.choice(_LOST)
            elif (cell == 0 and chance.random() < blank) or (
                is_total and chance.random() < left_out
            ):
                state = chance.choice(_NOTHING)
            if state:
                printed[address] = Money(None, None) if isinstance(cell, Money) else None
                if state in _LOST or chance.random() < 0.5:
                    notes[address] = CellNote(printed="", state=state)
            elif isinstance(cell, Decimal) and chance.random() < 0.2:
                printed[address] = cell.normalize() + 0  # 0.5000 is written 0.5
        return printed, notes
