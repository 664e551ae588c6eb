"""Which cells a total is the sum of, as the rules say."""

from collections.abc import Mapping
from functools import cache

from govdisclosure.form import Form
from govdisclosure.rules._all import RULES
from govdisclosure.rules.engine import BoundCheck, bind


@cache
def totals(form: Form) -> Mapping[str, tuple[str, ...]]:
    """The pointer of each total of a form, and those of its parts.

    >>> from govdisclosure.model import EDITION_2021
    >>> parts = totals(EDITION_2021.form)
    >>> parts["/review_and_litigation/reconsideration/total"]
    ... # doctest: +NORMALIZE_WHITESPACE
    ('/review_and_litigation/reconsideration/upheld',
     '/review_and_litigation/reconsideration/corrected',
     '/review_and_litigation/reconsideration/other_result',
     '/review_and_litigation/reconsideration/pending')
    >>> len(parts)  # 25 rows and 6 columns of table 3, 3 groups of table 4
    34
    """
    parts: dict[str, tuple[str, ...]] = {}
    for rule in RULES:
        for check in bind(rule.holds, form):
            if _is_a_sum(check):
                parts.setdefault(check.pointer, tuple(term.pointer for term in check.right.terms))
    return parts


def _is_a_sum(check: BoundCheck) -> bool:
    """A cell of the report that equals other cells of it, added up."""
    return (
        check.relation == "="
        and all(term.coefficient == 1 and term.of == "report" for term in check.terms)
        and check.given is None
        and len(check.left.terms) == 1
        and len(check.right.terms) > 1
        and check.left.constant == check.right.constant == 0
    )
