"""The rule catalogue: every rule as data, for programs in any language, and back.

>>> load_catalogue(catalogue_text())[0]
<Rule STAT-DISC-NONNEGATIVE>
"""

from govdisclosure.catalogue.reading import InvalidCatalogue, load_catalogue
from govdisclosure.catalogue.schema import catalogue_schema
from govdisclosure.catalogue.writing import (
    CATALOGUE_VERSION,
    catalogue,
    catalogue_text,
    rule_data,
)

__all__ = [
    "CATALOGUE_VERSION",
    "InvalidCatalogue",
    "catalogue",
    "catalogue_schema",
    "catalogue_text",
    "load_catalogue",
    "rule_data",
]
