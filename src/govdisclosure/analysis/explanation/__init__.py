"""What a place of the form means, a rule asks, a message says: by pointer, label, number or id.

>>> from govdisclosure.i18n import ENGLISH
>>> [place] = explain("新收政府信息公开申请数量").places
>>> place.address, place.editions
('/requests/received', ('2019', '2021'))
>>> place.meaning.means.sureness.render(ENGLISH)
'official'
>>> explain("/requests/recieved").nearest[0]
'/requests/received'
"""

from govdisclosure.analysis.explanation._explain import (
    FEW,
    ExplainedPlace,
    Explanation,
    explain,
    explained_places,
)
from govdisclosure.analysis.explanation._index import rules_asking
from govdisclosure.analysis.explanation._search import facts_about

__all__ = [
    "FEW", "ExplainedPlace", "Explanation", "explain", "explained_places", "facts_about",
    "rules_asking",
]  # fmt: skip
