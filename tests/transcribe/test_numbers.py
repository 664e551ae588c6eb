from decimal import Decimal

import pytest

from govdisclosure.files import read_text
from govdisclosure.form import CellState, Kind, Money
from govdisclosure.transcribe import read_number
from govdisclosure.transcribe._numbers import CellText, looks_like_a_number

NUMBER = CellState.NUMBER


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("0", 0),
        (" 0", 0),
        ("１２", 12),
        ("1,113", 1113),
        ("1，113", 1113),
        ("4 289 602", 4_289_602),
        ("\u00a07\u00a0", 7),
    ],
)
def test_a_count_reads_however_its_digits_are_written(text: str, count: int) -> None:
    assert read_number(text, Kind.COUNT) == CellText(value=count, state=NUMBER)


@pytest.mark.parametrize(
    ("text", "count", "note"),
    [
        ("1288件", 1288, None),
        ("16368(件)", 16368, None),
        ("1.2万件", 12000, None),
        ("22（其中修订 16 件）", 22, "其中修订 16 件"),
        ("-1", -1, None),
        ("+3", 3, None),
        ("007", 7, None),
        ("1208.0", 1208, None),
        ("1,208.00", 1208, None),
    ],
)
def test_what_a_count_says_beyond_its_number_is_noted(
    text: str, count: int, note: str | None
) -> None:
    assert read_number(text, Kind.COUNT) == CellText(
        value=count, state=NUMBER, note=note, needs_note=True
    )


@pytest.mark.parametrize(
    ("text", "change"),
    [("+21", 21), ("-8", -8), ("−8", -8), ("增1558", 1558), ("减38", -38), ("5", 5), ("+0", 0)],
)
def test_a_change_keeps_its_sign(text: str, change: int) -> None:
    assert read_number(text, Kind.CHANGE) == CellText(value=change, state=NUMBER)


def test_a_doubled_sign_is_one_sign_and_is_noted() -> None:
    assert read_number("--253", Kind.CHANGE) == CellText(value=-253, state=NUMBER, needs_note=True)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("-", CellState.DASH),
        ("——", CellState.DASH),
        ("/", CellState.SLASH),
        ("／", CellState.SLASH),
        ("无", CellState.NONE_WORD),
        ("不适用", CellState.NOT_APPLICABLE),
    ],
)
@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.CHANGE, Kind.AMOUNT])
def test_a_sign_for_nothing_is_no_number_and_never_zero(
    text: str, state: CellState, kind: Kind
) -> None:
    assert read_number(text, kind) == CellText(value=None, state=state, needs_note=True)


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "\u3000", "\u200b"])
def test_an_empty_cell_is_blank_and_needs_no_note(text: str) -> None:
    assert read_number(text, Kind.COUNT) == CellText(value=None, state=CellState.BLANK)


@pytest.mark.parametrize(
    "text",
    ["1.5", "abc", "12 34", "1,23", "3-4", "约20", "1件2", "10.4万元", "0 0", "+-5"]
    + ["9" * 17, "9" * 2_000_000],
    ids=lambda text: text[:9],
)
def test_what_is_not_one_count_is_unreadable(text: str) -> None:
    assert read_number(text, Kind.COUNT) == CellText(
        value=None, state=CellState.UNREADABLE, needs_note=True
    )


OTHER_DIGITS = [
    "٣",
    "1٣",
    "१२",
    "๓",
    "𝟏𝟐",
    "³",
    "12³",
    "③",
    "⑫",
    "½",
    "三",
    "十二",
    "〇",
    "Ⅳ",
    "㈢",
]


@pytest.mark.parametrize("text", OTHER_DIGITS)
@pytest.mark.parametrize("kind", Kind)
def test_only_plain_and_full_width_digits_are_digits(text: str, kind: Kind) -> None:
    number = read_number(text, kind)
    assert (number.state, number.needs_note) == (CellState.UNREADABLE, True)
    assert number.value in (None, Money(None, None))


@pytest.mark.parametrize("text", OTHER_DIGITS)
@pytest.mark.parametrize("gap", [" | ", "\t"], ids=["bars", "tabs"])
def test_a_cell_with_other_digits_is_unreadable_in_its_place_and_said_to_be(
    text: str, gap: str
) -> None:
    rows = [["规章", "1", text, "5"], ["行政规范性文件", "7", "8", "9"]]
    lines = [gap.join(row) for row in rows]
    reading = read_text("\n".join([f"青禾县2022年{TITLE}", *HEADER, *lines]))
    values = dict(reading.report.cells())
    address = "/proactive_disclosure/rules/repealed"
    names = ("issued", "repealed", "in_force")
    assert [values[f"/proactive_disclosure/rules/{name}"] for name in names] == [1, None, 5]
    assert reading.report.cell_notes[address].printed == text
    assert address in [f.pointer for f in reading.findings if f.rule_id == "READ-UNREADABLE"]


TITLE = "政府信息公开工作年度报告"
HEADER = ["二、主动公开政府信息情况", "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数"]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("005", Kind.COUNT, 5),
        ("00", Kind.COUNT, 0),
        ("1208.0", Kind.COUNT, 1208),
        ("1,208.00", Kind.COUNT, 1208),
        ("+3.0", Kind.CHANGE, 3),
        ("减05", Kind.CHANGE, -5),
        ("00.5", Kind.AMOUNT, Decimal("0.5")),
        ("05", Kind.MONEY, Money(Decimal(5), None)),
    ],
)
def test_an_unusual_spelling_of_a_certain_number_keeps_its_print(
    text: str, kind: Kind, value: object
) -> None:
    assert read_number(text, kind) == CellText(value=value, state=NUMBER, needs_note=True)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["1,2,08", "12,08", "1,20", ",208", "1208,", "1.208.0", "1208.", ".5", "1e3", "1_000"]
    + ["0x1F", "1'208", "1·208", "1-208", "12O", "l2", "1\u00ad2", "\u202e12", "1\u03362"],
)  # fmt: skip
def test_a_spelling_that_may_mean_two_numbers_is_unreadable(text: str) -> None:
    assert read_number(text, Kind.COUNT).state is CellState.UNREADABLE


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_a_number_above_another_is_not_its_thousands(end: str) -> None:
    assert read_number(f"9{end}238", Kind.COUNT).state is CellState.UNREADABLE
    assert read_number("9 238", Kind.COUNT).value == 9238


@pytest.mark.parametrize(
    ("text", "amount", "needs_note"),
    [
        ("316441", "316441", False),
        ("0.092", "0.092", False),
        ("96171.60", "96171.60", False),
        ("-10", "-10", False),
        ("103.3879万元", "103.3879", True),
        ("2950元", "0.2950", True),
        ("1.2亿元", "12000", True),
    ],
)
def test_an_amount_is_in_wan_yuan_with_the_scale_as_written(
    text: str, amount: str, needs_note: bool
) -> None:
    number = read_number(text, Kind.AMOUNT)
    assert (str(number.value), number.state, number.needs_note) == (amount, NUMBER, needs_note)


@pytest.mark.parametrize(
    ("text", "money", "yuan"),
    [
        ("10.4万元", Money(Decimal("10.4"), "万元"), Decimal(104_000)),
        ("251000元", Money(Decimal(251000), "元"), Decimal(251_000)),
        ("211.509万", Money(Decimal("211.509"), "万元"), Decimal(2_115_090)),
        ("0.3亿元", Money(Decimal("0.3"), "亿元"), Decimal(30_000_000)),
        ("8040", Money(Decimal(8040), None), None),
    ],
)
def test_a_sum_keeps_the_unit_that_it_prints(text: str, money: Money, yuan: Decimal | None) -> None:
    number = read_number(text, Kind.MONEY)
    assert number == CellText(value=money, state=NUMBER)
    assert isinstance(number.value, Money)
    assert number.value.yuan == yuan


def test_a_unit_in_the_column_label_serves_where_the_cell_has_none() -> None:
    assert read_number("477.35", Kind.MONEY, "万元").value == Money(Decimal("477.35"), "万元")
    assert read_number("9元", Kind.MONEY, "万元").value == Money(Decimal(9), "元")


@pytest.mark.parametrize(
    "text", ["一、本年新收", "3.其他", "自然人", "-2-", "第3页", "无其他需要报告的事项"]
)
def test_a_label_does_not_look_like_a_number(text: str) -> None:
    assert not looks_like_a_number(text)
