"""The few shapes that a rule can have: a small language over the addresses of the form.

Terms (:class:`Cell`, :class:`Each`, :class:`Sum`, :class:`Constant`) give a number,
statements (:class:`Equal`, :class:`Compare`, :class:`ForEach`) say what holds, domains
(:class:`Columns`, :class:`Parts`, :class:`Lines`, :class:`Details`, :class:`Unsigned`)
say over what. All are plain values, so that a rule can be exported and run elsewhere.
No report, no number and no edition enters here; an address is a template whose
``{variables}`` are filled by the domains.
"""

import re
from typing import Literal, TypeAlias

from attrs import Attribute, field, frozen

TOTAL = "total"
"""The attribute name of every total row and total column of the form."""

_ADDRESS = re.compile(
    r"(?:\{[a-z_]+\}|/(?:[a-z][a-z0-9_]*|\{[a-z_]+\}))(?:/[a-z][a-z0-9_]*|/\{[a-z_]+\})*"
)
_VARIABLE = re.compile(r"\{([a-z_]+)\}")


def _is_address(_: object, attribute: "Attribute[str]", value: str) -> None:
    if not _ADDRESS.fullmatch(value):
        raise ValueError(f"not an address template ({attribute.name}): {value!r}")


@frozen
class Columns:
    """The names of all cells of a row."""

    address: str = field(validator=_is_address)


@frozen
class Parts:
    """The names of the cells of a row other than its ``total``."""

    address: str = field(validator=_is_address)


@frozen
class Lines:
    """The addresses of every row below a table or group; of the row itself if it is one."""

    address: str = field(validator=_is_address)


@frozen
class Details:
    """As :class:`Lines`, without total rows: what a total row is the sum of."""

    address: str = field(validator=_is_address)


@frozen
class Unsigned:
    """The addresses of the cells below a table or group that are no signed changes."""

    address: str = field(validator=_is_address)


Domain: TypeAlias = Columns | Parts | Lines | Details | Unsigned


@frozen
class Cell:
    """The number in one cell, times a whole coefficient."""

    address: str = field(validator=_is_address)
    coefficient: int = 1

    def __add__(self, other: "Term") -> "Sum":
        return Sum((self, other))


@frozen
class Constant:
    """A number that the rule itself states."""

    value: int


@frozen
class Each:
    """The sum of a term over a domain.

    >>> Each("part", Parts("/requests/received"), Cell("/requests/received/{part}")).variable
    'part'
    """

    variable: str
    domain: Domain
    term: "Term"


@frozen
class Sum:
    """Terms added up; written with ``+``.

    >>> Cell("/a") + Cell("/b") + Constant(1)
    Sum(terms=(Cell(address='/a', coefficient=1), Cell(address='/b', coefficient=1), \
Constant(value=1)))
    """

    terms: tuple["Term", ...]

    def __add__(self, other: "Term") -> "Sum":
        return Sum((*self.terms, other))


Term: TypeAlias = Cell | Constant | Each | Sum


@frozen
class Equal:
    """Both sides are the same number."""

    left: Term
    right: Term


Relation: TypeAlias = Literal[">=", "<="]


@frozen
class Compare:
    """The left side is not below (``>=``), or not above (``<=``), the right side."""

    left: Term
    relation: Relation
    right: Term


@frozen
class ForEach:
    """A statement holds for every value of a domain."""

    variable: str
    domain: Domain
    holds: "Statement"


Statement: TypeAlias = Equal | Compare | ForEach


def require_closed(node: Statement | Term, known: frozenset[str] = frozenset()) -> None:
    """Make sure that every variable of an expression is given by a domain around it.

    >>> require_closed(Equal(Cell("/a/{column}"), Constant(0)))
    Traceback (most recent call last):
        ...
    ValueError: nothing gives {column} in '/a/{column}'

    Raises:
        ValueError: a variable is free, or hides one of the same name.
        TypeError: something else than a kind of this module stands in the expression.
    """
    match node:
        case Cell(address):
            _require_known(address, known)
        case Constant():
            pass
        case Sum(terms):
            for term in terms:
                require_closed(term, known)
        case Equal(left, right) | Compare(left, _, right):
            require_closed(left, known)
            require_closed(right, known)
        case Each(variable, domain, inner) | ForEach(variable, domain, inner):
            _require_known(domain.address, known)
            if variable in known:
                raise ValueError(f"{{{variable}}} is given twice")
            require_closed(inner, known | {variable})
        case _:
            raise TypeError(f"not a kind of rule: {node!r}")


def _require_known(address: str, known: frozenset[str]) -> None:
    for variable in _VARIABLE.findall(address):
        if variable not in known:
            raise ValueError(f"nothing gives {{{variable}}} in {address!r}")
