"""The published schema files, as they come with the package. Imports next to nothing."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

ID_PREFIX = "urn:govdisclosure:schema"
"""Every ``$id`` starts with this. No host is owned: an id is a name, not an address."""

SUFFIX = ".schema.json"


def schema_names() -> tuple[str, ...]:
    """The names that :func:`schema_text` knows.

    >>> schema_names()  # doctest: +NORMALIZE_WHITESPACE
    ('findings', 'reading', 'report', 'report-2019', 'report-2021', 'report.draft-07', 'rules',
     'statutory-2019', 'statutory-2021')
    """
    found = (f.name for f in _folder().iterdir() if f.name.endswith(SUFFIX))
    return tuple(sorted(name.removesuffix(SUFFIX) for name in found))


def schema_text(name: str = "report") -> str:
    """The text of a JSON Schema (draft 2020-12), byte for byte as published.

    >>> schema_text("report-2021").splitlines()[2].strip()
    '"$id": "urn:govdisclosure:schema:report-2021:1.0.0",'

    Raises:
        KeyError: there is no schema of that name.
    """
    if name not in schema_names():
        raise KeyError(f"no schema {name!r}; there are {', '.join(schema_names())}")
    return (_folder() / (name + SUFFIX)).read_bytes().decode("utf-8")


def catalogue_file() -> str:
    """The text of the rule catalogue, ``rules.json``, byte for byte as published."""
    return (_folder() / "rules.json").read_bytes().decode("utf-8")


def _folder() -> Traversable:
    packaged = files("govdisclosure") / "schemas"
    # In a source checkout they stand at the top, and only the wheel has a copy inside.
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "schemas"
