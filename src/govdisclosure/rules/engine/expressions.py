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
from typing import Literal, TypeAlias, get_args

from attrs import Attribute, field, frozen
from attrs.validators import in_

from govdisclosure.form import Shown

_ADDRESS = re.compile(
    r"(?:\{[a-z_]+\}|/(?:[a-z][a-z0-9_]*|\{[a-z_]+\}))(?:/[a-z][a-z0-9_]*|/\{[a-z_]+\})*"
)
_VARIABLE = re.compile(r"\{([a-z_]+)\}")


def _is_address(_: object, attribute: "Attribute[str]", value: str) -> None:
    if not _ADDRESS.fullmatch(value):
        raise ValueError(f"not an address template ({attribute.name}): {value!r}")


def _is_group(node: object, attribute: "Attribute[str]", value: str) -> None:
    if value:
        _is_address(node, attribute, value)


@frozen(repr=False)
class Columns(Shown):
    """The names of all cells of a row."""

    address: str = field(validator=_is_address)


@frozen(repr=False)
class Parts(Shown):
    """The names of the cells of a row other than its ``total``."""

    address: str = field(validator=_is_address)


@frozen(repr=False)
class Lines(Shown):
    """The addresses of every row below a table or group; of the row itself if it is one."""

    address: str = field(validator=_is_address)


@frozen(repr=False)
class Details(Shown):
    """As :class:`Lines`, without total rows: what a total row is the sum of."""

    address: str = field(validator=_is_address)


@frozen(repr=False)
class Cells(Shown):
    """The addresses of all cells below a table or group; ``""`` is the whole report."""

    address: str = field(validator=_is_group)


@frozen(repr=False)
class Counts(Shown):
    """As :class:`Cells`, but counts only: neither signed changes nor amounts of money."""

    address: str = field(validator=_is_address)


@frozen(repr=False)
class Amounts(Shown):
    """As :class:`Cells`, but amounts of money only."""

    address: str = field(validator=_is_address)


@frozen(repr=False)
class Additive(Shown):
    """As :class:`Cells`, without amounts whose unit the form leaves to the report.

    What is left may be added up over several reports.
    """

    address: str = field(validator=_is_group)


Domain: TypeAlias = Columns | Parts | Lines | Details | Cells | Counts | Amounts | Additive

Of: TypeAlias = Literal["report", "previous", "children"]
"""Whose cell is meant: the report's own, last year's, or that of each body below."""


@frozen(repr=False)
class CellValue(Shown):
    """The number in one cell, times a whole coefficient.

    ``of`` says of which report; a cell of ``children`` is the sum over all of them.
    """

    address: str = field(validator=_is_address)
    coefficient: int = 1
    of: Of = field(default="report", validator=in_(get_args(Of)))

    def __add__(self, other: "Expression") -> "Sum":
        return Sum((self, other))


@frozen(repr=False)
class Constant(Shown):
    """A number that the rule itself states."""

    value: int


@frozen(repr=False)
class SumOver(Shown):
    """The sum of a term over a domain.

    >>> received = "/requests/received"
    >>> SumOver("part", Parts(received), CellValue(f"{received}/{{part}}")).variable
    'part'
    """

    variable: str
    domain: Domain
    term: "Expression"


@frozen(repr=False)
class Sum(Shown):
    """Terms added up; written with ``+``.

    >>> CellValue("/a") + CellValue("/b") + Constant(1)
    Sum(terms=(CellValue(address='/a', coefficient=1, of='report'), \
CellValue(address='/b', coefficient=1, of='report'), Constant(value=1)))
    """

    terms: tuple["Expression", ...]

    def __add__(self, other: "Expression") -> "Sum":
        return Sum((*self.terms, other))


Expression: TypeAlias = CellValue | Constant | SumOver | Sum


@frozen(repr=False)
class Equal(Shown):
    """Both sides are the same number."""

    left: Expression
    right: Expression


Relation: TypeAlias = Literal[">=", "<=", ">"]


@frozen(repr=False)
class Compare(Shown):
    """The left side is not below (``>=``), not above (``<=``) or above (``>``) the right."""

    left: Expression
    relation: Relation
    right: Expression


@frozen(repr=False)
class Implies(Shown):
    """Where the one comparison holds, the other does too; elsewhere nothing is said."""

    given: Compare
    holds: Compare


@frozen(repr=False)
class CellsFilled(Shown):
    """No cell of a domain is left empty, be it blank or with a sign for nothing."""

    domain: Domain


@frozen(repr=False)
class SectionPresent(Shown):
    """A section of prose that is there says something, and not only a word for "nothing".

    A section says nothing where no paragraph does, and a paragraph where its letters are none
    at all or one of ``EMPTY_WORDS``. Each character is folded by NFKC, by itself; letters are
    those of the Unicode category L, and those of which nobody knows what they stand for: of
    private use (Co), U+FFFC, U+FFFD.
    """

    address: str = field(validator=_is_address)


@frozen(repr=False)
class PeriodInYear(Shown):
    """A period that is there begins and ends in the report's year.

    The sides compared are the year of the date that is not in it, the first of two, and the
    report's. Where only one of the dates is not, it is a hint at most.
    """

    address: str = field(validator=_is_address)


@frozen(repr=False)
class ForEach(Shown):
    """A statement holds for every value of a domain."""

    variable: str
    domain: Domain
    holds: "Statement"


Statement: TypeAlias = (
    Equal | Compare | Implies | CellsFilled | SectionPresent | PeriodInYear | ForEach
)


def require_closed(node: Statement | Expression, variables: frozenset[str] = frozenset()) -> None:
    """Make sure that every variable of an expression is given by a domain around it.

    >>> require_closed(Equal(CellValue("/a/{column}"), Constant(0)))
    Traceback (most recent call last):
        ...
    ValueError: nothing gives {column} in '/a/{column}'

    Raises:
        ValueError: a variable is free, or hides one of the same name.
        TypeError: something else than a kind of this module stands in the expression.
    """
    match node:
        case CellValue(address) | SectionPresent(address) | PeriodInYear(address):
            _require_variables(address, variables)
        case Constant():
            pass
        case Sum(terms):
            for term in terms:
                require_closed(term, variables)
        case Equal(left, right) | Compare(left, _, right) | Implies(left, right):
            require_closed(left, variables)
            require_closed(right, variables)
        case CellsFilled(domain):
            _require_variables(domain.address, variables)
        case SumOver(variable, domain, inner) | ForEach(variable, domain, inner):
            _require_variables(domain.address, variables)
            if variable in variables:
                raise ValueError(f"{{{variable}}} is given twice")
            require_closed(inner, variables | {variable})
        case _:
            raise TypeError(f"not a kind of rule: {node!r}")


def _require_variables(address: str, variables: frozenset[str]) -> None:
    for variable in _VARIABLE.findall(address):
        if variable not in variables:
            raise ValueError(f"nothing gives {{{variable}}} in {address!r}")
