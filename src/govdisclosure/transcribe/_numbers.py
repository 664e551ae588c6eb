"""The text of a cell → number, state and note; and back.

Nothing becomes 0 that is not printed as 0, and no digit is dropped: what does not read
as one number is unreadable, and says so.
"""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from govdisclosure.form import SAFE, CellState, Kind, Money, MoneyUnit, is_amount

_DIGITS = 20
"""A count of more digits is none; decimal arithmetic on a million of them would overflow."""

_PLAIN = frozenset("0123456789０１２３４５６７８９")

_STATES = {"": CellState.BLANK, "不适用": CellState.NOT_APPLICABLE}
_STATES |= dict.fromkeys(("/", "\\"), CellState.SLASH)
_STATES |= dict.fromkeys(("无", "無"), CellState.NONE_WORD)
_DASH = re.compile(r"[-—–−―─_]+")
_NUMBER = re.compile(
    r"(?P<sign>(?P<mark>[+\-−–—])(?P=mark)?|增加?|新增|减少?)?"
    r"(?P<digits>\d{1,3}(?:[,，]\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?P<fraction>\.\d+)?"
    r"\s*(?P<unit>\(?(?:万元|亿元|元|万|亿)\)?|\(?万?[件个项条次份宗起]\)?)?"
    r"\s*(?:\((?P<note>.+)\))?"
)
MONEY_UNITS: tuple[MoneyUnit, ...] = ("亿元", "万元", "元")
"""The units of money, those first that end in another; 亿 and 万 are short for the first two."""

_WAN_YUAN = {"元": -4, "万元": 0, "亿元": 4}


@frozen(kw_only=True)
class CellText:
    """What the text of a cell says.

    ``value`` is an ``int`` for a count or change, a ``Decimal`` in 万元 for an amount, a
    :class:`~govdisclosure.form.Money` for an amount with its own unit, ``None`` without a
    number. ``needs_note`` is true where the text holds more than the value keeps.
    """

    value: int | Decimal | Money | None
    state: CellState
    note: str | None = None
    needs_note: bool = False


@lru_cache(maxsize=10_000)
def read_number(text: str, kind: Kind, unit: MoneyUnit | None = None) -> CellText:
    """The number in a cell of a given kind; ``unit`` is what the column's label states.

    >>> read_number("１,113", Kind.COUNT).value, read_number("减38", Kind.CHANGE).value
    (1113, -38)
    >>> read_number("10.4万元", Kind.MONEY).value
    Money(value=Decimal('10.4'), unit='万元')
    >>> read_number("1.5", Kind.COUNT).state, read_number("—", Kind.COUNT).state
    (<CellState.UNREADABLE: 'unreadable'>, <CellState.DASH: 'dash'>)
    """
    state = CellState.UNREADABLE
    if not has_other_digits(text):
        plain = _fold(text)
        match = _NUMBER.fullmatch(plain)
        if match and (number := _parse(match, kind, unit)):
            return number
        state = CellState.DASH if _DASH.fullmatch(plain) else _STATES.get(plain, state)
    return CellText(value=empty_value(kind), state=state, needs_note=state is not CellState.BLANK)


def has_other_digits(text: str) -> bool:
    """Whether a text has digits beside 0 to 9 and ０ to ９: footnote marks, other scripts.

    A footnote mark (①, ², ₂) would be one more digit when folded; ٣ and ３ are not alike to
    whoever reads the form.

    >>> has_other_digits("12①"), has_other_digits("٣"), has_other_digits("１2")
    (True, True, False)
    """
    return any(unicodedata.category(c) in ("Nd", "No") and c not in _PLAIN for c in text)


@lru_cache(maxsize=10_000)
def looks_like_a_number(text: str) -> bool:
    """Whether a text can stand in a number cell: a number, or a sign for none.

    >>> looks_like_a_number("22（其中修订 16 件）"), looks_like_a_number("1.重复申请")
    (True, False)
    """
    plain = _fold(text)
    return plain in _STATES or bool(_DASH.fullmatch(plain)) or _NUMBER.fullmatch(plain) is not None


def _fold(text: str) -> str:
    narrow = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u200b-\u200f\ufeff]+", _one_space, narrow).strip()


def _one_space(space: re.Match[str]) -> str:
    """White space as one space; two lines stay two: 9 above 238 is not 9,238."""
    return "\n" if len(f"{space[0]}.".splitlines()) > 1 else " "


def empty_value(kind: Kind) -> Money | None:
    """What stands in a cell without a number."""
    return Money(None, None) if kind is Kind.MONEY else None


def _parse(match: re.Match[str], kind: Kind, unit: MoneyUnit | None) -> CellText | None:
    digits = re.sub(r"[,， ]", "", match["digits"]) + (match["fraction"] or "")
    sign = match["sign"] or ""
    is_negative = sign.startswith(("-", "−", "–", "—", "减"))
    number = Decimal("-" + digits if is_negative else digits)
    own_unit = (match["unit"] or "").strip("()")
    note = (match["note"] or "").strip() or None
    is_odd = len(sign) == 2 and sign not in ("增加", "新增", "减少")
    is_odd |= digits.startswith("0") and digits[1:2].isdigit()  # 005
    if kind in (Kind.COUNT, Kind.CHANGE):
        count = _whole(number, own_unit)
        if count is None:
            return None
        is_odd |= "." in digits  # 1208.0
        needs_note = bool(note or own_unit or is_odd or (sign and kind is Kind.COUNT))
        return CellText(value=count, state=CellState.NUMBER, note=note, needs_note=needs_note)
    if own_unit:
        unit = next((u for u in MONEY_UNITS if own_unit in (u, u[0])), None)
        if unit is None:
            return None
    amount = number if kind is Kind.MONEY else _shift(number, _WAN_YUAN[unit or "万元"])
    if not is_amount(format(amount, "f")):
        return None
    value = Money(amount, unit) if kind is Kind.MONEY else amount
    needs_unit = kind is Kind.AMOUNT and (own_unit or unit not in (None, "万元"))
    needs_note = bool(note or is_odd or needs_unit)
    return CellText(value=value, state=CellState.NUMBER, note=note, needs_note=needs_note)


def _whole(number: Decimal, unit: str) -> int | None:
    """A count: a whole number of pieces, 万 multiplied out; ``None`` where it is neither."""
    if unit.endswith("元") or unit.startswith("亿") or number.adjusted() > _DIGITS:
        return None
    count = _shift(number, 4) if unit.startswith("万") else number
    if count != count.to_integral_value() or count.copy_abs() > SAFE:
        return None
    return int(count)


def _shift(number: Decimal, places: int) -> Decimal:
    """The number times a power of ten, exactly and without an exponent."""
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    exact = Decimal((sign, digits, exponent + places))
    return Decimal(format(exact, "f")) if places else number


def write_number(value: int | Decimal | Money | None) -> str:
    """The text that says a value; "" where there is none.

    >>> write_number(Money(Decimal("10.4"), "万元")), write_number(None)
    ('10.4万元', '')
    """
    if isinstance(value, Money):
        return write_number(value.value) + (value.unit or "")
    if value is None:
        return ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def is_formula(text: str) -> bool:
    """Whether a text is the formula of a cell whose value was not saved with it."""
    return text.startswith("=")
