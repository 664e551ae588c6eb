"""The rule catalogue: every rule as data, for programs in any language, and back.

>>> from govdisclosure.codec.catalogue import catalogue_text, load_catalogue
>>> load_catalogue(catalogue_text())[0]
<Rule STAT-DISC-NONNEGATIVE>
"""

import govdisclosure

TYPE_CHECKING = False  # what typing says too, but importing that would take time
if TYPE_CHECKING:
    from govdisclosure.codec.catalogue._own import load_rules
    from govdisclosure.codec.catalogue._reading import load_catalogue
    from govdisclosure.codec.catalogue._records import CATALOGUE_VERSION
    from govdisclosure.codec.catalogue._schema import catalogue_schema, own_rules_schema
    from govdisclosure.codec.catalogue._writing import catalogue_text
else:
    __getattr__ = govdisclosure.names_in(
        __name__,
        _records="CATALOGUE_VERSION",
        _own="load_rules",
        _reading="load_catalogue",
        _schema="catalogue_schema own_rules_schema",
        _writing="catalogue_text",
    )

__all__ = [
    "CATALOGUE_VERSION",
    "catalogue_schema",
    "catalogue_text",
    "load_catalogue",
    "load_rules",
    "own_rules_schema",
]
