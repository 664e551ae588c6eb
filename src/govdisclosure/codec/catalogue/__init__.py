"""The rule catalogue: every rule as data, for programs in any language, and back.

>>> load_catalogue(catalogue_text())[0]
<Rule STAT-DISC-NONNEGATIVE>
"""

from govdisclosure.codec.catalogue._reading import load_catalogue
from govdisclosure.codec.catalogue._schema import catalogue_schema
from govdisclosure.codec.catalogue._writing import CATALOGUE_VERSION, catalogue_text

__all__ = ["CATALOGUE_VERSION", "catalogue_schema", "catalogue_text", "load_catalogue"]
