"""Ratios of two numbers of a report: exact as values, in percent for a reader."""

from fractions import Fraction

from govdisclosure.findings import Number
from govdisclosure.i18n import figure


def share(numerator: Number | None, denominator: Number | None) -> Fraction | None:
    """The one as a share of the other; ``None`` unless the denominator is above 0.

    >>> share(1, 4), share(0, 0), share(None, 4)
    (Fraction(1, 4), None, None)
    """
    if numerator is None or denominator is None or denominator <= 0:
        return None
    return Fraction(numerator) / Fraction(denominator)


def growth(before: Number | None, after: Number | None) -> Fraction | None:
    """The difference as a share of what was there before.

    >>> growth(20, 25)
    Fraction(1, 4)

    From 0 nothing can grow at a rate: 0 → 5 has none, and 0 → 0 says nothing. Neither do
    blanks and numbers below 0.

    >>> growth(0, 5), growth(0, 0), growth(None, 5)
    (None, None, None)
    """
    if before is None or after is None or before <= 0 or after < 0:
        return None
    return Fraction(after) / Fraction(before) - 1


def percent(ratio: Fraction) -> str:
    """A ratio in percent with one decimal, halves rounded away from 0.

    >>> percent(Fraction(1, 3)), percent(Fraction(-1, 8)), percent(Fraction(1, 2000))
    ('33.3%', '-12.5%', '0.1%')
    """
    exact = abs(ratio) * 1000
    tenths = (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    whole, tenth = divmod(tenths, 10)
    sign = "-" if ratio < 0 and tenths else ""
    return f"{sign}{figure(whole)}.{tenth}%" if whole < 10**30 else f"{sign}{figure(whole)}%"
