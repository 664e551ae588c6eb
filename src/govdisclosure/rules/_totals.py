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
    found: dict[str, tuple[str, ...]] = {}
    for rule in RULES:
        for check in bind(rule.holds, form):
            if _is_a_sum(check):
                found.setdefault(check.pointer, tuple(s.pointer for s in check.right.terms))
    return found


def _is_a_sum(check: BoundCheck) -> bool:
    """A cell of the report that equals other cells of it, added up."""
    plain = all(s.coefficient == 1 and s.of == "report" for s in check.terms)
    return (
        check.relation == "="
        and plain
        and check.given is None
        and len(check.left.terms) == 1
        and len(check.right.terms) > 1
        and check.left.constant == check.right.constant == 0
    )
