"""The vocabulary of the form: labels, kinds of cells, rows, tables.

The classes of ``govdisclosure.model`` carry the form's own words in their
annotations, written with the names of this module. Nothing here knows an edition.
"""

import re
from decimal import Context, Decimal
from enum import Enum, StrEnum
from typing import Annotated, ClassVar, Literal, TypeAlias

from attrs import frozen

from govdisclosure.form._types import Large, Shown
from govdisclosure.form.law import Source
from govdisclosure.i18n import Text


class Kind(Enum):
    """What may stand in a cell."""

    COUNT = "count"
    CHANGE = "change"
    AMOUNT = "amount"
    MONEY = "money"


Count: TypeAlias = Annotated[int | None, Kind.COUNT]
"""A whole number ≥ 0, or ``None`` where the cell shows no number."""

Change: TypeAlias = Annotated[int | None, Kind.CHANGE]
"""A whole number with a sign (本年增/减), or ``None``."""

Amount: TypeAlias = Annotated[Decimal | None, Kind.AMOUNT]
"""An amount of money whose written scale is kept (10.40 stays 10.40), or ``None``."""

MoneyUnit: TypeAlias = Literal["元", "万元", "亿元"]
"""The units in which published reports state money."""

_YUAN = {"元": 1, "万元": 10_000, "亿元": 100_000_000}


@frozen(repr=False)
class Label(Text):
    """The words that the form prints for a row, a column, a table or a section.

    ``zh`` is the form's wording to the character, ``also`` the other wordings met in
    published reports, ``under`` the label printed above it (a band, a merged header),
    ``unit`` what a number there counts.
    """

    unit: str = ""
    also: tuple[str, ...] = ()
    under: "Label | None" = None
    source: Source | None = None

    def chain(self) -> tuple["Label", ...]:
        """The labels above this one, outermost first, then itself."""
        return (*self.under.chain(), self) if self.under else (self,)


@frozen(repr=False)
class Money(Shown):
    """采购总金额: an amount whose unit the form does not print.

    ``value`` is the number as written, ``unit`` the unit that the report itself
    wrote (万元, 元, 亿元), or ``None`` if it wrote none.

    >>> Money(Decimal("10.4"), "万元").yuan
    Decimal('104000.0')
    >>> Money(Decimal("8040"), None).yuan is None
    True
    """

    value: Annotated[Amount, Label("金额", "Amount")]
    unit: Annotated[MoneyUnit | None, Label("单位", "Unit")]

    @property
    def yuan(self) -> Decimal | None:
        """The amount in 元, exactly; ``None`` where value or unit is not stated."""
        if self.value is None or self.unit is None:
            return None
        exact = Context(prec=len(self.value.as_tuple().digits) + 10)
        return exact.multiply(self.value, Decimal(_YUAN[self.unit]))


@frozen(repr=False)
class Row(Shown):
    """Base of every class whose fields are the number cells of one printed row."""


@frozen(repr=False)
class Group(Large):
    """Base of every class whose fields are rows, or groups of rows, under one label."""


@frozen(repr=False)
class Table(Large):
    """Base of every class that is one printed table.

    ``edition`` names the edition whose table this is ("" where all print it alike),
    ``corner`` is what stands in the first header cell, ``across`` is true for a table
    that prints its groups side by side, in a single row of numbers.
    """

    edition: ClassVar[str] = ""
    corner: ClassVar[Label | None] = None
    across: ClassVar[bool] = False


class CellState(StrEnum):
    """Why a cell shows no number; ``number`` where it does show one."""

    NUMBER = "number"
    BLANK = "blank"
    DASH = "dash"
    SLASH = "slash"
    NONE_WORD = "none_word"
    NOT_APPLICABLE = "not_applicable"
    UNREADABLE = "unreadable"
    ABSENT = "absent"


EMPTY_STATES = frozenset(CellState) - {CellState.NUMBER, CellState.UNREADABLE, CellState.ABSENT}
"""States that say "nothing stands here": what a reader may take as 0 if asked to.

An unreadable or absent cell is not among them: it may hold any number.
"""

EMPTY_WORDS = (
    *("无", "無", "暂无", "暫無", "尚无", "尚無", "目前无", "目前無", "没有", "沒有"),
    *("暂没有", "暂时没有", "目前没有", "不存在", "暂不存在", "无内容", "空", "空白", "略"),
    *("不适用", "不適用", "NA", "na", "None", "none", "NONE", "nil", "Nil"),
)
"""The whole of a paragraph that says nothing, in letters alone.

Only bare words: what is said of something (``没有发现问题``) is a statement.
"""


TOTAL = "total"
"""The attribute name of every total row and total column of the form."""


SAFE = 2**53 - 1
"""The largest whole number that every JSON reader keeps exactly (RFC 7493, 2.2)."""


BLANK = "\t-\r\x1c- \x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
"""White space as a class of characters, which stand there as they are.

Engines disagree about ``\\s`` and how a character is escaped; none about this.
"""

NON_BLANK = f"[^{BLANK}]"

AMOUNT_PATTERN = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"

AMOUNT_LENGTH = 40
"""Characters of the longest amount."""

_find_word = re.compile(NON_BLANK).search
_match_amount = re.compile(AMOUNT_PATTERN).fullmatch


def is_amount(text: str) -> bool:
    """Whether a text is an amount as the JSON contract writes it.

    >>> is_amount("10.40"), is_amount("1e2")
    (True, False)
    """
    return len(text) <= AMOUNT_LENGTH and _match_amount(text) is not None


def has_words(text: str) -> bool:
    """Whether a text has some character that is not white space.

    >>> has_words("规章"), has_words("\u3000 ")
    (True, False)
    """
    return _find_word(text) is not None
