"""The few shapes that a rule can have: a small language over the addresses of the form.

Terms (:class:`CellValue`, :class:`SumOver`, :class:`Sum`, :class:`Constant`) give a number,
statements (:class:`Equal`, :class:`Compare`, :class:`Implies`, :class:`CellsFilled`,
:class:`SectionPresent`, :class:`PeriodInYear`, :class:`ForEach`) say what holds, domains
(:class:`Columns`, :class:`Parts`, :class:`Lines`, :class:`Details`, :class:`Cells`,
:class:`Counts`, :class:`Amounts`, :class:`Additive`) say over what. All are plain values, so
that a rule can be exported and run elsewhere. No report, no number and no edition enters here;
an address is a template whose ``{variables}`` are filled by the domains.
"""

import re
from collections.abc import Callable
from types import UnionType
from typing import Literal, TypeAlias, get_args

from attrs import Attribute, field, frozen
from attrs.validators import in_, instance_of

from govdisclosure.form import Shown

_ADDRESS = re.compile(
    r"(?:\{[a-z_]+\}|/(?:[a-z][a-z0-9_]*|\{[a-z_]+\}))(?:/[a-z][a-z0-9_]*|/\{[a-z_]+\})*"
)

VARIABLE = re.compile(r"\{([a-z_]+)\}")
"""How a variable stands in an address template."""


def _is_address(_: object, attribute: "Attribute[str]", value: object) -> None:
    if not isinstance(value, str) or not _ADDRESS.fullmatch(value):
        raise ValueError(f"not an address template ({attribute.name}): {value!r}")


def _is_group(node: object, attribute: "Attribute[str]", value: object) -> None:
    if value != "":
        _is_address(node, attribute, value)


def _is_whole(_: object, attribute: "Attribute[int]", value: object) -> None:
    if type(value) is not int:
        raise TypeError(f"{attribute.name} must be a whole number, not {value!r}")


def _is_coefficient(node: object, attribute: "Attribute[int]", value: object) -> None:
    _is_whole(node, attribute, value)
    if not value:
        raise ValueError("coefficient must not be 0: leave the cell out")


def _is_relation(_: object, __: object, value: object) -> None:
    if value not in get_args(Relation):
        raise ValueError(f"no relation {value!r}, only {', '.join(get_args(Relation))}")


def _are_terms(node: object, attribute: "Attribute[tuple[Expression, ...]]", value: object) -> None:
    if not isinstance(value, tuple) or not value:
        raise TypeError(f"{attribute.name} must be a tuple of terms, not {value!r}")
    for term in value:
        _is_term(node, attribute, term)


def _is_variable(_: object, __: object, value: str) -> None:
    if not VARIABLE.fullmatch(f"{{{value}}}"):
        raise ValueError(f"no name of a variable: {value!r}")


def _one_of(kinds: Callable[[], UnionType]) -> Callable[..., None]:
    """A validator for nodes of some kinds, which may be declared further below."""

    def require(_: object, attribute: "Attribute[object]", value: object) -> None:
        if not isinstance(value, kinds()):
            names = " or ".join(kind.__name__ for kind in get_args(kinds()))
            raise TypeError(f"{attribute.name} must be a {names}, not {value!r}")

    return require


_is_term = _one_of(lambda: Expression)
_is_domain = _one_of(lambda: Domain)
_is_statement = _one_of(lambda: Statement)


@frozen(repr=False)
class _At(Shown):
    """What speaks of an address, or of what is below it."""

    address: str = field(validator=_is_address)


@frozen(repr=False)
class _BelowOrAll(Shown):
    """A domain below an address, or in the whole report."""

    address: str = field(validator=_is_group)


class Columns(_At):
    """The names of all cells of a row."""

    __slots__ = ()


class Parts(_At):
    """The names of the cells of a row other than its ``total``."""

    __slots__ = ()


class Lines(_At):
    """The addresses of every row below a table or group; of the row itself if it is one."""

    __slots__ = ()


class Details(_At):
    """As :class:`Lines`, without total rows: what a total row is the sum of."""

    __slots__ = ()


class Cells(_BelowOrAll):
    """The addresses of all cells below a table or group; ``""`` is the whole report."""

    __slots__ = ()


class Counts(_At):
    """As :class:`Cells`, but counts only: neither signed changes nor amounts of money."""

    __slots__ = ()


class Amounts(_At):
    """As :class:`Cells`, but amounts of money only."""

    __slots__ = ()


class Additive(_BelowOrAll):
    """As :class:`Cells`, without amounts whose unit the form leaves to the report.

    What is left may be added up over several reports.
    """

    __slots__ = ()


Domain: TypeAlias = Columns | Parts | Lines | Details | Cells | Counts | Amounts | Additive

Of: TypeAlias = Literal["report", "previous", "children"]
"""Whose cell is meant: the report's own, last year's, or that of each body below."""


@frozen(repr=False)
class CellValue(Shown):
    """The number in one cell, times a whole coefficient.

    ``of`` says of which report; a cell of ``children`` is the sum over all of them.
    """

    address: str = field(validator=_is_address)
    coefficient: int = field(default=1, validator=_is_coefficient)
    of: Of = field(default="report", validator=in_(get_args(Of)))

    def __add__(self, other: "Expression") -> "Sum":
        return Sum((self, other))


@frozen(repr=False)
class Constant(Shown):
    """A number that the rule itself states."""

    value: int = field(validator=_is_whole)


@frozen(repr=False)
class SumOver(Shown):
    """The sum of a term over a domain.

    >>> received = "/requests/received"
    >>> SumOver("part", Parts(received), CellValue(f"{received}/{{part}}")).variable
    'part'
    """

    variable: str = field(validator=_is_variable)
    domain: Domain = field(validator=_is_domain)
    term: "Expression" = field(validator=_is_term)


@frozen(repr=False)
class Sum(Shown):
    """Terms added up.

    >>> CellValue("/a") + CellValue("/b") + Constant(1)
    Sum(terms=(CellValue(address='/a', coefficient=1, of='report'), \
CellValue(address='/b', coefficient=1, of='report'), Constant(value=1)))
    """

    terms: tuple["Expression", ...] = field(validator=_are_terms)

    def __add__(self, other: "Expression") -> "Sum":
        return Sum((*self.terms, other))


Expression: TypeAlias = CellValue | Constant | SumOver | Sum


@frozen(repr=False)
class Equal(Shown):
    """Both sides are the same number."""

    left: Expression = field(validator=_is_term)
    right: Expression = field(validator=_is_term)


Relation: TypeAlias = Literal[">=", "<=", ">"]


@frozen(repr=False)
class Compare(Shown):
    """The left side is not below (``>=``), not above (``<=``) or above (``>``) the right."""

    left: Expression = field(validator=_is_term)
    relation: Relation = field(validator=_is_relation)
    right: Expression = field(validator=_is_term)


@frozen(repr=False)
class Implies(Shown):
    """Where the one comparison holds, the other does too; elsewhere nothing is said."""

    given: Compare = field(validator=instance_of(Compare))
    holds: Compare = field(validator=instance_of(Compare))


@frozen(repr=False)
class CellsFilled(Shown):
    """No cell of a domain is left empty, be it blank or with a sign for nothing."""

    domain: Domain = field(validator=_is_domain)


class SectionPresent(_At):
    """A section of prose that is there says something, and not only a word for "nothing".

    A section says nothing where no paragraph does, and a paragraph where its letters are none
    at all or one of the ``empty_words``. Each character is folded by NFKC, by itself; letters are
    those of the Unicode category L, and those of which nobody knows what they stand for: of
    private use (Co), U+FFFC, U+FFFD.
    """

    __slots__ = ()


class PeriodInYear(_At):
    """A period that is there begins and ends in the report's year.

    The sides compared are the year of the date that is not in it, the first of two, and the
    report's. Where only one of the dates is not, it is a hint at most.
    """

    __slots__ = ()


@frozen(repr=False)
class ForEach(Shown):
    """A statement holds for every value of a domain."""

    variable: str = field(validator=_is_variable)
    domain: Domain = field(validator=_is_domain)
    holds: "Statement" = field(validator=_is_statement)


Statement: TypeAlias = (
    Equal | Compare | Implies | CellsFilled | SectionPresent | PeriodInYear | ForEach
)
