"""Real and made-up reports in the short notation of our notes, as typed reports.

A row of table 3 is its code and seven numbers; ``.`` is a blank. Codes: N received,
C carried in, G granted, P partially granted, D1-D8 denied, U1-U3 unavailable, R1-R5 not
processed, O or O1-O3 other, T total outcomes, F carried out. Table 4 is three groups of
five. What a case does not list is ``rest``.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from attrs import frozen

from govdisclosure.findings import Number
from govdisclosure.form import Money, columns, form_rows, parts
from govdisclosure.model import EDITION_2019, EDITION_2021, AnyEdition, AnyReport, Report
from govdisclosure.model.edition_2021 import OtherOutcomes
from govdisclosure.model.parts import ByApplicant, Cases, Denied, NotProcessed, Unavailable
from govdisclosure.rules import check
from tests.support.by_hand import with_anything
from tests.support.freedonia import FREEDONIA

check_form = partial(check, preset="form")
"""The rules of the form alone; advice has tests of its own."""

APPLICANTS = tuple(column.name for column in columns(ByApplicant))
RESULTS = tuple(column.name for column in columns(Cases))


def _group(code: str, name: str, group: Any) -> dict[str, str]:
    return {
        f"{code}{i}": f"/requests/outcomes/{name}/{part.name}"
        for i, part in enumerate(parts(group), start=1)
    }


ROWS: dict[str, str] = {
    "N": "/requests/received",
    "C": "/requests/carried_in",
    "G": "/requests/outcomes/granted",
    "P": "/requests/outcomes/partially_granted",
    **_group("D", "denied", Denied),
    **_group("U", "unavailable", Unavailable),
    **_group("R", "not_processed", NotProcessed),
    "O": "/requests/outcomes/other",
    **_group("O", "other", OtherOutcomes),
    "T": "/requests/outcomes/total",
    "F": "/requests/carried_out",
}

GROUPS = (
    "/review_and_litigation/reconsideration",
    "/review_and_litigation/litigation/direct",
    "/review_and_litigation/litigation/after_reconsideration",
)


@frozen
class Forms:
    """The editions of tables 2 and 3: the same twice for a pure form."""

    disclosure: AnyEdition
    requests: AnyEdition

    def blank(self, number: int | None = None) -> AnyReport:
        report: AnyReport = Report.blank(
            self.disclosure.proactive_disclosure, self.requests.requests, number=number
        )
        return report

    def __str__(self) -> str:
        return f"{self.disclosure.name}+{self.requests.name}"


PURE_2019 = Forms(EDITION_2019, EDITION_2019)
PURE_2021 = Forms(EDITION_2021, EDITION_2021)
HYBRID = Forms(EDITION_2021, EDITION_2019)
"""The hybrid that is met in published reports: table 2 of 2021, table 3 of 2019."""

FORMS = (PURE_2019, PURE_2021, HYBRID, Forms(EDITION_2019, EDITION_2021))

WITH_FREEDONIA = (*FORMS, Forms(FREEDONIA, FREEDONIA), Forms(EDITION_2021, FREEDONIA))
"""The same and a form that no rule was written for."""


def case(
    forms: Forms,
    table_3: str = "",
    table_4: str = "",
    table_2: Mapping[str, Number | Money] | None = None,
    rest: int | None = 0,
) -> AnyReport:
    """A report from the notation; ``table_2`` by pointer below its table.

    Rows O1-O3 are added up where the form prints 其他处理 as a single row.
    """
    changes: dict[str, Any] = dict(_table_3(forms, table_3))
    for group, numbers in zip(GROUPS, filter(None, table_4.split("|")), strict=False):
        changes |= {f"{group}/{r}": n for r, n in zip(RESULTS, _read(numbers), strict=True)}
    changes |= {f"/proactive_disclosure{at}": n for at, n in (table_2 or {}).items()}
    return with_anything(forms.blank(rest), changes)


def _table_3(forms: Forms, table_3: str) -> Iterator[tuple[str, int | None]]:
    table: Any = forms.requests.requests
    printed = {"/requests" + line.pointer for line in form_rows(table)}
    others: list[tuple[int | None, ...]] = []
    for line in filter(None, table_3.splitlines()):
        code, numbers = line.split(maxsplit=1)
        if ROWS[code] in printed:
            yield from _row(ROWS[code], _read(numbers))
        else:
            others.append(_read(numbers))
    if others:
        sums = tuple(sum(n or 0 for n in column) for column in zip(*others, strict=True))
        yield from _row(ROWS["O"], sums)


def _row(row: str, numbers: tuple[int | None, ...]) -> Iterator[tuple[str, int | None]]:
    for applicant, number in zip(APPLICANTS, numbers, strict=True):
        yield f"{row}/{applicant}", number


def _read(numbers: str) -> tuple[int | None, ...]:
    words = numbers.replace(",", " ").split()
    return tuple(None if word == "." else int(word) for word in words)


A = case(
    HYBRID,
    """
N  21 0 0 0 0 0 21
P  4 0 0 0 0 0 4
D1 1 0 0 0 0 0 1
D6 1 0 0 0 0 0 1
D7 1 0 0 0 0 0 1
U1 10 0 0 0 0 0 10
U2 3 0 0 0 0 0 3
R1 1 0 0 0 0 0 1
T  21 0 0 0 0 0 21
""",
    "10,1,0,0,0 | 0,0,0,0,0 | 5,0,0,0,0",
    {
        "/normative_documents/repealed": 5,
        "/normative_documents/in_force": 5,
        "/licensing/decisions": 550,
        "/penalties/decisions": 4119,
        "/compulsion/decisions": 195,
        "/fees/amount_wan_yuan": Decimal("7730.28"),
    },
)
"""洪泽区 2023: two broken totals in table 4."""

F = case(
    PURE_2021,
    """
N  3001 53 0 0 61 4 3119
C  34 0 0 0 0 0 34
G  1288 21 0 0 50 3 1362
P  447 7 0 0 0 0 454
D1 2 0 0 0 0 0 2
D2 30 1 0 0 0 0 31
D3 5 0 0 0 0 0 5
D4 6 0 0 0 0 0 6
D5 7 1 0 0 0 0 8
D6 12 0 0 0 0 0 12
D7 9 0 0 0 0 0 9
D8 105 0 0 0 0 0 105
U1 746 12 0 0 10 1 769
U2 11 0 0 0 0 0 11
U3 1 0 0 0 0 0 1
R1 56 6 0 0 0 0 62
R2 25 0 0 0 0 0 25
R5 1 0 0 0 0 0 1
O1 67 3 0 0 1 0 71
O2 6 0 0 0 0 0 6
O3 108 2 0 0 0 0 110
T  2932 53 0 0 61 4 3050
F  103 0 0 0 0 0 103
""",
    "72,64,178,37,351 | 13,4,8,1,26 | 12,1,1,6,20",
    {
        "/rules/issued": 1,
        "/rules/in_force": 11,
        "/normative_documents/issued": 8,
        "/normative_documents/repealed": 26,
        "/normative_documents/in_force": 66,
        "/licensing/decisions": 447228,
        "/penalties/decisions": 3985758,
        "/compulsion/decisions": 88283,
        "/fees/amount_wan_yuan": Decimal("96171.6"),
    },
)
"""淮安市 2024: clean, all 200 cells filled."""

H = case(
    PURE_2019,
    """
N  821 35 . . 2 1 859
C  18 . . . . . 18
G  258 12 . . 1 1 .
P  3 . . . . . .
D1 14 . . . . . .
D5 5 . . . . . .
D6 3 1 . . . . .
D8 10 2 . . . . .
U1 252 12 . . 1 . .
U2 44 3 . . . . .
U3 25 . . . . . .
R1 148 1 . . . . .
R2 5 4 . . . . .
T  767 35 . . 2 1 805
F  72 . . . . . 72
""",
    "5 . . 2 7 | 8 . . 1 9 | . . . . .",
    {
        "/rules/newly_produced": 13,
        "/rules/newly_disclosed": 13,
        "/rules/total_disclosed": 524,
        "/normative_documents/newly_produced": 60,
        "/normative_documents/newly_disclosed": 60,
        "/normative_documents/total_disclosed": 368,
        "/procurement/projects": 6,
        "/procurement/amount": Money(Decimal("251000"), "元"),
    },
    rest=None,
)
"""上海市政府办公厅 2019: 126 cells of table 3 blank, among them the totals of most rows."""

J = case(
    PURE_2021,
    "\n".join(
        f"{code} {number} . . . . . {number}"
        for code in ROWS
        if code != "O"
        for number in [26 if code in {"N", "G", "T"} else 0]
    ),
    "0,0,0,1,1 | 0,0,0,0,0 | 0,0,0,0,0",
    {"/normative_documents/issued": 8, "/normative_documents/in_force": 18},
)
"""沭阳县发改局 2023: only natural persons and totals filled, 125 cells of table 3 blank."""

L = case(
    PURE_2021,
    """
N 60 1 0 0 0 1 62
G 61 1 0 0 0 0 62
T 61 1 0 0 0 0 62
""",
)
"""洋河新区 2025: a case moved between columns.

Known are natural persons, others and the totals; that one company asked, and that all
was granted, is ours to make the rest consistent.
"""

MINIMAL = """
N  100 50 10 5 3 2 170
C  10 5 0 0 0 0 15
G  50 30 8 5 3 2 98
P  20 10 2 0 0 0 32
D1 1 0 0 0 0 0 1
D2 2 0 0 0 0 0 2
D3 1 0 0 0 0 0 1
D4 1 0 0 0 0 0 1
D5 1 0 0 0 0 0 1
D6 1 0 0 0 0 0 1
D7 1 0 0 0 0 0 1
D8 1 0 0 0 0 0 1
U1 3 2 0 0 0 0 5
U2 2 1 0 0 0 0 3
U3 1 0 0 0 0 0 1
R1 1 0 0 0 0 0 1
R2 1 0 0 0 0 0 1
R3 1 0 0 0 0 0 1
R4 1 0 0 0 0 0 1
R5 1 0 0 0 0 0 1
O1 1 1 0 0 0 0 2
O2 1 1 0 0 0 0 2
O3 1 0 0 0 0 0 1
T  95 45 10 5 3 2 160
F  15 10 0 0 0 0 25
"""
MINIMAL_CASES = "5,2,1,2,10 | 3,1,0,1,6 | 1,0,0,0,1"

ONE_UNIT_MOVED = """
N  60 2 0 0 0 0 62
G  59 2 0 0 0 0 61
P  1 0 0 0 0 0 1
O3 1 0 0 0 0 0 1
T  61 2 0 0 0 0 63
"""

OVERWRITTEN = """
N  1 2 3 0 0 0 99
G  1 2 3 0 0 0 6
T  1 2 3 0 0 0 6
F  0 0 0 0 0 0 0
"""
